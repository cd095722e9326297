package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.RevocationReason;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.waxwing.crypto.mime.Octets;

/// What the owner of a key said about a part of it, after the mathematics was found to hold. Whether it
/// counts at an instant is another question, and [Statements] answers it.
///
/// @param expires when the statement itself ends
/// @param keyValiditySeconds how long the key lives after its creation; 0 for ever
/// @param keyFlags what the key is for, when the statement says so (RFC 9580 §5.2.3.29)
/// @param preferences what the owner's program likes to read
/// @param revokers the fingerprints of those who may revoke the key in the owner's place
///   (RFC 9580 §5.2.3.23), upper-case hexadecimal
/// @param back how a subkey that signs agreed to be bound (RFC 9580 §5.2.1.10)
/// @param hardRevocation whether a revocation reaches back before its date (RFC 9580 §5.2.3.31)
record SelfSignature(
        RawPacket packet,
        int type,
        Instant created,
        Optional<Instant> expires,
        int hash,
        long keyValiditySeconds,
        OptionalInt keyFlags,
        boolean primaryUserId,
        boolean readsVersion2,
        Preferences preferences,
        Set<String> revokers,
        List<BackSignature> back,
        boolean hardRevocation) {
    static final int CERTIFY = 0x01;
    static final int SIGN = 0x02;
    static final int ENCRYPT = 0x04 | 0x08;

    SelfSignature {
        revokers = Set.copyOf(revokers);
        back = List.copyOf(back);
    }

    /// The signature of a subkey over its primary key, its mathematics found to hold.
    record BackSignature(Instant created, Optional<Instant> expires, int hash) {
        static BackSignature of(PGPSignature signature) {
            return new BackSignature(
                    signature.getCreationTime().toInstant(), end(signature), signature.getHashAlgorithm());
        }

        boolean inForce(Instant at) {
            return expires.map(end -> end.isAfter(at)).orElse(true);
        }
    }

    /// In the owner's order, the best first (RFC 9580 §5.2.3.14, §5.2.3.15).
    ///
    /// @param ciphers for version 1 of the encrypted packet
    /// @param suites for version 2: cipher and mode in one number, the cipher in the upper octet
    record Preferences(List<Integer> ciphers, List<Integer> suites) {
        Preferences {
            ciphers = List.copyOf(ciphers);
            suites = List.copyOf(suites);
        }

        static Preferences of(PGPSignatureSubpacketVector hashed) {
            return new Preferences(
                    numbers(hashed, SignatureSubpacketTags.PREFERRED_SYM_ALGS, 1),
                    numbers(hashed, SignatureSubpacketTags.PREFERRED_AEAD_ALGORITHMS, 2));
        }

        private static List<Integer> numbers(PGPSignatureSubpacketVector hashed, int type, int width) {
            SignatureSubpacket subpacket = hashed.getSubpacket(type);
            List<Integer> found = new ArrayList<>();
            if (subpacket != null) {
                Octets data = Octets.of(subpacket.getData());
                for (int at = 0; at + width <= data.length(); at += width) {
                    found.add((int) SignaturePeek.number(data, at, width));
                }
            }
            return found;
        }
    }

    static SelfSignature of(RawPacket packet, PGPSignature signature, List<BackSignature> back) {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        Features features = hashed.getFeatures();
        return new SelfSignature(
                packet,
                signature.getSignatureType(),
                signature.getCreationTime().toInstant(),
                end(signature),
                signature.getHashAlgorithm(),
                hashed.getKeyExpirationTime(),
                flags(hashed),
                hashed.isPrimaryUserID(),
                features != null && features.supportsSEIPDv2(),
                Preferences.of(hashed),
                revokers(hashed),
                back,
                isHard(hashed));
    }

    private static Optional<Instant> end(PGPSignature signature) {
        long lifetime = signature.getHashedSubPackets().getSignatureExpirationTime();
        Instant created = signature.getCreationTime().toInstant();
        return lifetime > 0 ? Optional.of(created.plusSeconds(lifetime)) : Optional.empty();
    }

    /// Of several subpackets the last counts (RFC 9580 §5.2.3.9).
    private static OptionalInt flags(PGPSignatureSubpacketVector hashed) {
        SignatureSubpacket[] all = hashed.getSubpackets(SignatureSubpacketTags.KEY_FLAGS);
        if (all.length == 0) {
            return OptionalInt.empty();
        }
        byte[] data = all[all.length - 1].getData();
        return OptionalInt.of(data.length == 0 ? 0 : data[0] & 0xFF);
    }

    /// Version 4 only: class, algorithm and 20 octets of fingerprint (RFC 9580 §5.2.3.23).
    private static Set<String> revokers(PGPSignatureSubpacketVector hashed) {
        Set<String> found = new HashSet<>();
        for (SignatureSubpacket subpacket : hashed.getSubpackets(SignatureSubpacketTags.REVOCATION_KEY)) {
            Octets data = Octets.of(subpacket.getData());
            if (data.length() == 22 && (data.at(0) & 0x80) != 0) {
                found.add(SignaturePeek.hex(data.slice(2, 22)));
            }
        }
        return found;
    }

    /// A reason that means no harm reaches forward only; no reason, or one that we don't know, is taken for
    /// the worst.
    private static boolean isHard(PGPSignatureSubpacketVector hashed) {
        SignatureSubpacket subpacket = hashed.getSubpacket(SignatureSubpacketTags.REVOCATION_REASON);
        if (!(subpacket instanceof RevocationReason reason)) {
            return true;
        }
        return switch (reason.getRevocationReason()) {
            case RevocationReasonTags.KEY_SUPERSEDED,
                    RevocationReasonTags.KEY_RETIRED,
                    RevocationReasonTags.USER_NO_LONGER_VALID -> false;
            default -> true;
        };
    }

    boolean isRevocation() {
        return type == PGPSignature.KEY_REVOCATION
                || type == PGPSignature.SUBKEY_REVOCATION
                || type == PGPSignature.CERTIFICATION_REVOCATION;
    }

    boolean inForce(Instant at) {
        return expires.map(end -> end.isAfter(at)).orElse(true);
    }
}
