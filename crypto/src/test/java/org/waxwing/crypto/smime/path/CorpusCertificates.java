package org.waxwing.crypto.smime.path;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;

/// Certificates of the corpora, which lie there in PEM or DER.
final class CorpusCertificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private CorpusCertificates() {}

    static Octets der(String name) {
        Octets octets = Corpora.file(Corpora.smime(name));
        List<Octets> all = all(octets.latin1());
        return all.isEmpty() ? octets : all.getFirst();
    }

    static PathCertificate read(String name) {
        return PathCertificate.read(der(name)).orElseThrow();
    }

    static List<Octets> all(String pem) {
        List<Octets> all = new ArrayList<>();
        for (int at = pem.indexOf(BEGIN); at >= 0; at = pem.indexOf(BEGIN, at + 1)) {
            String body = pem.substring(at + BEGIN.length(), pem.indexOf("-----END", at));
            all.add(Octets.of(Base64.getMimeDecoder().decode(body)));
        }
        return all;
    }
}
