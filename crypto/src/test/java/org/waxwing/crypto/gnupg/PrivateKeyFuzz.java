package org.waxwing.crypto.gnupg;

import java.math.BigInteger;
import java.util.List;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// Any bytes can be read as a file of `private-keys-v1.d`; an expression that was read can be written and
/// read again with the same result.
public final class PrivateKeyFuzz {
    private static final PublicPart.Rsa HALF = new PublicPart.Rsa(BigInteger.valueOf(61 * 53), BigInteger.valueOf(17));

    private PrivateKeyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Octets file = Octets.of(input);
        SExpressionParser.parse(file).ifPresent(PrivateKeyFuzz::again);
        var _ = PrivateKeyFile.parse(file);
        var _ = AgentKey.read(file, HALF, new PassphraseTrial(List.of()));
    }

    private static void again(Node node) {
        Octets canonical = Octets.of(node.canonical());
        if (!SExpressionParser.parse(canonical).filter(node::equals).isPresent()) {
            throw new AssertionError("a written expression reads differently");
        }
    }
}
