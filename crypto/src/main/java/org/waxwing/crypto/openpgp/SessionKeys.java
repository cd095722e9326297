package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.composite.CompositeKem;
import org.waxwing.crypto.openpgp.composite.PostQuantumSchemes;
import org.waxwing.crypto.openpgp.composite.SessionKeyFields;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.work.Work;

/// Looks for session keys of one message with the secret keys at hand. Whether a certificate has expired or
/// was revoked doesn't matter here: what was sent to its owner stays readable.
final class SessionKeys {
    private static final int MAX_ATTEMPTS = 500;

    private final EncryptedMessage message;
    private final SecretKeySource keys;
    private final PassphraseSource passphrases;
    private final List<SessionKeyCandidate> found = new ArrayList<>();
    private final Set<OpenPgpSecretKey> locked = new LinkedHashSet<>();
    private final Map<Fingerprint, Optional<PGPPrivateKey>> unlocked = new HashMap<>();
    private boolean addressed;
    private int attempts;

    private SessionKeys(EncryptedMessage message, SecretKeySource keys, PassphraseSource passphrases) {
        this.message = message;
        this.keys = keys;
        this.passphrases = passphrases;
    }

    /// @param found candidates, none proven yet
    /// @param addressed whether the message names a key that we could use
    /// @param locked keys that it names whose passphrase nobody gave
    record Search(List<SessionKeyCandidate> found, boolean addressed, List<OpenPgpSecretKey> locked) {
        Search {
            found = List.copyOf(found);
            locked = List.copyOf(locked);
        }

        @Override
        public String toString() {
            return "Search[redacted]";
        }
    }

    static Search search(EncryptedMessage message, SecretKeySource keys, PassphraseSource passphrases) {
        SessionKeys search = new SessionKeys(message, keys, passphrases);
        message.keyPackets().stream()
                .flatMap(packet -> SessionKeyPacket.of(packet).stream())
                .sorted(java.util.Comparator.comparing(packet -> packet.keyId() == 0))
                .forEach(search::tryAll);
        return new Search(search.found, search.addressed, List.copyOf(search.locked));
    }

    private void tryAll(SessionKeyPacket packet) {
        boolean hidden = packet.keyId() == 0;
        if (hidden && !found.isEmpty()) {
            return;
        }
        for (OpenPgpSecretKey key : keys.secretKeysFor(packet.keyId())) {
            for (PGPSecretKey secret : SecretParts.of(key).byFingerprint().values()) {
                boolean fits = hidden
                        ? fitsAlgorithm(secret, packet.algorithm())
                        : secret.getKeyID() == packet.keyId() && fitsAlgorithm(secret, packet.algorithm());
                if (fits && SecretParts.isUsable(secret) && attempts++ < MAX_ATTEMPTS) {
                    attempt(packet, key, secret, hidden);
                }
            }
        }
    }

    private static boolean fitsAlgorithm(PGPSecretKey secret, int algorithm) {
        int own = secret.getPublicKey().getAlgorithm();
        return own == algorithm || (own <= 2 && algorithm <= 2);
    }

    private void attempt(SessionKeyPacket packet, OpenPgpSecretKey key, PGPSecretKey secret, boolean hidden) {
        Work.step();
        Optional<PGPPrivateKey> open =
                unlocked.computeIfAbsent(KeyComponent.fingerprintOf(secret.getPublicKey()), _ -> unlock(key, secret));
        if (open.isEmpty()) {
            locked.add(key);
            return;
        }
        Optional<PGPSessionKey> session = recover(packet, new PGPKeyPair(secret.getPublicKey(), open.get()));
        session.ifPresent(candidate -> found.add(new SessionKeyCandidate(candidate, packet.packet())));
        addressed |= !hidden || session.isPresent();
    }

    private Optional<PGPPrivateKey> unlock(OpenPgpSecretKey key, PGPSecretKey secret) {
        if (SecretParts.whereabouts(secret) == SecretParts.Whereabouts.OPEN) {
            return SecretParts.open(secret);
        }
        return passphrases.passphraseFor(key).flatMap(passphrase -> {
            try (Passphrase open = passphrase) {
                return SecretParts.unlock(secret, open);
            }
        });
    }

    private Optional<PGPSessionKey> recover(SessionKeyPacket packet, PGPKeyPair pair) {
        Optional<CompositeKem> kem = PostQuantumSchemes.kem(packet.algorithm());
        return kem.isPresent() ? decapsulate(kem.get(), packet, pair.getPrivateKey()) : decrypt(packet, pair);
    }

    /// A packet of version 6 goes with data of version 2, which names the cipher; one of version 3 with all
    /// other data (RFC 9580 §10.3.2.1).
    private Optional<PGPSessionKey> decapsulate(CompositeKem kem, SessionKeyPacket packet, PGPPrivateKey secret) {
        RawPacket data = message.data();
        boolean version2 = data.tag() == RawPacket.ENCRYPTED_WITH_INTEGRITY && data.version() == 2;
        if (version2 != (packet.packet().version() == 6)) {
            return Optional.empty();
        }
        OptionalInt cipher = version2 ? OptionalInt.of(data.body().at(1)) : OptionalInt.empty();
        Octets octets = Octets.of(secret.getPrivateKeyDataPacket().getEncoded());
        return Bcpg.attempt(() -> SessionKeyFields.open(kem, octets, packet.fields(), cipher))
                .flatMap(found -> found);
    }

    private Optional<PGPSessionKey> decrypt(SessionKeyPacket packet, PGPKeyPair pair) {
        byte[] encoded =
                RawPacket.encode(List.of(packet.packet(), message.head())).toByteArray();
        return Bcpg.attempt(() -> {
            PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) new PGPEncryptedDataList(encoded).get(0);
            return data.getSessionKey(new BcPublicKeyDataDecryptorFactory(pair));
        });
    }
}
