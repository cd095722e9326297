package org.waxwing.crypto.openpgp.composite;

import java.util.List;
import java.util.Optional;

/// The algorithms of RFC 9980 §2.1 by their numbers.
public final class PostQuantumSchemes {
    public static final List<PostQuantumScheme> ALL = List.of(
            CompositeSignature.ML_DSA_65_ED25519,
            CompositeSignature.ML_DSA_87_ED448,
            HashBasedSignature.SLH_DSA_SHAKE_128S,
            HashBasedSignature.SLH_DSA_SHAKE_128F,
            HashBasedSignature.SLH_DSA_SHAKE_256S,
            CompositeKem.ML_KEM_768_X25519,
            CompositeKem.ML_KEM_1024_X448);

    private PostQuantumSchemes() {}

    /// Nothing where the number is another algorithm's.
    public static Optional<PostQuantumScheme> of(int algorithm) {
        return ALL.stream().filter(scheme -> scheme.algorithm() == algorithm).findFirst();
    }

    /// The scheme that encrypts under this number.
    public static Optional<CompositeKem> kem(int algorithm) {
        return of(algorithm).filter(CompositeKem.class::isInstance).map(CompositeKem.class::cast);
    }

    /// The scheme that signs under this number.
    public static Optional<PostQuantumSignature> signature(int algorithm) {
        return of(algorithm).filter(PostQuantumSignature.class::isInstance).map(PostQuantumSignature.class::cast);
    }
}
