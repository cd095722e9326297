/// The look: roles of colour in light and dark, and the bundled text font.
package org.waxwing.ui.theme;
