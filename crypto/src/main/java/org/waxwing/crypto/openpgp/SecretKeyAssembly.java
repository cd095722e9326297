package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// Puts a secret key together from a certificate and the secret parameters of some of its keys, wherever
/// those were kept. Parameters are the algorithm-specific octets of an unprotected secret key packet
/// (RFC 9580 §5.5.5), without its checksum.
public final class SecretKeyAssembly {
    private final SecureRandom random;
    private final CertificateReader reader;

    public SecretKeyAssembly(SecureRandom random, AlgorithmPolicy policy) {
        this.random = random;
        this.reader = new CertificateReader(policy);
    }

    /// The key locked with the passphrase. Keys of the certificate without parameters are marked as
    /// missing. Nothing, where no parameters fit a key of the certificate.
    public Optional<OpenPgpSecretKey> assemble(
            OpenPgpCertificate certificate,
            Map<Fingerprint, Octets> parameters,
            Passphrase lock,
            LockStrength strength) {
        return reader.parsed(certificate).flatMap(parsed -> {
            Map<Fingerprint, RawPacket> secrets = new HashMap<>();
            for (KeyComponent key : parsed.keyComponents()) {
                Optional.ofNullable(parameters.get(key.fingerprint()))
                        .flatMap(octets -> open(key, octets))
                        .map(secret -> Lock.with(random, lock, strength).locked(secret, key.key(), key.isPrimary()))
                        .ifPresent(packet -> secrets.put(key.fingerprint(), packet));
            }
            return secrets.isEmpty() ? Optional.empty() : Optional.of(join(parsed, secrets));
        });
    }

    private static Optional<PGPPrivateKey> open(KeyComponent key, Octets parameters) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(key.packet().body().toByteArray());
        body.write(0);
        body.writeBytes(parameters.toByteArray());
        if (key.key().getVersion() == 4) {
            int sum = 0;
            for (int i = 0; i < parameters.length(); i++) {
                sum += parameters.at(i);
            }
            body.write(sum >> 8);
            body.write(sum);
        }
        int tag = key.packet().tag() == RawPacket.PUBLIC_KEY ? RawPacket.SECRET_KEY : RawPacket.SECRET_SUBKEY;
        return Bcpg.secretKey(new RawPacket(tag, Octets.of(body.toByteArray()))).flatMap(SecretParts::open);
    }

    /// The certificate with secret packets in place of the public ones, those we don't have marked as
    /// left out in the way that GnuPG does.
    static OpenPgpSecretKey join(ParsedCertificate certificate, Map<Fingerprint, RawPacket> secrets) {
        Map<RawPacket, RawPacket> exchange = new HashMap<>();
        for (KeyComponent key : certificate.keyComponents()) {
            RawPacket secret = secrets.get(key.fingerprint());
            if (secret != null) {
                exchange.put(key.packet(), secret);
            } else if (key.key().getVersion() == 4) {
                exchange.put(key.packet(), leftOut(key.packet()));
            }
        }
        List<RawPacket> packets = new ArrayList<>();
        for (RawPacket packet : certificate.packets()) {
            packets.add(exchange.getOrDefault(packet, packet));
        }
        return new OpenPgpSecretKey(certificate, RawPacket.encode(packets));
    }

    private static RawPacket leftOut(RawPacket packet) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(packet.body().toByteArray());
        body.writeBytes(new byte[] {(byte) 0xFE, 7, 101, 2});
        body.writeBytes("GNU".getBytes(StandardCharsets.US_ASCII));
        body.write(1);
        return new RawPacket(
                packet.tag() == RawPacket.PUBLIC_KEY ? RawPacket.SECRET_KEY : RawPacket.SECRET_SUBKEY,
                Octets.of(body.toByteArray()));
    }
}
