package org.waxwing.crypto.smime;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.waxwing.crypto.SmimeCast;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.smime.identity.IdentityItem;
import org.waxwing.crypto.smime.identity.IdentityReader;
import org.waxwing.crypto.smime.identity.IdentityReading;
import org.waxwing.crypto.smime.identity.Pkcs12Writer;

/// Any bytes can be read as a file of identities: PKCS#12, private keys, certificates, PKCS#7 and PEM of
/// them. No private key comes out of it as it went in.
public final class IdentityFuzz {
    /// The file's passphrase is worked on only for so many thousand rounds.
    private static final int QUESTIONS = 4;

    private static final IdentityReader READER = new IdentityReader(new SecureRandom());

    private IdentityFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        int[] asked = new int[1];
        BooleanSupplier cancelled = () -> ++asked[0] > QUESTIONS;
        try (Passphrase own = passphrase();
                Passphrase lock = Passphrase.taking("lock".toCharArray())) {
            var locking = new IdentityReader.Locking(lock, LockStrength.RANDOM_SECRET);
            IdentityReading reading = READER.read(Octets.of(input), Optional.of(own), locking, cancelled);
            if (reading instanceof IdentityReading.Read(List<IdentityItem> items)) {
                items.forEach(IdentityFuzz::hold);
            }
        }
    }

    private static void hold(IdentityItem item) {
        switch (item) {
            case IdentityItem.Identity identity -> holdLocked(identity.locked());
            case IdentityItem.KeyAlone alone -> holdLocked(alone.locked());
            case IdentityItem.CertificateAlone(Octets certificate) -> {
                var _ = SmimeCards.read(certificate);
            }
            case IdentityItem.PassedOver _ -> {
                // Said, and nothing to hold.
            }
        }
    }

    private static void holdLocked(Octets locked) {
        if (UnlockedKey.ofPkcs8(locked).isPresent()) {
            throw new AssertionError("a private key lies open");
        }
    }

    @MustBeClosed
    private static Passphrase passphrase() {
        return Passphrase.taking("fence".toCharArray());
    }

    /// What fuzzing starts from: a file of each kind.
    public static List<byte[]> seeds() {
        SmimeCast.Person anna = new SmimeCast().person("Anna", "anna@waxwing.example");
        Octets certificate = anna.key().certificate().encoded();
        Octets locked = ((KeyPlace.Held) anna.key().place()).encoded();
        List<byte[]> all = new ArrayList<>();
        all.add(certificate.toByteArray());
        all.add(anna.pkcs8().toByteArray());
        all.add(pem("PRIVATE KEY", anna.pkcs8()));
        all.add(pem("CERTIFICATE", certificate));
        all.add(locked.toByteArray());
        all.add(bare(anna.pkcs8()));
        try (Passphrase lock = new SmimeCast().passphrase();
                Passphrase own = passphrase()) {
            var identity = new IdentityItem.Identity(certificate, anna.key().chain(), locked);
            if (new Pkcs12Writer(new SecureRandom()).write(identity, "Anna", lock, own)
                    instanceof Pkcs12Writer.Export.Written(Octets file)) {
                all.add(file.toByteArray());
            }
        }
        return all;
    }

    /// A PKCS#12 file that nothing locks, so that changes reach its bags.
    private static byte[] bare(Octets pkcs8) {
        try {
            ASN1EncodableVector bags = new ASN1EncodableVector();
            bags.add(new SafeBag(PKCSObjectIdentifiers.keyBag, PrivateKeyInfo.getInstance(pkcs8.toByteArray())));
            ContentInfo contents =
                    new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(bags).getEncoded()));
            ContentInfo safe = new ContentInfo(
                    PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(contents).getEncoded()));
            return new Pfx(safe, null).getEncoded();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static byte[] pem(String label, Octets der) {
        String code = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toByteArray());
        return Octets.ofUtf8("-----BEGIN " + label + "-----\n" + code + "\n-----END " + label + "-----\n")
                .toByteArray();
    }
}
