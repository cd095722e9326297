/// RFC 9580 through Bouncy Castle: the only package that names `org.bouncycastle.openpgp` and
/// `org.bouncycastle.bcpg`.
package org.waxwing.crypto.openpgp;
