/// The only code that draws a verdict: shape, word, sentence and accessible text, from the two axes.
package org.waxwing.ui.shield;
