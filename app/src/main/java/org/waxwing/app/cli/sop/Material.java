package org.waxwing.app.cli.sop;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.command.OwnSeal;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopInputs.Keys;

/// The certificates and keys of one command, from wherever its parameters say. A profile is opened for the
/// first parameter that means its keyring, and closed with this.
final class Material implements AutoCloseable {
    private static final int SECRET = 32;

    private final Indirect indirect;
    private final Supplier<Waxwing> profile;
    private final SecureRandom random;
    private final List<Passphrase> lent = new ArrayList<>();
    private Optional<Waxwing> opened = Optional.empty();

    @MustBeClosed
    Material(Indirect indirect, Supplier<Waxwing> profile, SecureRandom random) {
        this.indirect = indirect;
        this.profile = profile;
        this.random = random;
    }

    /// What needs no keyring.
    Indirect indirect() {
        return indirect;
    }

    List<Octets> certificates(Stream<String> parameters) {
        return parameters
                .map(parameter ->
                        indirect.inKeyring(parameter).map(this::certificate).orElseGet(() -> indirect.read(parameter)))
                .toList();
    }

    /// The keys with what unlocks them.
    ///
    /// @param passwords for those that are not from the keyring
    Keys keys(Stream<String> parameters, Passwords passwords) {
        List<Octets> keys = parameters
                .map(parameter ->
                        indirect.inKeyring(parameter).map(this::key).orElseGet(() -> indirect.read(parameter)))
                .toList();
        return new Keys(
                keys, Stream.concat(lent.stream(), passwords.list().stream()).toList());
    }

    private Octets certificate(String typed) {
        Card card = OwnSeal.orCard(waxwing(), typed);
        if (card.standing() == Standing.REJECTED) {
            throw new CommandProblem(
                    ExitCode.RECIPIENT_NOT_READY,
                    "You rejected the address card “" + typed + "”, so it is not used.",
                    "Name another by its whole fingerprint. See: waxwing keys");
        }
        return waxwing()
                .seals()
                .publicCard(card.fingerprint())
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.NOT_FOUND, "The address card “" + typed + "” is no longer there.", "Try again."));
    }

    /// The key leaves the vault under a passphrase that nobody but this process knows.
    // Closed by close().
    @SuppressWarnings("MustBeClosedChecker")
    private Octets key(String typed) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        Passphrase passphrase =
                Passphrase.taking(HexFormat.of().formatHex(secret).toCharArray());
        Arrays.fill(secret, (byte) 0);
        lent.add(passphrase);
        return waxwing()
                .seals()
                .exportPrivate(OwnSeal.named(waxwing(), typed), passphrase)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.LOCKED,
                        "Your seal “" + typed + "” could not be unlocked.",
                        "Give the passphrase that it keeps."));
    }

    private Waxwing waxwing() {
        Waxwing open = opened.orElseGet(profile);
        opened = Optional.of(open);
        return open;
    }

    @Override
    public void close() {
        lent.forEach(Passphrase::close);
        opened.ifPresent(Waxwing::close);
    }
}
