package org.waxwing.ui.mailbox;

import org.waxwing.app.mailbox.Letters.Summary;

/// One row of the list.
///
/// @param postcard the letter was not sealed although its sender could have sealed it
public record Row(Summary summary, boolean postcard) {}
