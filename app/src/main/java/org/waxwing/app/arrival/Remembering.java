package org.waxwing.app.arrival;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waxwing.app.read.Finding;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.MessageIds;
import org.waxwing.crypto.mime.Octets;

/// Compares an opened letter with what this computer knows already.
public final class Remembering {
    /// A thread is followed through so many letters.
    private static final int MOST_LETTERS = 200;

    private static final int MOST_FILES = 4;
    private static final int LARGEST_FILE = 1 << 18;
    private static final Pattern KEY_DATA = Pattern.compile("(?i)(?:^|;)\\s*keydata\\s*=([A-Za-z0-9+/=\\s]+)");

    private final LetterStore store;
    private final OpenPgp openPgp;
    private final Supplier<Function<Certificate, Optional<AddrSpec>>> ownNames;

    /// @param ownNames the person's own address that somebody else's certificate claims; looked up once for
    ///   each letter, for one may bring thousands of certificates
    public Remembering(
            LetterStore store, OpenPgp openPgp, Supplier<Function<Certificate, Optional<AddrSpec>>> ownNames) {
        this.store = store;
        this.openPgp = openPgp;
        this.ownNames = ownNames;
    }

    List<Finding> findings(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> findings(opened);
            case Opening.Unproven _, Opening.Locked _, Opening.Unopenable _ -> List.of();
        };
    }

    private List<Finding> findings(Opening.Opened opened) {
        List<Finding> findings = new ArrayList<>();
        boolean clear = opened.summary().confidentiality() instanceof Confidentiality.Cleartext;
        if (clear && store.holdsSealed(thread(opened.payload().fields()))) {
            findings.add(new Finding.ThreadWasSealed());
        }
        findings.addAll(inYourName(
                Stream.concat(signer(opened), brought(opened.payload())).toList()));
        return findings;
    }

    private List<Finding> inYourName(List<Certificate> certificates) {
        if (certificates.isEmpty()) {
            return List.of();
        }
        Function<Certificate, Optional<AddrSpec>> ownName = ownNames.get();
        return certificates.stream()
                .<Finding>flatMap(certificate -> ownName
                        .apply(certificate)
                        .map(address -> new Finding.CertificateInYourName(address, certificate.fingerprint()))
                        .stream())
                .distinct()
                .toList();
    }

    /// The letter itself, which may have come sealed before, and those that it answers.
    private static List<String> thread(ProtectedFields fields) {
        return Stream.concat(fields.messageId().stream(), answered(fields))
                .distinct()
                .limit(MOST_LETTERS)
                .toList();
    }

    private static Stream<String> answered(ProtectedFields fields) {
        return fields.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("In-Reply-To")
                        || field.name().equalsIgnoreCase("References"))
                .flatMap(field -> MessageIds.parse(field.value()).reversed().stream());
    }

    private static Stream<Certificate> signer(Opening.Opened opened) {
        return switch (opened.summary().authenticity()) {
            case Authenticity.Verified verified -> Stream.of(verified.signer());
            case Authenticity.Unverified _, Authenticity.Unsigned _ -> Stream.of();
        };
    }

    /// Certificates that lie in it as files or stand in its header (Autocrypt Level 1 §2.1).
    private Stream<Certificate> brought(CryptographicPayload payload) {
        Stream<Octets> attached = payload.content().attachments().stream()
                .filter(file -> file.mediaType().equals("application/pgp-keys"))
                .map(file -> file.content());
        Stream<Octets> stated = payload.fields().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("Autocrypt"))
                .flatMap(field -> keyData(field.value()).stream());
        return Stream.concat(attached, stated)
                .filter(octets -> octets.length() <= LARGEST_FILE)
                .limit(MOST_FILES)
                .flatMap(octets -> openPgp.read(octets).items().stream())
                .filter(Item.CertificateFound.class::isInstance)
                .map(item -> ((Item.CertificateFound) item).certificate());
    }

    private static Optional<Octets> keyData(String value) {
        Matcher data = KEY_DATA.matcher(value);
        if (!data.find() || value.length() > 2 * LARGEST_FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Octets.of(Base64.getDecoder().decode(data.group(1).replaceAll("\\s", ""))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
