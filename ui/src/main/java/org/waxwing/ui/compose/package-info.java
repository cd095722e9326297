/// Writing a letter, who is ready for it, and what Send will do.
package org.waxwing.ui.compose;
