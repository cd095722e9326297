package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.waxwing.crypto.secret.Passphrase;

/// Session keys that a password gives (RFC 9580 §5.3). A wrong password may give one too; the integrity of
/// what it decrypts decides.
final class PasswordSessionKeys {
    private static final int MAX_PACKETS = 16;

    private PasswordSessionKeys() {}

    static List<SessionKeyCandidate> search(EncryptedMessage message, List<Passphrase> passwords) {
        List<SessionKeyCandidate> found = new ArrayList<>();
        message.keyPackets().stream()
                .filter(packet -> packet.tag() == RawPacket.SKESK)
                .filter(PasswordSessionKeys::isAffordable)
                .limit(MAX_PACKETS)
                .forEach(packet -> {
                    byte[] encoded =
                            RawPacket.encode(List.of(packet, message.head())).toByteArray();
                    for (Passphrase password : passwords) {
                        password.lend(characters -> Bcpg.attempt(() -> {
                                    PGPPBEEncryptedData data =
                                            (PGPPBEEncryptedData) new PGPEncryptedDataList(encoded).get(0);
                                    return data.getSessionKey(new BcPBEDataDecryptorFactory(
                                            characters.clone(), new BcPGPDigestCalculatorProvider()));
                                }))
                                .ifPresent(key -> found.add(new SessionKeyCandidate(key, packet)));
                    }
                });
        return found;
    }

    private static boolean isAffordable(RawPacket packet) {
        return Bcpg.passwordPacket(packet)
                .filter(password -> DerivationCost.isAffordable(password.getS2K()))
                .isPresent();
    }
}
