package org.waxwing.crypto.gnupg;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;

/// GnuPG's `trustdb.gpg`, version 3: records of 40 bytes, of which those of type 12 hold the ownertrust of
/// one certificate each.
///
/// @param ownerTrusts what was said of whom
/// @param whole false when the file doesn't follow the format to its end
public record TrustDatabase(Map<Fingerprint, OwnerTrust> ownerTrusts, boolean whole) {
    private static final int RECORD = 40;
    private static final int VERSION_RECORD = 1;
    private static final int TRUST_RECORD = 12;
    private static final int TRUST_MASK = 0x0F;
    private static final int DISABLED = 0x80;

    public TrustDatabase {
        ownerTrusts = Map.copyOf(ownerTrusts);
    }

    /// Nobody said anything of anyone.
    public static TrustDatabase empty() {
        return new TrustDatabase(Map.of(), true);
    }

    /// The ownertrusts in the file; none when it is of another version.
    public static TrustDatabase read(Octets file) {
        if (file.length() < RECORD || file.at(0) != VERSION_RECORD || !isVersion3(file)) {
            return new TrustDatabase(Map.of(), false);
        }
        Map<Fingerprint, OwnerTrust> found = new HashMap<>();
        int offset = RECORD;
        for (; offset + RECORD <= file.length(); offset += RECORD) {
            if (file.at(offset) == TRUST_RECORD) {
                byte[] digits = file.slice(offset + 2, offset + 22).toByteArray();
                int value = file.at(offset + 22);
                trust(value)
                        .ifPresent(said -> found.put(
                                new Fingerprint.OpenPgpV4(HexFormat.of().formatHex(digits)), said));
            }
        }
        return new TrustDatabase(found, offset == file.length());
    }

    public OwnerTrust of(Fingerprint certificate) {
        return ownerTrusts.getOrDefault(certificate, OwnerTrust.UNDEFINED);
    }

    private static boolean isVersion3(Octets file) {
        return file.slice(1, 4).latin1().equals("gpg") && file.at(4) == 3;
    }

    private static Optional<OwnerTrust> trust(int value) {
        if ((value & DISABLED) != 0) {
            return Optional.of(OwnerTrust.DISABLED);
        }
        return switch (value & TRUST_MASK) {
            case 3 -> Optional.of(OwnerTrust.NEVER);
            case 4 -> Optional.of(OwnerTrust.MARGINAL);
            case 5 -> Optional.of(OwnerTrust.FULL);
            case 6 -> Optional.of(OwnerTrust.ULTIMATE);
            default -> Optional.empty();
        };
    }
}
