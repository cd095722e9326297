package org.waxwing.crypto.smime.path;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.waxwing.crypto.mime.Octets;

/// The source of NSS's built-in roots, `certdata.txt`, as far as it tells who is trusted for mail.
///
/// @param trustedForMail the labels by the certificates in DER
record NssCertdata(Map<Octets, String> trustedForMail) {
    private record Subject(Octets issuer, Octets serial) {}

    private record Item(Map<String, String> words, Map<String, Octets> values) {
        private Subject subject() {
            return new Subject(
                    values.getOrDefault("CKA_ISSUER", Octets.empty()),
                    values.getOrDefault("CKA_SERIAL_NUMBER", Octets.empty()));
        }

        private boolean says(String attribute, String word) {
            return word.equals(words.get(attribute));
        }
    }

    static NssCertdata read(Octets text) {
        List<Item> items = new ArrayList<>();
        for (Iterator<String> lines = text.utf8().lines().iterator(); lines.hasNext(); ) {
            String[] words = lines.next().split(" ", 3);
            if (words[0].equals("CKA_CLASS")) {
                items.add(new Item(new HashMap<>(), new HashMap<>()));
            }
            if (items.isEmpty() || !words[0].startsWith("CKA_")) {
                continue;
            }
            if (words[1].equals("MULTILINE_OCTAL")) {
                items.getLast().values().put(words[0], octal(lines));
            } else {
                items.getLast().words().put(words[0], words.length > 2 ? words[2] : "");
            }
        }
        Map<Subject, Item> certificates = new HashMap<>();
        Map<Octets, String> trusted = new HashMap<>();
        for (Item item : items) {
            if (item.says("CKA_CLASS", "CKO_CERTIFICATE")) {
                certificates.put(item.subject(), item);
            }
        }
        for (Item item : items) {
            if (item.says("CKA_TRUST_EMAIL_PROTECTION", "CKT_NSS_TRUSTED_DELEGATOR")) {
                Item certificate = Objects.requireNonNull(certificates.get(item.subject()), "trust in nothing");
                String label = certificate.words().getOrDefault("CKA_LABEL", "\"\"");
                trusted.put(
                        certificate.values().getOrDefault("CKA_VALUE", Octets.empty()),
                        label.substring(1, label.length() - 1));
            }
        }
        return new NssCertdata(trusted);
    }

    private static Octets octal(Iterator<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line = lines.next(); !line.equals("END"); line = lines.next()) {
            for (String digits : line.substring(1).split("\\\\")) {
                bytes.write(Integer.parseInt(digits, 8));
            }
        }
        return Octets.of(bytes.toByteArray());
    }
}
