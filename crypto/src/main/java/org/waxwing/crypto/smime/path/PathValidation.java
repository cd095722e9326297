package org.waxwing.crypto.smime.path;

import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jcajce.PKIXExtendedParameters;

/// The path validation of RFC 5280 §6.1 for one chain, by Bouncy Castle: signatures, names, name
/// constraints, path lengths, policies, critical extensions. It reaches no network: nothing but what is
/// handed in is known to it.
final class PathValidation {
    private final PolicyDemand policies;

    PathValidation(PolicyDemand policies) {
        this.policies = policies;
    }

    /// Whether the chain holds.
    boolean holds(IssuerSearch.Chain chain, Instant at) {
        return holds(chain, Optional.empty(), at);
    }

    /// Whether the chain holds and the lists say that no certificate in it is revoked.
    ///
    /// Bouncy Castle looks at the machine's clock here, and believes no list at a time that is still to
    /// come.
    ///
    /// @param others where the signers of the lists are looked for
    boolean holdsUnrevoked(IssuerSearch.Chain chain, List<PathCertificate> others, List<CRL> lists, Instant at) {
        List<Object> store = new ArrayList<>(lists);
        others.forEach(other -> store.add(other.certificate()));
        chain.path().forEach(one -> store.add(one.certificate()));
        store.add(chain.anchor().certificate().certificate());
        return holds(chain, Optional.of(new CollectionCertStoreParameters(store)), at);
    }

    /// @param evidence the lists of revocation and their signers; nothing leaves revocation aside
    private boolean holds(IssuerSearch.Chain chain, Optional<CollectionCertStoreParameters> evidence, Instant at) {
        try {
            PKIXParameters parameters = new PKIXParameters(
                    Set.of(new TrustAnchor(chain.anchor().certificate().certificate(), null)));
            parameters.setRevocationEnabled(evidence.isPresent());
            parameters.setDate(Date.from(at));
            parameters.setInitialPolicies(policies.initialPolicies());
            parameters.setExplicitPolicyRequired(policies.explicit());
            parameters.setPolicyMappingInhibited(policies.mappingInhibited());
            parameters.setAnyPolicyInhibited(policies.anyInhibited());
            if (evidence.isPresent()) {
                parameters.addCertStore(CertStore.getInstance("Collection", evidence.get(), PathCertificate.PROVIDER));
            }
            CertPath path = CertificateFactory.getInstance("X.509", PathCertificate.PROVIDER)
                    .generateCertPath(chain.path().stream()
                            .map(PathCertificate::certificate)
                            .toList());
            CertPathValidator.getInstance("PKIX", PathCertificate.PROVIDER)
                    .validate(
                            path,
                            new PKIXExtendedParameters.Builder(parameters)
                                    .setUseDeltasEnabled(evidence.isPresent())
                                    .build());
            return true;
        } catch (CertPathValidatorException refused) {
            return false;
        } catch (GeneralSecurityException | RuntimeException malformed) {
            // The edge: what a stranger's certificates do to the validator is a refusal, never a crash.
            return false;
        }
    }
}
