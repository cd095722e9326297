/// Which tests stand against which attack.
package org.waxwing.crypto.attack;
