package org.waxwing.crypto.cert;

/// A smart card or USB token that holds private keys and never gives them out, as its PKCS #11 library names it.
///
/// @param library the path of that library on this computer
/// @param label what its owner or issuer called it; may be empty
/// @param serialNumber tells it from others with the same label; may be empty
public record Token(String library, String label, String serialNumber) {
    /// Its name in words, such as "“Anna’s card” (0461c2f1)".
    public String name() {
        String quoted = label.isEmpty() ? "without a name" : "“" + label + "”";
        return serialNumber.isEmpty() ? quoted : quoted + " (" + serialNumber + ")";
    }

    @Override
    public String toString() {
        return "Token[redacted]";
    }
}
