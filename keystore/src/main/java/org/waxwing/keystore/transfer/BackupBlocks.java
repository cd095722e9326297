package org.waxwing.keystore.transfer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// The S/MIME identities in a backup file: each is a PKCS#12 file of its own in a block of PEM, beside the
/// armour of the OpenPGP keys. The label is that of GnuTLS's certtool. GnuPG passes over such blocks
/// (RFC 9580 §6.2), and other programs read what is in one once its base64 is decoded.
///
/// Each stands for itself, so that many keys cost no more than the bound of one file for each.
///
/// @param identities the blocks, from BEGIN to END
/// @param rest the file without them
public record BackupBlocks(List<Octets> identities, Octets rest) {
    private static final String LABEL = "PKCS12";
    private static final String BEGIN = "-----BEGIN " + LABEL + "-----";
    private static final String END = "-----END " + LABEL + "-----";
    private static final int LAST_OF_ASCII = 0x7f;

    public BackupBlocks {
        identities = List.copyOf(identities);
    }

    /// One block.
    ///
    /// @param pkcs12 in DER, locked
    public static Octets block(Octets pkcs12) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs12.toByteArray());
        return Octets.ofUtf8(BEGIN + "\n" + lines + "\n" + END + "\n");
    }

    /// Finds them. A block without an end ends with the file. What is binary holds none.
    static BackupBlocks in(Octets file) {
        if (file.isEmpty() || (file.at(0) & 0xff) > LAST_OF_ASCII) {
            return new BackupBlocks(List.of(), file);
        }
        String text = file.latin1();
        List<Octets> identities = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int position = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, position)) {
            int end = text.indexOf(END, begin);
            int after = end < 0 ? text.length() : end + END.length();
            rest.append(text, position, begin);
            identities.add(file.slice(begin, after));
            position = after;
        }
        return identities.isEmpty()
                ? new BackupBlocks(List.of(), file)
                : new BackupBlocks(identities, latin1(rest.append(text, position, text.length())));
    }

    private static Octets latin1(StringBuilder text) {
        return Octets.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
