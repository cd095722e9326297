/// Certificates and keys from files and GnuPG homes, and what became of each of them.
package org.waxwing.keystore.transfer;
