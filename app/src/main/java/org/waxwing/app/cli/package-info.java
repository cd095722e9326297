/// The terminal face.
package org.waxwing.app.cli;
