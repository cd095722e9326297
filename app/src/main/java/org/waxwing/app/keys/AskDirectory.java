package org.waxwing.app.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.app.directory.DirectoryAnswer;
import org.waxwing.app.directory.LdapDirectory;
import org.waxwing.app.trust.DirectorySearch;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;

/// Asks a directory for somebody's certificates and keeps those that are for the address. A directory
/// proves nothing: what it gives is judged like any other certificate.
public final class AskDirectory {
    private final Keyring keyring;
    private final Smime smime;
    private final LdapDirectory directory;
    private final OwnNames ownNames;
    private final InquiryLedger ledger;
    private final InstantSource clock;

    public AskDirectory(
            Keyring keyring,
            Smime smime,
            LdapDirectory directory,
            OwnNames ownNames,
            InquiryLedger ledger,
            InstantSource clock) {
        this.keyring = keyring;
        this.smime = smime;
        this.directory = directory;
        this.ownNames = ownNames;
        this.ledger = ledger;
        this.clock = clock;
    }

    DirectorySearch search(String server, AddrSpec address) {
        return switch (directory.search(server, address)) {
            case DirectoryAnswer.Got(List<Octets> values) -> kept(server, values, address);
            case DirectoryAnswer.Failed(DirectoryAnswer.Why why) ->
                switch (why) {
                    case NO_DIRECTORY -> new DirectorySearch.NoDirectory();
                    case UNREACHABLE -> failed(server, Inquiry.Outcome.UNREACHABLE);
                    case REFUSED -> failed(server, Inquiry.Outcome.REFUSED);
                    case TOO_SLOW -> failed(server, Inquiry.Outcome.TOO_SLOW);
                };
        };
    }

    private DirectorySearch kept(String server, List<Octets> values, AddrSpec address) {
        Instant now = clock.instant();
        List<SmimeCertificate> found = values.stream()
                .flatMap(value -> smime.certificates(value).stream())
                .distinct()
                .toList();
        List<SmimeCertificate> theirs = found.stream()
                .filter(certificate -> !smime.isAuthority(certificate))
                .filter(certificate -> certificate.userIds().stream()
                        .anyMatch(id -> id.address().equals(Optional.of(address))))
                .toList();
        theirs.forEach(certificate -> {
            Keeping _ = keyring.smime().keep(certificate, now);
        });
        long octets = values.stream().mapToLong(Octets::length).sum();
        ledger.add(new Inquiry(
                now, server, octets, theirs.isEmpty() ? Inquiry.Outcome.OF_NO_USE : Inquiry.Outcome.ANSWERED));
        Set<Fingerprint> inYourName = theirs.stream()
                .filter(certificate -> ownNames.claimed(certificate).isPresent())
                .map(SmimeCertificate::fingerprint)
                .collect(Collectors.toSet());
        return new DirectorySearch.Found(theirs, inYourName, Math.max(found.size(), values.size()) - theirs.size());
    }

    private DirectorySearch failed(String server, Inquiry.Outcome outcome) {
        ledger.add(new Inquiry(clock.instant(), server, 0, outcome));
        return new DirectorySearch.Failed(outcome);
    }
}
