package org.waxwing.ui.sample;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Really opens letters, at a computer that has no keys. Most pages of the samples come from
/// [SamplePages] instead.
public final class SampleRead implements ReadLetter {
    private final Opener opener =
            Opener.with(OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));
    private final Map<LetterId, Octets> letters;

    /// Nothing to read.
    public SampleRead() {
        this(Map.of());
    }

    public SampleRead(Map<LetterId, Octets> letters) {
        this.letters = Map.copyOf(letters);
    }

    @Override
    public <T> Optional<T> read(LetterId id, BooleanSupplier nobodyWaits, Function<Reading, T> then) {
        return Optional.ofNullable(letters.get(id)).map(message -> open(opener.unless(nobodyWaits), message, then));
    }

    @Override
    public <T> T readFile(Octets message, Optional<Technology> only, Function<Reading, T> then) {
        return open(opener, message, then);
    }

    private static <T> T open(Opener opener, Octets message, Function<Reading, T> then) {
        return opener.open(
                message,
                SecretKeySource.of(List.of()),
                CertificateSource.of(List.of()),
                _ -> Optional.empty(),
                Sample.NOW,
                opening -> then.apply(reading(message, opening)));
    }

    @Override
    public <T> T readEnclosed(EnclosedLetter letter, BooleanSupplier nobodyWaits, Function<Reading, T> then) {
        Octets outside = letter.kind() == EnclosedLetter.Kind.INLINE_PGP ? Octets.empty() : letter.octets();
        return opener.unless(nobodyWaits)
                .open(
                        letter,
                        SecretKeySource.of(List.of()),
                        CertificateSource.of(List.of()),
                        _ -> Optional.empty(),
                        Sample.NOW,
                        opening -> then.apply(reading(outside, opening)));
    }

    private static Reading reading(Octets message, Opening opening) {
        return new Reading(
                Opener.outerFields(message),
                opening,
                Optional.empty(),
                Journey.none(Journey.Content.OPEN),
                Authentication.none());
    }

    @Override
    public Optional<Octets> raw(LetterId id) {
        return Optional.ofNullable(letters.get(id));
    }
}
