/// Values that must not linger: each is lent, never handed out, and wiped when closed.
package org.waxwing.crypto.secret;
