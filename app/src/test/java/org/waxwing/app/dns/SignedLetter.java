package org.waxwing.app.dns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.waxwing.crypto.mime.Octets;

/// A letter from Anna that servers of several domains signed by Ed25519 (RFC 8463), and their keys.
final class SignedLetter {
    private static final String FROM = "Anna Weber <anna@chem.example>";
    private static final String BODY = "See you at six.\r\n";

    private final KeyPair keys;
    private final StringBuilder fields = new StringBuilder();

    SignedLetter() throws GeneralSecurityException {
        this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    SignedLetter signedBy(String domain) throws GeneralSecurityException {
        String tags = "v=1; a=ed25519-sha256; c=relaxed/relaxed; d=" + domain + "; s=two; h=from; bh="
                + base64(sha256(BODY)) + "; b=";
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(sha256("from:" + FROM + "\r\ndkim-signature:" + tags));
        fields.append("DKIM-Signature: ")
                .append(tags)
                .append(base64(signature.sign()))
                .append("\r\n");
        return this;
    }

    Octets octets() {
        return Octets.ofUtf8(fields + "From: " + FROM + "\r\n\r\n" + BODY);
    }

    /// As it stands in the DNS.
    String key() {
        byte[] der = keys.getPublic().getEncoded();
        return "v=DKIM1; k=ed25519; p=" + base64(Arrays.copyOfRange(der, der.length - 32, der.length));
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
