package org.waxwing.crypto.openpgp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.Sop.Signatures;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Form;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.SopResult.Done;
import org.waxwing.crypto.sop.SopResult.Failed;

/// The Stateless OpenPGP operations that sign.
public final class StatelessSigning {
    private final SecureRandom random;
    private final Instant now;
    private final CertificateReader reader;
    private final StatelessInputs inputs;

    public StatelessSigning(SecureRandom random, AlgorithmPolicy policy, Instant now) {
        this.random = random;
        this.now = now;
        this.reader = new CertificateReader(policy);
        this.inputs = new StatelessInputs(reader);
    }

    public SopResult<Signatures> detached(Octets document, Keys signers, Mode mode, boolean armored) {
        if (signers.keys().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return signatures(document, signers, mode, List.of())
                .then(signed -> new Done<>(new Signatures(
                        Armoring.written(
                                "SIGNATURE",
                                RawPacket.encode(signed.stream()
                                        .map(SignatureMaker.Signed::signature)
                                        .toList()),
                                armored),
                        signed.getFirst().hashName())));
    }

    public SopResult<Octets> inline(Octets document, Keys signers, Form form, boolean armored) {
        if (signers.keys().isEmpty()) {
            return new Failed<>(SopFailure.MISSING_ARG);
        }
        return switch (form) {
            case BINARY -> message(document, signers, Mode.BINARY, armored);
            case TEXT -> message(document, signers, Mode.TEXT, armored);
            case CLEARSIGNED -> armored ? cleartext(document, signers) : new Failed<>(SopFailure.INCOMPATIBLE_OPTIONS);
        };
    }

    private SopResult<Octets> message(Octets document, Keys signers, Mode mode, boolean armored) {
        return signatures(document, signers, mode, List.of())
                .then(signed -> new Done<>(Armoring.written(
                        "MESSAGE", new SignedText(document, mode == Mode.TEXT ? 'u' : 'b', signed).octets(), armored)));
    }

    private SopResult<Octets> cleartext(Octets document, Keys signers) {
        Octets text = CleartextLines.trimmedText(document);
        return signatures(text, signers, Mode.TEXT, List.of()).then(signed -> {
            List<RawPacket> packets =
                    signed.stream().map(SignatureMaker.Signed::signature).toList();
            boolean announced = packets.stream().anyMatch(packet -> packet.version() == 4);
            return new Done<>(CleartextMessage.write(
                    text,
                    Armoring.written("SIGNATURE", RawPacket.encode(packets), true),
                    announced ? Optional.of(SignatureMaker.HASH_HEADER) : Optional.empty()));
        });
    }

    /// One signature by each key, or why there is none.
    SopResult<List<SignatureMaker.Signed>> signatures(
            Octets document, Keys signers, Mode mode, List<PGPPublicKey> intendedRecipients) {
        if (mode == Mode.TEXT && !isUtf8(document)) {
            return new Failed<>(SopFailure.EXPECTED_TEXT);
        }
        int type = mode == Mode.TEXT ? PGPSignature.CANONICAL_TEXT_DOCUMENT : PGPSignature.BINARY_DOCUMENT;
        return inputs.keys(signers.keys()).then(keys -> {
            List<SignatureMaker.Signed> made = new ArrayList<>();
            for (OpenPgpSecretKey key : keys) {
                switch (SigningKey.of(key, reader, StatelessInputs.source(signers.keyPasswords()), now)) {
                    case SigningKey.Search.Locked _ -> {
                        return new Failed<>(SopFailure.KEY_IS_PROTECTED);
                    }
                    case SigningKey.Search.Unusable _ -> {
                        return new Failed<>(SopFailure.KEY_CANNOT_SIGN);
                    }
                    case SigningKey.Search.Found(SigningKey signer) ->
                        made.add(new SignatureMaker(random).sign(signer, type, document, intendedRecipients, now));
                }
            }
            return new Done<>(made);
        });
    }

    static boolean isUtf8(Octets document) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document.toByteArray()))
                            .limit()
                    >= 0;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
