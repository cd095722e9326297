package org.waxwing.crypto;

import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.UnobtrusiveSignature;

/// Whose layers an opening takes off.
enum TakenLayers {
    ANY,
    OPENPGP,
    SMIME;

    /// Whether the layer is one of them. A header with signatures of both kinds is a layer of either.
    boolean has(CryptographicLayer layer) {
        return switch (layer) {
            case CryptographicLayer.PgpSigned _, CryptographicLayer.PgpEncrypted _ -> this != SMIME;
            case CryptographicLayer.SmimeSigned _,
                    CryptographicLayer.SmimeOpaque _,
                    CryptographicLayer.SmimeCompressed _ -> this != OPENPGP;
            case CryptographicLayer.Unobtrusive signed ->
                signed.signatures().stream().anyMatch(this::has);
        };
    }

    boolean has(UnobtrusiveSignature signature) {
        return switch (this) {
            case ANY -> true;
            case OPENPGP -> !signature.cms();
            case SMIME -> signature.cms();
        };
    }
}
