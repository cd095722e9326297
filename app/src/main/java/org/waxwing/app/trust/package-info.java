/// Other people's address cards, my own seals, and what was decided about them.
package org.waxwing.app.trust;
