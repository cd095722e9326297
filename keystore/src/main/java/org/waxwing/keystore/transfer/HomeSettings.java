package org.waxwing.keystore.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.gnupg.GnuPgOptions;
import org.waxwing.crypto.gnupg.GnuPgOptions.Option;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.transfer.ImportReport.Line.Fate;

/// Says of every option of a home's `gpg.conf` that concerns keys, readers or the network what becomes of
/// it. What only concerns the gpg program, such as its output, is passed over.
final class HomeSettings {
    static final String FILE = "gpg.conf";
    /// Further rings that gpg reads.
    static final Set<String> RINGS = Set.of("keyring", "primary-keyring");

    private static final Set<String> COPY_TO_ONESELF = Set.of("default-recipient-self", "encrypt-to-default-key");
    private static final Set<String> COPY_TO_A_KEY = Set.of("encrypt-to", "hidden-encrypt-to", "default-recipient");
    private static final Set<String> OWN_KEY = Set.of("default-key", "local-user", "u", "sender");
    private static final Set<String> NETWORK = Set.of(
            "keyserver",
            "keyserver-options",
            "auto-key-locate",
            "auto-key-retrieve",
            "auto-key-import",
            "no-auto-key-retrieve",
            "no-auto-key-locate",
            "use-keyboxd");
    private static final Set<String> TRUST = Set.of(
            "trust-model",
            "always-trust",
            "tofu-default-policy",
            "marginals-needed",
            "completes-needed",
            "max-cert-depth",
            "min-cert-level",
            "trusted-key",
            "no-auto-check-trustdb",
            "auto-check-trustdb");
    private static final Set<String> WEAKER = Set.of(
            "ignore-mdc-error",
            "rfc2440",
            "pgp6",
            "pgp7",
            "pgp8",
            "rfc4880",
            "openpgp",
            "allow-weak-digest-algos",
            "allow-weak-key-signatures",
            "disable-mdc",
            "no-mdc-warning",
            "allow-old-cipher-algos",
            "ignore-valid-from",
            "ignore-crc-error");

    private static final Map<Fate, Set<String>> FATES = Map.of(
            Fate.TAKEN, RINGS,
            Fate.ALWAYS_SO, COPY_TO_ONESELF,
            Fate.BY_ADDRESS, OWN_KEY,
            Fate.NO_GROUPS, Set.of("group"),
            Fate.ONLY_WHEN_ASKED, NETWORK,
            Fate.DECIDED_FOR_EACH, TRUST,
            Fate.WEAKER, WEAKER);

    private HomeSettings() {}

    /// @param own the certificates of which the home holds the secret key
    /// @param all every certificate of the home
    static List<Line> lines(GnuPgOptions options, List<OpenPgpCertificate> own, List<OpenPgpCertificate> all) {
        List<Line> lines = new ArrayList<>();
        for (Option option : options.all()) {
            String setting = option.name().equals("group")
                    ? group(option.value(), all)
                    : (option.name() + " " + option.value()).strip();
            fate(option, own).ifPresent(fate -> lines.add(new Line.Setting(FILE, setting, fate)));
        }
        return lines;
    }

    /// Nothing for what only concerns the gpg program.
    private static Optional<Fate> fate(Option option, List<OpenPgpCertificate> own) {
        String name = option.name();
        if (COPY_TO_A_KEY.contains(name)) {
            return Optional.of(isOne(option.value(), own) ? Fate.ALWAYS_SO : Fate.ONLY_THOSE_ADDRESSED);
        }
        if (isAlgorithm(name)) {
            return Optional.of(Fate.FROM_CERTIFICATES);
        }
        return FATES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isAlgorithm(String name) {
        return name.endsWith("-algo")
                || name.endsWith("-preferences")
                || name.endsWith("-preference-list")
                || name.equals("weak-digest")
                || name.startsWith("compress-")
                || name.startsWith("s2k-")
                || name.startsWith("force-ocb")
                || name.startsWith("force-aead")
                || name.equals("throw-keyids");
    }

    /// "group friends: anna@example.org, ben@example.org (not in this home)".
    private static String group(String value, List<OpenPgpCertificate> all) {
        int sign = value.indexOf('=');
        String name = (sign < 0 ? value : value.substring(0, sign)).strip();
        List<String> members = Arrays.stream((sign < 0 ? "" : value.substring(sign + 1)).split("[\\s,;]+"))
                .filter(Predicate.not(String::isEmpty))
                .map(member -> isOne(member, all) ? member : member + " (not in this home)")
                .toList();
        return "group " + name + ": " + String.join(", ", members);
    }

    /// Whether the words that gpg knows a key by fit one of the certificates: a fingerprint, a key ID, an
    /// address or a part of a user id.
    private static boolean isOne(String words, List<OpenPgpCertificate> certificates) {
        String wanted =
                words.toUpperCase(Locale.ROOT).replaceFirst("^0X|^[=<@*]", "").replaceFirst("[!>]$", "");
        if (wanted.isEmpty()) {
            return false;
        }
        boolean number = wanted.length() >= 8 && wanted.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return certificates.stream()
                .anyMatch(certificate -> number
                        ? certificate.keys().stream()
                                .anyMatch(key -> key.fingerprint()
                                        .hex()
                                        .toUpperCase(Locale.ROOT)
                                        .endsWith(wanted))
                        : certificate.userIds().stream()
                                .anyMatch(
                                        id -> id.text().toUpperCase(Locale.ROOT).contains(wanted)));
    }
}
