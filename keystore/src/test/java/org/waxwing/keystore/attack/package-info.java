/// Which tests stand against which attack.
package org.waxwing.keystore.attack;
