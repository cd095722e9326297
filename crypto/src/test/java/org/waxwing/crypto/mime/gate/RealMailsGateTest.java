package org.waxwing.crypto.mime.gate;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Opening.Reason;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.gate.MailCorpora.Mail;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Every mail of every corpus opens; where a corpus says what is in the parts, that is what is found.
class RealMailsGateTest {
    private static final Map<String, String> CLOSED = Map.of(
            "chatmail/test-data/message/protonmail-repaired.eml",
            "what should be ciphertext is a note that stands for it",
            "notmuch/test/corpora/protected-headers/phony-protected-header-bad-encryption.eml",
            "the ciphertext is damaged on purpose");

    private static final String CUT_CODE =
            "the base64 ends within four letters; the octets that it still gives are kept";
    private static final String BOUNDARY_IN_BLANKS = "no boundary ends with a blank (RFC 2046 §5.1.1)";
    private static final String NO_FIELD = "a line that is no field ends no header section";
    private static final Map<String, String> OTHER_BODIES = Map.ofEntries(
            Map.entry("frag_decoded_1_2_1_2_1_2_1_2.bin", CUT_CODE),
            Map.entry("multi-frag_decoded_1_3_2.bin", CUT_CODE),
            Map.entry("ending-boundaries_decoded_1_1.txt", "a line with more text than the boundary is none"),
            Map.entry("malformedHeader-noheader_decoded_1.txt", "a text without any field is all meant to be read"),
            Map.entry("malformedHeaderStartsBody-nocrlfcrlf_decoded_1.txt", NO_FIELD),
            Map.entry("malformedHeaderStartsBody-noheader_decoded_1.txt", NO_FIELD),
            Map.entry("missing-inner-boundary_decoded_1_2_1.txt", "a multipart without its boundary is one text"),
            Map.entry("multipartemptypart_decoded_1_2.txt", "between two delimiters stands one part, not two"),
            Map.entry("multipartnestedemptyparts_decoded_1_1.txt", "states the letter inside as one text"),
            Map.entry("weird-boundary_decoded_1_1.txt", BOUNDARY_IN_BLANKS),
            Map.entry("very-long-boundary_decoded_1_1.txt", BOUNDARY_IN_BLANKS),
            Map.entry("very-very-long-boundary_decoded_1_1.txt", BOUNDARY_IN_BLANKS));

    private final Opener opener =
            Opener.with(OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));

    @BeforeAll
    static void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void everyMailOpens() {
        Tally tally = new Tally("mails that open or say for which key", CLOSED);
        for (Mail mail : MailCorpora.all()) {
            tally.check(mail.name(), opens(mail.bytes()));
        }
        tally.conclude(1760);
    }

    private boolean opens(Octets mail) {
        Opening opening = opener.open(
                mail,
                SecretKeySource.of(List.of()),
                CertificateSource.none(),
                _ -> Optional.empty(),
                Instant.parse("2026-11-24T12:00:00Z"));
        return switch (opening) {
            case Opening.Opened _, Opening.Unproven _, Opening.Locked _ -> true;
            case Opening.Unopenable(Reason reason) -> reason == Reason.NO_KEY;
        };
    }

    @Test
    void everyPartHoldsWhatItsCorpusSays() {
        Tally tally = new Tally("decoded parts as mime4j states them", OTHER_BODIES);
        for (Path stated : Corpora.files("../mail/mime4j")) {
            String name = stated.getFileName().toString();
            int mark = name.indexOf("_decoded_");
            if (mark >= 0) {
                Octets mail = Corpora.file(stated.resolveSibling(name.substring(0, mark) + ".msg"));
                String place = name.substring(mark + "_decoded_".length(), name.lastIndexOf('.'));
                tally.check(name, holds(mail, place, Corpora.file(stated)));
            }
        }
        tally.conclude(150);
    }

    /// @param place such as 1_2, the second part of the message
    private static boolean holds(Octets mail, String place, Octets stated) {
        MimePart part = switch (MimeParser.parse(mail)) {
            case MimeParsing.Parsed parsed -> parsed.root();
            case MimeParsing.BeyondLimits _ -> throw new AssertionError("beyond limits");
        };
        List<String> steps = new ArrayList<>(List.of(place.split("_")));
        steps.removeFirst();
        for (String step : steps) {
            int index = Integer.parseInt(step) - 1;
            List<MimePart> parts = switch (part) {
                case MimePart.Leaf _ -> List.of();
                case MimePart.EmbeddedMessage embedded -> List.of(embedded.message());
                case MimePart.Multipart multipart -> multipart.parts();
            };
            if (index >= parts.size()) {
                return false;
            }
            part = parts.get(index);
        }
        return part instanceof MimePart.Leaf leaf && lines(leaf.content()).equals(lines(stated));
    }

    /// Line ends differ with the tool that decoded.
    private static String lines(Octets octets) {
        return octets.latin1().replace("\r\n", "\n").stripTrailing();
    }
}
