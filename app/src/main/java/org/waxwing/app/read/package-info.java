/// Fetch, open and show.
package org.waxwing.app.read;
