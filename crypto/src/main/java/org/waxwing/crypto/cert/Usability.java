package org.waxwing.crypto.cert;

import java.util.List;

/// What a certificate is good for at one instant.
///
/// @param canEncrypt a key in it may encrypt a letter to its owner
/// @param canSign a key in it may prove who wrote a letter
/// @param objections why it is not good for everything; empty when it is
public record Usability(boolean canEncrypt, boolean canSign, List<Objection> objections) {
    public Usability {
        objections = List.copyOf(objections);
    }
}
