package org.waxwing.app.practice;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Runs of bytes, one after the other.
final class Runs {
    private Runs() {}

    static Octets joined(List<Octets> runs) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(runs.stream().mapToInt(Octets::length).sum());
        runs.forEach(run -> out.writeBytes(run.toByteArray()));
        return Octets.of(out.toByteArray());
    }
}
