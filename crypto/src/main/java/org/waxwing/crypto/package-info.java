/// Seal and open a message: the only place where bytes become a [org.waxwing.crypto.SealedMessage] or a
/// [org.waxwing.crypto.CryptographicPayload].
package org.waxwing.crypto;
