package org.waxwing.keystore.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.transfer.ImportReport.Line;
import org.waxwing.keystore.transfer.ImportReport.Line.Why;

/// Brings certificates and keys into a keyring: from files (OpenPGP, armoured or binary, many in one;
/// PKCS#12, PEM, DER and PKCS#7 of S/MIME; a backup that holds both) and straight from a GnuPG home, without
/// gpg and without changing anything there. What a file is, is seen in its bytes.
///
/// A folder that is no GnuPG home gives the key files that lie directly in it, by their endings.
public final class KeyImport {
    /// A file above this many bytes is refused.
    private static final int MAX_FILE = 128 << 20;

    /// A folder gives this many files at most.
    private static final int MAX_FILES = 1_000;

    /// And a file this many keys in blocks of their own: each costs about a second to open.
    private static final int MAX_BLOCKS = 200;

    private static final List<String> ENDINGS = List.of(
            ".asc", ".gpg", ".pgp", ".key", ".pub", ".sec", ".rev", ".p12", ".pfx", ".pem", ".crt", ".cer", ".der",
            ".p7b", ".p7c");

    private final Keyring keyring;
    private final OpenPgp openPgp;
    private final SecureRandom random;

    public KeyImport(Keyring keyring, OpenPgp openPgp, SecureRandom random) {
        this.keyring = keyring;
        this.openPgp = openPgp;
        this.random = random;
    }

    public KeyImport(Keyring keyring, OpenPgp openPgp) {
        this(keyring, openPgp, new SecureRandom());
    }

    /// Imports every path, a file or a GnuPG home, and names every item. Certificates from files are
    /// accepted, because the person chose the file; own keys are verified.
    ///
    /// @param passphrases tried on every locked secret key, in order
    public ImportReport run(List<Path> paths, List<Passphrase> passphrases, Instant now) {
        return run(paths, passphrases, FilePassphrase.unknown(), now);
    }

    /// The same.
    ///
    /// @param asked for the passphrase of an S/MIME file that none of the others opens
    public ImportReport run(List<Path> paths, List<Passphrase> passphrases, FilePassphrase asked, Instant now) {
        Intake intake = new Intake(keyring, openPgp, now);
        List<Line> lines = new ArrayList<>();
        for (Path path : paths) {
            if (GnuPgHome.isAt(path)) {
                lines.addAll(new GnuPgHomeImport(keyring, openPgp, intake, passphrases).run(path));
            } else if (Files.isDirectory(path)) {
                lines.addAll(folder(intake, path, new Passphrases(passphrases, asked), now));
            } else {
                lines.addAll(file(intake, path, new Passphrases(passphrases, asked), now));
            }
        }
        return new ImportReport(lines);
    }

    /// The GnuPG home of this computer's user, where there is one.
    public static Optional<Path> usualGnuPgHome() {
        return GnuPgHome.usual(System::getenv, Path.of(System.getProperty("user.home")));
    }

    /// What may open a locked key.
    ///
    /// @param given tried in order
    /// @param asked where none of them opens a file
    record Passphrases(List<Passphrase> given, FilePassphrase asked) {}

    private List<Line> folder(Intake intake, Path folder, Passphrases passphrases, Instant now) {
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(KeyImport::isKeyFile)
                    .sorted()
                    .limit(MAX_FILES + 1)
                    .toList();
        } catch (IOException failed) {
            return List.of(new Line.Unreadable(name(folder), Why.NOT_READABLE));
        }
        if (files.isEmpty() || files.size() > MAX_FILES) {
            return List.of(new Line.Unreadable(name(folder), files.isEmpty() ? Why.NOTHING_INSIDE : Why.TOO_LARGE));
        }
        return files.stream()
                .flatMap(file -> file(intake, file, passphrases, now).stream())
                .toList();
    }

    private static boolean isKeyFile(Path path) {
        String name = name(path).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private List<Line> file(Intake intake, Path file, Passphrases passphrases, Instant now) {
        if (!Files.exists(file)) {
            return List.of(new Line.Unreadable(name(file), Why.NOT_FOUND));
        }
        Octets bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = Octets.of(in.readNBytes(MAX_FILE + 1));
        } catch (IOException failed) {
            return List.of(new Line.Unreadable(name(file), Why.NOT_READABLE));
        }
        if (bytes.length() > MAX_FILE) {
            return List.of(new Line.Unreadable(name(file), Why.TOO_LARGE));
        }
        BackupBlocks blocks = BackupBlocks.in(bytes);
        if (blocks.identities().size() > MAX_BLOCKS) {
            return List.of(new Line.Unreadable(name(file), Why.TOO_LARGE));
        }
        List<Line> lines = new ArrayList<>();
        if (blocks.identities().isEmpty() || !blocks.rest().latin1().isBlank()) {
            lines.addAll(plain(intake, name(file), blocks.rest(), passphrases, now));
        }
        try (RememberedPassphrase asked = new RememberedPassphrase(passphrases.asked())) {
            SmimeIntake smime = new SmimeIntake(keyring, random, now);
            Passphrases all = new Passphrases(passphrases.given(), asked);
            for (Octets identity : blocks.identities()) {
                lines.addAll(smime.take(name(file), identity, all, evidence(now)));
            }
        }
        return lines;
    }

    private static String evidence(Instant now) {
        return "imported from a file on " + LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private List<Line> plain(Intake intake, String file, Octets bytes, Passphrases passphrases, Instant now) {
        BothArmours both = BothArmours.in(bytes);
        List<Line> lines = new ArrayList<>(ofOneKind(intake, file, both.openPgp(), passphrases, now));
        if (!both.smime().isEmpty()) {
            // A block that is of neither kind makes what stands beside it no worse.
            ofOneKind(intake, file, both.smime(), passphrases, now).stream()
                    .filter(line -> !(line instanceof Line.Unreadable))
                    .forEach(lines::add);
        }
        return lines;
    }

    private List<Line> ofOneKind(Intake intake, String file, Octets bytes, Passphrases passphrases, Instant now) {
        String evidence = evidence(now);
        if (SmimeIntake.takes(bytes)) {
            return new SmimeIntake(keyring, random, now).take(file, bytes, passphrases, evidence);
        }
        KeyMaterial material = openPgp.read(bytes);
        if (material.items().isEmpty()) {
            return List.of(new Line.Unreadable(file, Why.NOTHING_INSIDE));
        }
        Intake.Trust trust = _ -> Optional.of(new Intake.Trust.Judgement(Acceptance.ACCEPTED, evidence));
        return intake.take(file, material, trust, "own key, " + evidence, passphrases.given());
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "/" : name.toString();
    }
}
