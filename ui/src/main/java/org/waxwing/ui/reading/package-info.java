/// One letter, its verdict and its details.
package org.waxwing.ui.reading;
