/// Other people's address cards.
package org.waxwing.ui.people;
