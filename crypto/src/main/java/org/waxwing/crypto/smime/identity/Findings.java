package org.waxwing.crypto.smime.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

/// What was found in one file so far. Closing it wipes the open keys.
final class Findings implements AutoCloseable {
    /// More than anyone keeps in one file; each costs something to look at.
    private static final int MOST_ITEMS = 2_000;

    /// @param localId what the file ties it to its key with
    record FoundCertificate(X509CertificateHolder certificate, Optional<Octets> localId) {}

    private final List<FoundKey> keys = new ArrayList<>();
    private final List<FoundCertificate> certificates = new ArrayList<>();
    private final List<IdentityItem.PassedOver> passedOver = new ArrayList<>();
    private int items;

    /// Something that adds to what was found, or refuses.
    interface Step {
        void run() throws Refusal;
    }

    /// Runs a step for one item: what is wrong with it is noted and the next one has its turn. What
    /// concerns the whole file goes on up.
    void item(String what, Step step) throws Refusal {
        items++;
        if (items > MOST_ITEMS) {
            throw new Refusal(IdentityProblem.TOO_LARGE);
        }
        try {
            step.run();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            passOver(what, IdentityProblem.MALFORMED);
        } catch (Refusal refusal) {
            switch (refusal.problem()) {
                case TOO_COSTLY, CANCELLED -> throw refusal;
                case MALFORMED,
                        NOT_RECOGNIZED,
                        REVOCATION_LIST,
                        REQUEST,
                        UNSUPPORTED,
                        PASSPHRASE_NEEDED,
                        WRONG_PASSPHRASE,
                        TOO_LARGE,
                        NO_CERTIFICATE,
                        KEY_MISMATCH -> passOver(what, refusal.problem());
            }
        }
    }

    void passOver(String what, IdentityProblem problem) {
        passedOver.add(new IdentityItem.PassedOver("%s %d".formatted(what, items), problem));
    }

    void certificate(byte[] der, Optional<Octets> localId) throws Refusal {
        X509CertificateHolder certificate = Der.certificate(der);
        if (certificates.stream().noneMatch(known -> known.certificate().equals(certificate))) {
            certificates.add(new FoundCertificate(certificate, localId));
        }
    }

    @SuppressWarnings("MustBeClosed") // closed with everything else that was found
    void key(PrivateKeyInfo info, Optional<Octets> localId) throws Refusal {
        PublicHalf half = PublicHalf.of(info);
        if (keys.stream().anyMatch(known -> known.half().equals(half))) {
            return;
        }
        try {
            byte[] der = info.getEncoded("DER");
            keys.add(new FoundKey(SecretBytes.taking(der), half, localId));
            Arrays.fill(der, (byte) 0);
        } catch (IOException notEncodable) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }

    List<FoundKey> keys() {
        return keys;
    }

    List<FoundCertificate> certificates() {
        return certificates;
    }

    List<IdentityItem.PassedOver> passedOver() {
        return passedOver;
    }

    boolean nothingOpened() {
        return keys.isEmpty() && certificates.isEmpty();
    }

    @Override
    public void close() {
        keys.forEach(FoundKey::close);
    }
}
