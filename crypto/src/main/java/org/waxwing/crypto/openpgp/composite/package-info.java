/// Post-quantum OpenPGP (RFC 9980): the mathematics of algorithms 30 to 36, and what makes Bouncy Castle's
/// OpenPGP classes, which know none of them, carry such keys, signatures and session keys.
package org.waxwing.crypto.openpgp.composite;
