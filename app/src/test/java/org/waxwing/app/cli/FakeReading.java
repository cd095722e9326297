package org.waxwing.app.cli;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.Responding;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Opens with the real opener, which has no keys.
final class FakeReading implements ReadLetter {
    private final Opener opener;

    FakeReading() {
        this(() -> false);
    }

    /// @param nobodyWaits from some time on
    FakeReading(BooleanSupplier nobodyWaits) {
        OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
        this.opener = Opener.with(openPgp, Smime.with(new SecureRandom())).unless(nobodyWaits);
    }

    @Override
    public <T> Optional<T> read(LetterId id, BooleanSupplier nobodyWaits, Function<Reading, T> then) {
        return Optional.empty();
    }

    @Override
    public <T> T readFile(Octets message, Optional<Technology> only, Function<Reading, T> then) {
        return only.map(technology -> technology.alone(opener))
                .orElse(opener)
                .open(
                        message,
                        SecretKeySource.of(List.of()),
                        CertificateSource.none(),
                        _ -> Optional.empty(),
                        World.NOW,
                        opening -> then.apply(reading(opening)));
    }

    @Override
    public <T> T readEnclosed(EnclosedLetter letter, BooleanSupplier nobodyWaits, Function<Reading, T> then) {
        return opener.open(
                letter,
                SecretKeySource.of(List.of()),
                CertificateSource.none(),
                _ -> Optional.empty(),
                World.NOW,
                opening -> then.apply(reading(opening)));
    }

    private static Reading reading(Opening opening) {
        return new Reading(
                nothing(), opening, Optional.empty(), Journey.none(Journey.Content.UNKNOWN), Authentication.none());
    }

    @Override
    public Optional<Octets> raw(LetterId id) {
        return Optional.empty();
    }

    private static ProtectedFields nothing() {
        return new ProtectedFields(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                new Responding(List.of(), List.of(), false, Set.of()));
    }
}
