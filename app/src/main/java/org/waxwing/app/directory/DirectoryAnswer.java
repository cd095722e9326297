package org.waxwing.app.directory;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// What came of asking a directory.
public sealed interface DirectoryAnswer {
    /// @param values what stands in the attributes for certificates: DER, by anybody
    record Got(List<Octets> values) implements DirectoryAnswer {
        public Got {
            values = List.copyOf(values);
        }
    }

    record Failed(Why why) implements DirectoryAnswer {}

    /// Why nothing came.
    enum Why {
        /// What was typed is no address of a directory.
        NO_DIRECTORY,
        UNREACHABLE,
        /// It doesn't let anybody search, or doesn't know the place.
        REFUSED,
        TOO_SLOW
    }
}
