package org.waxwing.crypto.openpgp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.RevocationReason;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.Octets;

/// One user id more or less, and which of them comes first.
final class UserIdChange {
    private static final int MOST_OCTETS = 2_048;

    private final OpenedKey key;
    private final KeyChanges.Rules rules;
    private final List<UserIdComponent> certified;

    UserIdChange(OpenedKey key, KeyChanges.Rules rules) {
        this.key = key;
        this.rules = rules;
        this.certified = key.certificate().stateAt(key.made()).certifiedUserIds();
    }

    KeyChanging add(UserId userId) {
        Octets text = Octets.ofUtf8(userId.text());
        if (text.isEmpty()
                || text.length() > MOST_OCTETS
                || userId.text().chars().anyMatch(Character::isISOControl)) {
            return new KeyChanging.Refused(Reason.USER_ID_UNSUITABLE);
        }
        if (named(userId).isPresent()) {
            return new KeyChanging.Refused(Reason.USER_ID_THERE);
        }
        RawPacket packet = new RawPacket(RawPacket.USER_ID, text);
        RawPacket certification = key.owner().overUserId(PGPSignature.POSITIVE_CERTIFICATION, text, like());
        // One that was taken back before is there still, and gets a newer word.
        boolean there = key.certificate().userIdComponents().stream()
                .anyMatch(id -> id.packet().equals(packet));
        return there
                ? said(Map.of(packet, List.of(certification)))
                : key.with(Map.of(), List.of(new KeyBlock.Component(packet, List.of(certification))), rules.reader());
    }

    /// What the owner says of the whole key in another user id, so that it holds whichever comes first.
    private PGPSignatureSubpacketGenerator like() {
        return certified.stream()
                .findFirst()
                .flatMap(id -> rules.statementsAt(key.made()).current(id.signatures()))
                .map(before -> Restatement.primary(before, false))
                .orElseGet(PGPSignatureSubpacketGenerator::new);
    }

    KeyChanging revoke(UserId userId) {
        Optional<UserIdComponent> unwanted = named(userId);
        if (unwanted.isEmpty()) {
            return new KeyChanging.Refused(Reason.NO_SUCH_USER_ID);
        }
        if (certified.size() == 1) {
            return new KeyChanging.Refused(Reason.LAST_USER_ID);
        }
        RawPacket packet = unwanted.get().packet();
        return said(Map.of(
                packet,
                List.of(key.owner()
                        .overUserId(
                                PGPSignature.CERTIFICATION_REVOCATION,
                                packet.body(),
                                NewStatements.revocation(RevocationReason.USER_ID_INVALID, "")))));
    }

    /// The flag is taken from the others too: some programs look no further than the first that they meet.
    KeyChanging first(UserId userId) {
        if (named(userId).isEmpty()) {
            return new KeyChanging.Refused(Reason.NO_SUCH_USER_ID);
        }
        Statements statements = rules.statementsAt(key.made());
        Map<RawPacket, List<RawPacket>> said = new LinkedHashMap<>();
        for (UserIdComponent id : certified) {
            SelfSignature before = statements.current(id.signatures()).orElseThrow();
            boolean chosen = id.userId().equals(userId);
            if (chosen || before.primaryUserId()) {
                said.put(
                        id.packet(),
                        List.of(key.owner()
                                .overUserId(before.type(), id.packet().body(), Restatement.primary(before, chosen))));
            }
        }
        return said(said);
    }

    private KeyChanging said(Map<RawPacket, List<RawPacket>> said) {
        return key.with(said, List.of(), rules.reader());
    }

    private Optional<UserIdComponent> named(UserId userId) {
        return certified.stream().filter(id -> id.userId().equals(userId)).findFirst();
    }
}
