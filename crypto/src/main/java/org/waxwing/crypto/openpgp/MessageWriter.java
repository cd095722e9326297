package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Writes messages: signed, then encrypted, never compressed (RFC 9580 §10.3). What is compressed before
/// it is encrypted leaks through its length.
final class MessageWriter {
    /// Chunks of 2 to this power, 64 KiB: the octet 10 on the wire (RFC 9580 §5.13.2).
    private static final int CHUNK_POWER = 16;

    private static final int PARTIAL = 1 << 16;

    private final SecureRandom random;

    MessageWriter(SecureRandom random) {
        this.random = random;
    }

    /// For whom a message is encrypted.
    ///
    /// @param version2 whether all of them read version 2 of the packet
    record Audience(List<PGPPublicKey> keys, List<Passphrase> passwords, boolean version2) {
        Audience {
            keys = List.copyOf(keys);
            passwords = List.copyOf(passwords);
        }
    }

    /// A literal packet without a file name or date (RFC 9580 §5.9), in its signatures where there are any.
    Octets signedMessage(Octets text, char format, List<SignatureMaker.Signed> signatures) {
        List<RawPacket> packets = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            packets.add(announced(signatures.get(i).announcement(), i == signatures.size() - 1));
        }
        ByteArrayOutputStream literal = new ByteArrayOutputStream(text.length() + 6);
        literal.write(format);
        literal.writeBytes(new byte[5]);
        literal.writeBytes(text.toByteArray());
        packets.add(new RawPacket(RawPacket.LITERAL, Octets.of(literal.toByteArray())));
        for (SignatureMaker.Signed signed : signatures.reversed()) {
            packets.add(signed.signature());
        }
        return RawPacket.encode(packets);
    }

    /// The announcement with its last octet saying whether it is the innermost (RFC 9580 §5.4).
    private static RawPacket announced(RawPacket announcement, boolean innermost) {
        byte[] body = announcement.body().toByteArray();
        body[body.length - 1] = (byte) (innermost ? 1 : 0);
        return new RawPacket(announcement.tag(), Octets.of(body));
    }

    Octets encrypt(Octets message, Audience audience) {
        return Bcpg.require(() -> {
            BcPGPDataEncryptorBuilder cipher =
                    new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setSecureRandom(random);
            if (audience.version2()) {
                cipher.setWithAEAD(AEADAlgorithmTags.OCB, CHUNK_POWER).setUseV6AEAD();
            } else {
                cipher.setWithIntegrityPacket(true);
            }
            PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(cipher);
            for (PGPPublicKey key : audience.keys()) {
                generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key).setSecureRandom(random));
            }
            generator.setForceSessionKey(true);
            for (Passphrase password : audience.passwords()) {
                generator.addMethod(byPassword(password));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(message.length() + 4096);
            try (OutputStream in = generator.open(out, new byte[PARTIAL])) {
                message.writeTo(in);
            }
            return Octets.of(out.toByteArray());
        });
    }

    private PGPKeyEncryptionMethodGenerator byPassword(Passphrase password) {
        return password.lend(characters -> Bcpg.require(() -> new BcPBEKeyEncryptionMethodGenerator(
                        characters.clone(), new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256), 0xFF)
                .setSecureRandom(random)));
    }
}
