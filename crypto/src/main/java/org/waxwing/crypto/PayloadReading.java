package org.waxwing.crypto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.CipherUsed.Strength;
import org.waxwing.crypto.engine.Integrity;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.InlinePgp;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.page.ContentReader;
import org.waxwing.crypto.page.LetterContent;

/// Judges a payload whose layers are off: who wrote it, what its header fields are, what there is to read.
///
/// @param covered whether there was an envelope at all
/// @param cipher how it was encrypted; nothing when it wasn't
/// @param sealedAround it stands in a message that was encrypted
record PayloadReading(
        HeaderSection outer,
        MimePart payload,
        boolean covered,
        Optional<CipherUsed> cipher,
        boolean sealedAround,
        List<SignatureOutcome> signatures,
        SecretKeySource keys,
        Instant now) {
    Opening opened(int errantLayers, Set<MimeParsing.Defect> defects, Integrity proof, Optional<CoveredPart> listed) {
        return switch (proof) {
            case PROVEN -> opened(errantLayers, defects, listed);
            case NONE -> unproven();
        };
    }

    /// The words alone: no field, no file and no HTML of a text that anyone on the way may have put
    /// together.
    private Opening unproven() {
        return new Opening.Unproven(
                new UnprovenText(ContentReader.read(payload, true).text()),
                confidentiality(),
                cipherNote().stream().toList());
    }

    private Opening opened(int errantLayers, Set<MimeParsing.Defect> defects, Optional<CoveredPart> listed) {
        HeaderProtection protection = covered ? HeaderProtection.of(payload, outer) : HeaderProtection.NONE;
        AddressList from = protection.from().orElse(outer.addresses("From"));
        Authenticity authenticity = new AuthorshipJudgement(from, keys, now).judge(signatures);
        Confidentiality confidentiality = confidentiality();
        boolean signed = authenticity instanceof Authenticity.Verified;

        FieldsBuilder builder = new FieldsBuilder(outer, protection, cipher.isPresent(), isKept(), signed);
        ProtectedFields fields = builder.build();
        MimePart shown = protection.content().orElse(payload);
        LetterContent content = ContentReader.read(shown, covered && cipher.isPresent());
        boolean confidential = cipher.isPresent() || sealedAround;
        EnumSet<Note> notes = notes(protection, fields, authenticity, content, errantLayers, defects);
        if (builder.fromMismatch()) {
            notes.add(Note.FROM_MISMATCH);
        }
        if (listed.isPresent()) {
            notes.add(Note.LIST_FOOTER);
        }
        if (listed.flatMap(CoveredPart::another).isPresent()) {
            notes.add(Note.LISTED_FOR_ANOTHER);
        }
        CryptographicPayload result = new CryptographicPayload(
                payload.raw(),
                fields,
                content,
                errantLayers,
                new ArrayList<>(notes),
                EnclosedLetters.in(shown, content.text(), confidential),
                listed,
                confidential ? Optional.empty() : RemotePictures.of(content));
        return new Opening.Opened(result, new CryptographicSummary(confidentiality, authenticity));
    }

    /// Whether the cipher, if there was any, kept the text from those on the way.
    private boolean isKept() {
        return cipher.filter(used -> used.strength() != Strength.BROKEN).isPresent();
    }

    /// What anybody could open on the way counts as not encrypted.
    private Confidentiality confidentiality() {
        return cipher.filter(_ -> isKept())
                .<Confidentiality>map(used -> new Confidentiality.Encrypted(used.title()))
                .orElseGet(Confidentiality.Cleartext::new);
    }

    private Optional<Note> cipherNote() {
        return cipher.flatMap(used -> switch (used.strength()) {
            case SOUND -> Optional.empty();
            case OLD -> Optional.of(Note.WEAK_CIPHER);
            case BROKEN -> Optional.of(Note.BROKEN_CIPHER);
        });
    }

    private EnumSet<Note> notes(
            HeaderProtection protection,
            ProtectedFields fields,
            Authenticity authenticity,
            LetterContent content,
            int errantLayers,
            Set<MimeParsing.Defect> defects) {
        EnumSet<Note> notes = EnumSet.noneOf(Note.class);
        cipherNote().ifPresent(notes::add);
        if (!fields.differences().isEmpty()) {
            notes.add(Note.OUTER_FIELDS_CHANGED);
        }
        if (protection.inferred()) {
            notes.add(Note.HEADER_PROTECTION_INFERRED);
        }
        boolean judged = cipher.isPresent() || authenticity instanceof Authenticity.Verified;
        if (judged && !protection.present()) {
            notes.add(Note.HEADERS_NOT_PROTECTED);
        }
        if (authenticity instanceof Authenticity.Unverified unverified
                && unverified.objections().stream().anyMatch(Objection.MeantForOthers.class::isInstance)) {
            notes.add(Note.MEANT_FOR_OTHERS);
        }
        notes.addAll(new Circumstances(protection, fields, authenticity, signatures, cipher.isPresent(), keys).notes());
        if (errantLayers > 0) {
            notes.add(Note.ERRANT_LAYERS);
        }
        if (InlinePgp.isIn(content.text())) {
            notes.add(Note.INLINE_PGP);
        }
        if (!defects.isEmpty()) {
            notes.add(Note.BROKEN_STRUCTURE);
        }
        return notes;
    }

    @Override
    public String toString() {
        return "PayloadReading[redacted]";
    }
}
