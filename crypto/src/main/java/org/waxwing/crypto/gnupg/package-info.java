/// The files of a GnuPG home, as bytes: keyboxes, private keys, ownertrust, revocation certificates. Needs
/// no gpg and no agent; touches no disk.
package org.waxwing.crypto.gnupg;
