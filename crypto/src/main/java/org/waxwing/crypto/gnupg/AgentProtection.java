package org.waxwing.crypto.gnupg;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.OCBBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// The two ways in which GnuPG's agent protects the secret numbers of a key: AES-128 in CBC with a SHA-1
/// over everything inside, and since 2.2.20 AES-128 in OCB with the public numbers authenticated.
///
/// @param key the list that starts with the algorithm, `(rsa (n …)(e …)(protected …)(protected-at …))`
record AgentProtection(Node key, boolean ocb, IteratedS2k stretching, Octets nonce, Octets ciphertext) {
    private static final String CBC = "openpgp-s2k3-sha1-aes-cbc";
    private static final String OCB = "openpgp-s2k3-ocb-aes";
    private static final int KEY_LENGTH = 16;
    private static final int BLOCK = 16;
    private static final int OCB_NONCE = 12;
    private static final int OCB_TAG = 16;

    /// Whether a protection of this name is one of the two.
    static boolean isCalled(String mode) {
        return mode.equals(CBC) || mode.equals(OCB);
    }

    /// The protection of a key, or nothing when it doesn't follow the format.
    static Optional<AgentProtection> parse(Node key, Node protection) {
        Optional<Node> parameters = protection.node(2);
        Optional<Node> stretching = parameters.flatMap(list -> list.node(0));
        Optional<Octets> salt = stretching.flatMap(list -> list.atom(1));
        Optional<Long> count = stretching.flatMap(list -> list.text(2)).flatMap(IteratedS2k::count);
        Optional<Octets> nonce = parameters.flatMap(list -> list.atom(1));
        Optional<Octets> ciphertext = protection.atom(3);
        if (salt.isEmpty() || count.isEmpty() || nonce.isEmpty() || ciphertext.isEmpty()) {
            return Optional.empty();
        }
        boolean ocb = protection.text(1).equals(Optional.of(OCB));
        boolean fits = stretching.get().name().equals("sha1")
                && salt.get().length() == 8
                && nonce.get().length() == (ocb ? OCB_NONCE : BLOCK)
                && (ocb ? ciphertext.get().length() > OCB_TAG : ciphertext.get().length() % BLOCK == 0);
        return fits
                ? Optional.of(new AgentProtection(
                        key,
                        ocb,
                        new IteratedS2k("SHA-1", salt.get(), count.get(), KEY_LENGTH),
                        nonce.get(),
                        ciphertext.get()))
                : Optional.empty();
    }

    /// The key with its secret numbers in the place of the protection, proven whole; nothing when the
    /// derived key is not the right one.
    Optional<Node> open(byte[] derived) {
        return ocb ? openOcb(derived) : openCbc(derived);
    }

    private Optional<Node> openOcb(byte[] derived) {
        OCBBlockCipher cipher = new OCBBlockCipher(AESEngine.newInstance(), AESEngine.newInstance());
        byte[] associated = key.without("protected").canonical();
        cipher.init(false, new AEADParameters(new KeyParameter(derived), 8 * OCB_TAG, nonce.toByteArray(), associated));
        byte[] plain = new byte[cipher.getOutputSize(ciphertext.length())];
        try {
            int written = cipher.processBytes(ciphertext.toByteArray(), 0, ciphertext.length(), plain, 0);
            cipher.doFinal(plain, written);
        } catch (InvalidCipherTextException _) {
            return Optional.empty();
        }
        return SExpressionParser.parse(Octets.of(plain))
                .flatMap(list -> list.node(0))
                .map(this::withSecrets);
    }

    private Optional<Node> openCbc(byte[] derived) {
        Octets plain;
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(derived, "AES"), new IvParameterSpec(nonce.toByteArray()));
            plain = Octets.of(cipher.doFinal(ciphertext.toByteArray()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has AES in CBC", absent);
        }
        Optional<Node> list = SExpressionParser.parse(plain);
        Optional<Node> whole = list.flatMap(inside -> inside.node(0)).map(this::withSecrets);
        Optional<Octets> proof = list.flatMap(inside -> inside.named("hash")).flatMap(hash -> hash.atom(2));
        boolean proven = whole.isPresent()
                && proof.isPresent()
                && MessageDigest.isEqual(
                        Keygrip.sha1().digest(whole.get().canonical()),
                        proof.get().toByteArray());
        return proven ? whole : Optional.empty();
    }

    private Node withSecrets(Node secrets) {
        List<SExpression> merged = new ArrayList<>();
        for (SExpression element : key.elements()) {
            if (element instanceof Node node && node.name().equals("protected")) {
                merged.addAll(secrets.elements());
            } else {
                merged.add(element);
            }
        }
        return new Node(merged);
    }
}
