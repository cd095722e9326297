package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.mime.CanonicalPart;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.CmsKind;
import org.waxwing.crypto.smime.Decompressed;
import org.waxwing.crypto.smime.Holding;
import org.waxwing.crypto.smime.OwnKeys;
import org.waxwing.crypto.smime.SignedReading;
import org.waxwing.crypto.smime.SignerFinding;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.smime.SmimeEngine;
import org.waxwing.crypto.smime.UnlockedIdentity;
import org.waxwing.crypto.smime.Unsealing;

/// Reads a mail layer by layer down to its text, as a gate needs it: what every layer said.
final class LayeredReading {
    private static final int MAX_LAYERS = 8;

    private final SmimeEngine engine = new SmimeEngine(new SecureRandom());
    private final List<UnlockedIdentity> own;
    private final List<X509CertificateHolder> atHand;
    private final List<SignerFinding> signers = new ArrayList<>();
    private final List<String> layers = new ArrayList<>();

    LayeredReading(List<UnlockedIdentity> own, List<X509CertificateHolder> atHand) {
        this.own = own;
        this.atHand = atHand;
    }

    /// What was inside the innermost layer that could be read.
    Octets mail(Octets message) {
        return switch (MimeParser.parse(message)) {
            case MimeParsing.Parsed(MimePart root, var _) -> part(root);
            case MimeParsing.BeyondLimits _ -> Octets.empty();
        };
    }

    private Octets part(MimePart part) {
        if (part instanceof MimePart.Leaf leaf
                && (leaf.type().is("application", "pkcs7-mime") || leaf.type().is("application", "x-pkcs7-mime"))) {
            return cms(leaf.content());
        }
        if (part instanceof MimePart.Multipart multipart
                && multipart.type().is("multipart", "signed")
                && multipart.parts().size() == 2
                && multipart.parts().getLast() instanceof MimePart.Leaf signature) {
            MimePart text = multipart.parts().getFirst();
            Octets covered = CanonicalPart.lines(text.raw());
            try {
                var _ = signed(engine.verifyDetached(signature.content()::stream, covered::stream, atHand));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return part(text);
        }
        return part.raw();
    }

    /// A CMS structure of any kind.
    Octets cms(Octets encoded) {
        if (layers.size() > MAX_LAYERS) {
            return Octets.empty();
        }
        try {
            return switch (CmsKind.of(encoded.stream())) {
                case SIGNED -> mail(signed(engine.openSigned(encoded::stream, atHand, Holding.memory())));
                case ENVELOPED, AUTH_ENVELOPED ->
                    mail(unsealed(engine.decrypt(encoded::stream, OwnKeys.of(own), Holding.memory())));
                case COMPRESSED -> mail(inflated(engine.decompress(encoded::stream, Holding.memory())));
                case OTHER -> noted("no CMS");
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Octets signed(SignedReading reading) {
        if (reading instanceof SignedReading.Read read) {
            signers.addAll(read.signers());
            layers.add(read.signers().isEmpty() ? "signed by nobody" : "signed");
            return read.content().octets();
        }
        return noted(reading.getClass().getSimpleName());
    }

    private Octets unsealed(Unsealing unsealing) {
        if (unsealing instanceof Unsealing.Unsealed unsealed) {
            layers.add(unsealed.cipher().title()
                    + (unsealed.cipher().strength() == CipherUsed.Strength.SOUND ? "" : " weak"));
            return unsealed.content().octets();
        }
        return noted(unsealing.getClass().getSimpleName());
    }

    private Octets inflated(Decompressed decompressed) {
        if (decompressed instanceof Decompressed.Content content) {
            layers.add("compressed");
            return content.content().octets();
        }
        return noted(decompressed.getClass().getSimpleName());
    }

    private Octets noted(String failure) {
        layers.add(failure);
        return Octets.empty();
    }

    List<SignerFinding> signers() {
        return signers;
    }

    List<String> layers() {
        return layers;
    }

    /// Whether there are signatures, and the mathematics of every one holds.
    boolean everySignatureHolds() {
        return !signers.isEmpty() && signers.stream().allMatch(signer -> signer.mathematics() == Mathematics.HOLDS);
    }
}
