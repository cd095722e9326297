/// Which algorithms are acceptable, and since when they are not.
package org.waxwing.crypto.policy;
