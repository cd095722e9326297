package org.waxwing.crypto.smime;

import org.bouncycastle.cert.X509CertificateHolder;

/// Somebody to encrypt to.
///
/// @param capabilities what the person's program is known to read
public record SmimeRecipient(X509CertificateHolder certificate, SmimeCapabilities capabilities) {}
