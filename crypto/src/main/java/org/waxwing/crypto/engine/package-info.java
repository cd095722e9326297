/// What OpenPGP and S/MIME have in common from the outside: what came of decrypting, of producing, and what
/// one signature proves. Sealing and opening judge by these types alone.
package org.waxwing.crypto.engine;
