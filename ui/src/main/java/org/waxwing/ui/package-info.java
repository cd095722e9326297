/// The window's frame: start, scene and the way from one screen to the next.
package org.waxwing.ui;
