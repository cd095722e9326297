/// Loads pictures from other computers for clear letters, when the person asks for them.
package org.waxwing.app.pictures;
