/// The person's own mark: a word and a colour that no letter can know, beside what the window says of each.
package org.waxwing.ui.mark;
