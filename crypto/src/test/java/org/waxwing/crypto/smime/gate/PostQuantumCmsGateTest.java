package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.smime.UnlockedIdentity;
import org.waxwing.crypto.smime.UnlockedKey;

/// Messages with the algorithms that quantum computers don't break.
final class PostQuantumCmsGateTest {
    private static final String TRANSPORT =
            "no KEMRecipientInfo as RFC 9936 §2.1 asks: a KeyTransRecipientInfo whose key is the encapsulation with"
                    + " a wrapped key glued on, derived as one library does without any standard";
    private static final Map<String, String> DEVIATIONS = Map.of(
            "cht ml-kem-512-2.16.840.1.101.3.4.4.1_kemri_auth_id-alg-hkdf-with-sha256.der", TRANSPORT,
            "cht ml-kem-768-2.16.840.1.101.3.4.4.2_kemri_auth_id-alg-hkdf-with-sha512.der", TRANSPORT,
            "cht ml-kem-1024-2.16.840.1.101.3.4.4.3_kemri_auth_id-alg-hkdf-with-sha512.der", TRANSPORT);
    private static final Pattern STANDARD = Pattern.compile("2\\.16\\.840\\.1\\.101\\.3\\.4\\.[34]\\.\\d+_");

    @Test
    void readsWhatTheHackathonsProvidersMade() {
        Corpora.needed();
        Tally tally = new Tally("post-quantum CMS artifacts with standard identifiers", DEVIATIONS);
        for (String provider : List.of("bc", "carl-redhound", "cht", "cryptonext", "ossl35")) {
            Map<String, Octets> files = artifacts(provider);
            Octets expected = files.get("expected_plaintext.txt");
            files.forEach((name, content) -> {
                if (!STANDARD.matcher(name).find() || expected == null) {
                    return;
                }
                if (name.endsWith("_signed_attrs.der")) {
                    tally.check(provider + " " + name, signed(files, content, expected));
                } else if (name.contains("_kemri_")) {
                    tally.check(provider + " " + name, opened(files, name, content, expected));
                }
            });
        }
        tally.conclude(114);
    }

    private static boolean signed(Map<String, Octets> files, Octets message, Octets expected) {
        List<X509CertificateHolder> atHand = new ArrayList<>();
        files.forEach((name, content) -> {
            if (name.endsWith("_ee.der") || name.equals("ta.der")) {
                atHand.add(SmimeCorpora.certificate(content));
            }
        });
        LayeredReading reading = new LayeredReading(List.of(), atHand);
        Octets text = reading.cms(message);
        return reading.everySignatureHolds()
                && text.utf8().strip().endsWith(expected.utf8().strip());
    }

    private static boolean opened(Map<String, Octets> files, String name, Octets message, Octets expected) {
        String prefix = name.substring(0, name.indexOf("_kemri_"));
        Octets certificate = files.get(prefix + "_ee.der");
        boolean any = false;
        for (String form : List.of("_priv.der", "_seed_priv.der", "_expandedkey_priv.der", "_both_priv.der")) {
            Octets key = files.get(prefix + form);
            if (key != null && certificate != null) {
                UnlockedIdentity own = new UnlockedIdentity(
                        SmimeCorpora.certificate(certificate),
                        List.of(),
                        UnlockedKey.ofPkcs8(key).orElseThrow());
                LayeredReading reading = new LayeredReading(List.of(own), List.of());
                Octets text = reading.cms(message);
                if (!text.utf8().strip().endsWith(expected.utf8().strip())) {
                    System.out.println(name + form + " " + reading.layers());
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static Map<String, Octets> artifacts(String provider) {
        Map<String, Octets> files = new TreeMap<>();
        String path = "pqc-cms/providers/" + provider + "/artifacts_cms_v3.zip";
        try (ZipFile zip = new ZipFile(SmimeCorpora.path(path).toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().replaceFirst(".*/", "");
                if (!entry.isDirectory() && !name.startsWith("._")) {
                    files.put(name, Octets.readAll(zip.getInputStream(entry)));
                }
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void readsTheExamplesOfTheStandards() {
        Corpora.needed();
        Tally tally = new Tally("RFC 9936 and RFC 9882 examples, BC's ML-DSA");
        X509CertificateHolder certificate = SmimeCorpora.certificate(SmimeCorpora.file("rfc9936-mlkem/ML-KEM-512.pem"));
        Octets message = content("rfc9936-mlkem/ML-KEM-512.cms");
        for (String form : List.of("seed", "expanded", "both")) {
            UnlockedKey key = SmimeCorpora.key(SmimeCorpora.file("rfc9936-mlkem/ML-KEM-512-" + form + ".priv"));
            LayeredReading reading =
                    new LayeredReading(List.of(new UnlockedIdentity(certificate, List.of(), key)), List.of());
            tally.check(form, reading.cms(message).utf8().contains("Hello, world!"));
        }
        for (String size : List.of("44", "65", "87")) {
            for (String file : List.of(
                    "rfc9882-mldsa/mldsa" + size + "-signed-attrs.pem",
                    "bc-cms-mldsa/cms/mldsa/SignedData_ML-DSA-" + size + ".pem")) {
                // The certificates stand in RFC 9881, so the text is checked and the key is missing.
                LayeredReading reading = new LayeredReading(List.of(), List.of());
                Octets text = reading.cms(content(file));
                tally.check(
                        file,
                        text.utf8().contains("ML-DSA-" + size)
                                && reading.signers().size() == 1
                                && reading.signers().getFirst().mathematics() == Mathematics.NO_CERTIFICATE);
            }
        }
        tally.conclude(9);
    }

    private static Octets content(String file) {
        return Octets.of(SmimeCorpora.pem(SmimeCorpora.file(file)).getFirst().getContent());
    }
}
