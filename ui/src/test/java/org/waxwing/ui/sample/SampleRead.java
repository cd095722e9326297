package org.waxwing.ui.sample;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.app.read.Reading;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.mime.Octets;

/// Nothing to read: the pages of the samples come from [SamplePages].
public final class SampleRead implements ReadLetter {
    @Override
    public Optional<Reading> read(LetterId id, BooleanSupplier nobodyWaits) {
        return Optional.empty();
    }

    @Override
    public Reading readFile(Octets message, Optional<Technology> only) {
        throw new IllegalStateException("no files in the samples");
    }

    @Override
    public Reading readEnclosed(EnclosedLetter letter) {
        throw new IllegalStateException("no letters in letters in the samples");
    }

    @Override
    public Optional<Octets> raw(LetterId id) {
        return Optional.empty();
    }
}
