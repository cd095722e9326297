package org.waxwing.crypto.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Opens every letter of a folder of attacks made by others, by one who owns every OpenPGP key and accepts
/// every certificate in it, and prints a line for each and a line for each group (the folders below). What
/// is to be expected says a file `expected.tsv` (name, status); where it says nothing, a letter that claims
/// to be proven is "partial", for a person has to look whether it may.
public final class AttackCorpus {
    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());
    private final Opener opener = Opener.with(openPgp, Smime.with(new SecureRandom()));
    private final List<OpenPgpSecretKey> keys = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();
    private final Map<String, String> expected = new HashMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> groups = new TreeMap<>();

    private AttackCorpus() {}

    /// @param arguments the folders; ends with 1 where a letter failed
    public static void main(String[] arguments) throws IOException {
        AttackCorpus corpus = new AttackCorpus();
        for (String folder : arguments) {
            corpus.run(Path.of(folder));
        }
        corpus.groups.forEach((group, scores) -> System.out.println(group + ": " + scores));
        if (corpus.groups.values().stream().anyMatch(scores -> scores.containsKey("failed"))) {
            System.exit(1);
        }
    }

    private void run(Path folder) throws IOException {
        List<Path> letters = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toString().toLowerCase(Locale.ROOT);
                if (name.matches(".*\\.(asc|gpg|pgp|pub|sec|key)")) {
                    openPgp.read(Octets.of(Files.readAllBytes(file))).items().forEach(this::own);
                } else if (file.endsWith("expected.tsv")) {
                    Files.readAllLines(file).stream()
                            .map(line -> line.split("\t", 3))
                            .filter(columns -> columns.length > 1)
                            .forEach(columns -> expected.put(columns[0], columns[1]));
                } else if (name.matches(".*\\.(eml|msg|mbox|txt)")) {
                    letters.add(file);
                }
            }
        }
        for (Path letter : letters) {
            judge(folder, letter);
        }
    }

    private void own(KeyMaterial.Item item) {
        if (item instanceof KeyMaterial.Item.SecretKeyFound found) {
            keys.add(found.key());
            certificates.add(found.key().certificate());
        } else if (item instanceof KeyMaterial.Item.CertificateFound found) {
            certificates.add(found.certificate());
        }
    }

    private void judge(Path folder, Path letter) throws IOException {
        String name = folder.relativize(letter).toString();
        String status = status(Octets.of(Files.readAllBytes(letter)));
        Optional<String> wanted = Optional.ofNullable(expected.get(name));
        boolean claims = status.equals("verified") || status.equals("confidential");
        String score = wanted.map(other -> other.equalsIgnoreCase(status) ? "passed" : "failed")
                .orElse(claims ? "partial" : "passed");
        String reason = wanted.map(other -> ", expected " + other).orElse(claims ? ", look whether it may" : "");
        System.out.printf(Locale.ROOT, "%-8s %-25s %s%s%n", score, status, name, reason);
        String group = name.matches("[^/\\\\]+") ? folder.getFileName() + "" : name.split("[/\\\\]")[0];
        groups.computeIfAbsent(group, _ -> new TreeMap<>()).merge(score, 1, Integer::sum);
    }

    private String status(Octets letter) {
        Opening opening = opener.open(
                letter,
                SecretKeySource.of(keys),
                CertificateSource.of(certificates),
                _ -> Optional.empty(),
                Instant.parse("2026-11-24T12:00:00Z"));
        return switch (opening) {
            case Opening.Opened opened -> word(opened.summary().status());
            case Opening.Unproven _ -> "unproven";
            case Opening.Locked _ -> "locked";
            case Opening.Unopenable(Opening.Reason reason) -> "unopenable " + word(reason);
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
