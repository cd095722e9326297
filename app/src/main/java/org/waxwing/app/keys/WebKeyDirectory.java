package org.waxwing.app.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.StorageException;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.DomainName;

/// A Web Key Directory as files (draft-koch-openpgp-webkey-service §3.1): below the folder lies one folder
/// for each web server, named like it, whose contents are to be placed at that server's root. The advanced
/// method asks `openpgpkey.DOMAIN`, the direct one `DOMAIN` itself; either will do.
final class WebKeyDirectory {
    private static final String ALPHABET = "ybndrfg8ejkmcpqxot1uwisza345h769";
    private static final int BITS_IN_A_LETTER = 5;

    private final Path folder;

    WebKeyDirectory(Path folder) {
        this.folder = folder;
    }

    /// Writes the certificate for each of its addresses, over what was there for them.
    List<Path> write(OpenPgpCertificate certificate, Instant now) {
        List<Path> written = new ArrayList<>();
        List<AddrSpec> addresses = certificate.userIds().stream()
                .map(UserId::address)
                .flatMap(Optional::stream)
                .filter(address -> certificate.binds(address, now))
                .distinct()
                .toList();
        try {
            for (AddrSpec address : addresses) {
                String domain = address.asciiDomain();
                String name = hash(address.localPart());
                written.add(place(certificate, "openpgpkey." + domain, domain, name));
                written.add(place(certificate, domain, "", name));
            }
        } catch (IOException failed) {
            throw new StorageException(
                    "The files can't be written there.",
                    new IOException(failed.getClass().getSimpleName()));
        }
        return written;
    }

    private Path place(OpenPgpCertificate certificate, String host, String below, String name) throws IOException {
        Path root = folder.resolve(host).resolve(".well-known").resolve("openpgpkey");
        Path directory = below.isEmpty() ? root : root.resolve(below);
        Path hashed = Files.createDirectories(directory.resolve("hu"));
        if (!Files.exists(directory.resolve("policy"))) {
            Path _ = Files.createFile(directory.resolve("policy"));
        }
        return Files.write(hashed.resolve(name), certificate.encoded().toByteArray());
    }

    /// The name of the file for a local part: its SHA-1 with A to Z in lower case, in z-base-32 (RFC 6189 §5.1.6).
    static String hash(String localPart) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-1")
                    .digest(DomainName.lower(localPart).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java platform has SHA-1", broken);
        }
        StringBuilder letters = new StringBuilder();
        int bits = 0;
        int pending = 0;
        for (byte octet : digest) {
            pending = pending << Byte.SIZE | Byte.toUnsignedInt(octet);
            bits += Byte.SIZE;
            while (bits >= BITS_IN_A_LETTER) {
                bits -= BITS_IN_A_LETTER;
                letters.append(ALPHABET.charAt(pending >> bits & (1 << BITS_IN_A_LETTER) - 1));
            }
            pending &= (1 << bits) - 1;
        }
        return letters.toString();
    }
}
