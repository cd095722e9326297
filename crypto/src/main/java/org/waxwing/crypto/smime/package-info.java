/// S/MIME: the Cryptographic Message Syntax (RFC 5652) as mail uses it (RFC 8551). Structures are read by a
/// bounded reader of our own, their fields by Bouncy Castle, and much data passes through the platform's
/// ciphers. Whether a certificate is to be trusted is asked of a port, never decided here.
package org.waxwing.crypto.smime;
