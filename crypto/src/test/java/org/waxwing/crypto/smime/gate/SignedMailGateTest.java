package org.waxwing.crypto.smime.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.smime.UnlockedIdentity;

/// Signed mail of many programs: whether the numbers agree. What they prove is another gate's matter.
final class SignedMailGateTest {
    @Test
    void checksTheMailsOfPkits() {
        Corpora.needed();
        Tally tally = new Tally(
                "PKITS signed mails",
                Map.of(
                        "SignedValidDSAParameterInheritanceTest5.eml",
                        "the parameters of the DSA key stand in its issuer's certificate (RFC 3279 §2.3.2)"));
        for (Path file : SmimeCorpora.files("pkits-full/smime", ".eml")) {
            check(tally, file, List.of());
        }
        tally.conclude(223);
    }

    @Test
    void checksTheMailsOfOthers() {
        Corpora.needed();
        Tally tally = new Tally("signed mails of RFC 4134, Bouncy Castle, MimeKit, acme4j", Map.of());
        for (String folder : List.of("rfc4134", "bc-mail-test/test", "mimekit", "acme4j-rfc8823/email")) {
            for (Path file : SmimeCorpora.files(folder, ".eml", ".message", "thunderbird-signed.txt")) {
                Octets mail = Corpora.file(file);
                if (mail.latin1().contains("multipart/signed") && mail.latin1().contains("pkcs7-signature")) {
                    check(tally, file, List.of());
                }
            }
        }
        tally.conclude(29);
    }

    @Test
    void readsTheMailsOfTheProtectedHeadersDraft() {
        Corpora.needed();
        Tally tally = new Tally("mails of the protected headers draft");
        List<UnlockedIdentity> own = List.of(SmimeCorpora.stored("protected-headers-draft/bob.p12", "bob"));
        for (Path file : SmimeCorpora.files("protected-headers-draft", ".eml")) {
            if (!file.getFileName().toString().startsWith("smime-")) {
                continue;
            }
            LayeredReading reading = new LayeredReading(own, List.of());
            Octets text = reading.mail(Corpora.file(file));
            boolean signed = file.getFileName().toString().contains("sign");
            boolean holds = !text.isEmpty() && (!signed || reading.everySignatureHolds());
            if (!holds) {
                System.out.println(file.getFileName() + " " + reading.layers());
            }
            tally.check(file.getFileName().toString(), holds);
        }
        tally.conclude(5);
    }

    static void check(Tally tally, Path file, List<UnlockedIdentity> own) {
        LayeredReading reading = new LayeredReading(own, List.of());
        Octets _ = reading.mail(Corpora.file(file));
        boolean holds = reading.everySignatureHolds();
        if (!holds) {
            System.out.println(file.getFileName() + " " + reading.layers() + " "
                    + reading.signers().stream()
                            .map(signer -> signer.mathematics() + " "
                                    + signer.certificate()
                                            .map(found -> found.getSubjectPublicKeyInfo()
                                                    .getAlgorithm()
                                                    .getAlgorithm()
                                                    .getId())
                                            .orElse("?"))
                            .toList());
        }
        tally.check(file.getFileName().toString(), holds);
    }
}
