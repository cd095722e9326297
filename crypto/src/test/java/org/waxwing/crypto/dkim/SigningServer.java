package org.waxwing.crypto.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.waxwing.crypto.dkim.DkimField.Outcome;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.UncutMessage;

/// A server of chem.example that signs what passes through it.
final class SigningServer {
    private final String algorithm;
    private final KeyPair keys;

    private SigningServer(String algorithm, KeyPair keys) {
        this.algorithm = algorithm;
        this.keys = keys;
    }

    static SigningServer rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return new SigningServer("rsa-sha256", generator.generateKeyPair());
    }

    static SigningServer rsaWithSha1() throws GeneralSecurityException {
        return new SigningServer("rsa-sha1", rsa(1024).keys);
    }

    static SigningServer ed25519() throws GeneralSecurityException {
        return new SigningServer(
                "ed25519-sha256", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    /// The record for the DNS.
    String record(String moreTags) {
        byte[] der = keys.getPublic().getEncoded();
        boolean rsa = algorithm.startsWith("rsa");
        byte[] material = rsa ? der : Arrays.copyOfRange(der, der.length - 32, der.length);
        return "v=DKIM1; k=" + (rsa ? "rsa" : "ed25519") + "; " + moreTags + "p="
                + Base64.getEncoder().encodeToString(material);
    }

    /// The letter with a signature above it.
    ///
    /// @param tags all but `v`, `a`, `d`, `s`, `bh` and `b`
    Octets sign(String letter, String tags) throws GeneralSecurityException, IOException {
        Octets unsigned = Octets.of(letter.getBytes(StandardCharsets.ISO_8859_1));
        Octets body = UncutMessage.of(unsigned).orElseThrow().body();
        String bodyForm = tags.contains("c=relaxed/relaxed") ? "relaxed/relaxed" : "simple/simple";
        long length =
                tags.contains("l=") ? Long.parseLong(tags.replaceAll("(?s).*\\bl=(\\d+).*", "$1")) : Long.MAX_VALUE;
        MessageDigest digest = MessageDigest.getInstance(algorithm.endsWith("sha1") ? "SHA-1" : "SHA-256");
        Octets hash = BodyHash.of(
                        body, Canonicalization.pair(bodyForm).orElseThrow().body(), digest, length)
                .value();
        String field = "DKIM-Signature: v=1; a=" + algorithm + "; d=chem.example; s=two.2026; " + tags + ";\r\n\tbh="
                + base64(hash) + ";\r\n\tb=";
        Octets placed = Octets.of((field + "AAAA\r\n" + letter).getBytes(StandardCharsets.ISO_8859_1));
        HeaderSection header = UncutMessage.of(placed).orElseThrow().header();
        DkimRules rules = new DkimRules(Set.of("1"), true, 0);
        if (!(DkimField.read(header.fields().getFirst(), rules).outcome() instanceof Outcome.Sound(DkimField sound))) {
            throw new IllegalArgumentException("no such tags");
        }
        String signed = field + base64(signature(SignedHeader.of(sound, header))) + "\r\n" + letter;
        return Octets.of(signed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Octets signature(Octets signed) throws GeneralSecurityException {
        boolean rsa = algorithm.startsWith("rsa");
        Signature signature =
                Signature.getInstance(!rsa ? "Ed25519" : algorithm.endsWith("sha1") ? "SHA1withRSA" : "SHA256withRSA");
        signature.initSign(keys.getPrivate());
        byte[] octets = signed.toByteArray();
        signature.update(rsa ? octets : MessageDigest.getInstance("SHA-256").digest(octets));
        return Octets.of(signature.sign());
    }

    private static String base64(Octets octets) {
        return Base64.getEncoder().encodeToString(octets.toByteArray());
    }
}
