package org.waxwing.crypto.smime.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.smime.UnlockedIdentity;

/// Whatever is in a file, reading it ends with an outcome.
final class EveryFileGateTest {
    private static final int LARGEST = 64 * 1024;
    private static final List<String> FOLDERS = List.of(
            "made-here",
            "rfc4134",
            "rfc9936-mlkem",
            "rfc9882-mldsa",
            "bc-cms-mldsa",
            "bc-mail-test",
            "mimekit",
            "gnupg-cms",
            "openssl",
            "protected-headers-draft",
            "acme4j-rfc8823",
            "pyca");

    @Test
    void throwsNothingWhateverIsInAFile() {
        Corpora.needed();
        List<UnlockedIdentity> own = SmimeCorpora.madeHere();
        List<X509CertificateHolder> atHand =
                own.stream().map(UnlockedIdentity::certificate).toList();
        Tally tally = new Tally("S/MIME files, whole, cut, flipped: nothing thrown");
        for (String folder : FOLDERS) {
            for (Path file : SmimeCorpora.files(folder)) {
                Octets whole = Corpora.file(file);
                for (Octets form : forms(whole)) {
                    tally.check(file + " " + form.length(), ends(form, own, atHand));
                }
            }
        }
        tally.conclude(1000);
    }

    private static boolean ends(Octets bytes, List<UnlockedIdentity> own, List<X509CertificateHolder> atHand) {
        try {
            Octets _ = new LayeredReading(own, atHand).cms(bytes);
            Octets _ = new LayeredReading(own, atHand).mail(bytes);
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            System.out.printf(Locale.ROOT, "%s%n", thrown);
            return false;
        }
    }

    /// The file whole, cut in three places, and with an octet changed in nine.
    private static List<Octets> forms(Octets whole) {
        List<Octets> forms = new ArrayList<>(List.of(whole));
        if (whole.length() > LARGEST || whole.isEmpty()) {
            return forms;
        }
        for (int part = 1; part < 4; part++) {
            forms.add(whole.slice(0, whole.length() * part / 4));
        }
        for (int part = 0; part < 9; part++) {
            byte[] flipped = whole.toByteArray();
            int place = part < 4 ? Math.min(part * 5 + 1, flipped.length - 1) : flipped.length * (part - 3) / 6;
            flipped[Math.min(place, flipped.length - 1)] ^= (byte) (part < 4 ? 0x80 : 1 << part % 8);
            forms.add(Octets.of(flipped));
        }
        return forms;
    }
}
