package org.waxwing.app.read;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.ProtectedFields;

/// A letter as a face shows it.
///
/// @param outer the fields outside, all unprotected: what to show when it could not be opened
/// @param opening the verdict, and the payload where there is one
/// @param signer what is known of the one who signed, when that is proven
/// @param journey the way of the letter as the servers on it tell it
/// @param authentication what the reader's own provider found when it came in
/// @param signingDomains whose servers signed it, as it says itself; nobody was asked
/// @param notKept why what the letter tells of its signer could not be kept, with nothing private in it;
///   empty where nothing failed
/// @param findings what this computer remembers beside
public record Reading(
        ProtectedFields outer,
        Opening opening,
        Optional<Card> signer,
        Journey journey,
        Authentication authentication,
        List<String> signingDomains,
        Optional<String> notKept,
        List<Finding> findings) {
    public Reading {
        signingDomains = List.copyOf(signingDomains);
        findings = List.copyOf(findings);
    }

    /// For a letter of which nothing is to be kept, and that no server signed.
    public Reading(
            ProtectedFields outer,
            Opening opening,
            Optional<Card> signer,
            Journey journey,
            Authentication authentication) {
        this(outer, opening, signer, journey, authentication, List.of(), Optional.empty(), List.of());
    }

    @Override
    public String toString() {
        return "Reading[redacted]";
    }
}
