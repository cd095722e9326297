/// Words and dates for the eyes: the only door to the resource bundles.
package org.waxwing.ui.text;
