package org.waxwing.crypto.openpgp;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.DataDecryption;
import org.waxwing.crypto.openpgp.bulk.EncryptedDataHeader;

/// Chooses between several session keys by the beginning of the data, since a stream can be decrypted once.
/// The choice is no verdict: only the end of the data proves anything.
final class SessionKeyChoice {
    private static final int PREFIX = 32;

    private SessionKeyChoice() {}

    /// How many octets beyond the head of the packet the choice looks at.
    static int deciding(RawPacket data) {
        return isVersion1(data)
                ? PREFIX
                : EncryptedDataHeader.of(data.tag(), data.body())
                        .map(DataDecryption::deciding)
                        .orElse(PREFIX);
    }

    /// The first that seems right; the first of all where none does, which then fails at the end like any
    /// wrong key.
    ///
    /// @param start of the data packet's body
    static PGPSessionKey among(List<SessionKeyCandidate> candidates, int tag, Octets start) {
        return candidates.stream()
                .map(SessionKeyCandidate::key)
                .filter(key -> candidates.size() == 1 || seemsRight(key, new RawPacket(tag, start)))
                .findFirst()
                .orElseGet(() -> candidates.getFirst().key());
    }

    private static boolean seemsRight(PGPSessionKey key, RawPacket start) {
        Octets body = start.body();
        if (isVersion1(start)) {
            return DataDecryption.seemsRight(body.slice(1, body.length()), key.getAlgorithm(), key.getKey());
        }
        Optional<EncryptedDataHeader> header = EncryptedDataHeader.of(start.tag(), body);
        return header.isPresent()
                && DataDecryption.opensFirstChunk(
                        body.slice(header.get().length(), body.length()), header.get(), key.getKey());
    }

    static boolean isVersion1(RawPacket data) {
        return data.tag() == RawPacket.ENCRYPTED_WITH_INTEGRITY && data.version() == 1;
    }
}
