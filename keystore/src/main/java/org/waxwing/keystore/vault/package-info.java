/// One passphrase opens the vault; keys derived from it seal every private value on disk.
package org.waxwing.keystore.vault;
