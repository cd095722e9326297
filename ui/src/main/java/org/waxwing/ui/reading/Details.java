package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.read.Finding;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.FieldDifference;
import org.waxwing.crypto.ProtectedFields.Field;
import org.waxwing.crypto.cert.Objection;

/// What the details drawer tells about a letter.
///
/// @param signer the card of the one who signed, where that is proven
/// @param standard cipher and standard in words; nothing where the letter was not sealed
/// @param fields each header field with its protection on the way
/// @param objections why a signature does not count
/// @param journey the servers on the way, as they tell it
/// @param authentication what the reader's own provider found when it came in
/// @param vouchers the domains of the servers that signed it, as it says itself; nobody was asked
/// @param errantLayers sealed or signed parts outside the envelope (RFC 9787 §4.5)
/// @param confirmation on whose word the signer is believed to be who the letter says
/// @param differences what was done to the fields outside on the way
/// @param findings what this computer remembers beside
public record Details(
        Optional<Card> signer,
        Optional<String> standard,
        List<Field> fields,
        List<Note> notes,
        List<Objection> objections,
        int errantLayers,
        List<FieldDifference> differences,
        Journey journey,
        Authentication authentication,
        List<String> vouchers,
        List<Finding> findings,
        Confirmation confirmation) {
    /// Of a letter for which nobody but the person speaks.
    public Details(
            Optional<Card> signer,
            Optional<String> standard,
            List<Field> fields,
            List<Note> notes,
            List<Objection> objections,
            int errantLayers,
            List<FieldDifference> differences,
            Journey journey,
            Authentication authentication,
            List<String> vouchers,
            List<Finding> findings) {
        this(
                signer,
                standard,
                fields,
                notes,
                objections,
                errantLayers,
                differences,
                journey,
                authentication,
                vouchers,
                findings,
                new Confirmation.ByNobodyElse());
    }

    public Details {
        vouchers = List.copyOf(vouchers);
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
        objections = List.copyOf(objections);
        differences = List.copyOf(differences);
        findings = List.copyOf(findings);
    }
}
