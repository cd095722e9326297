package org.waxwing.crypto.smime;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityFile;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.smime.identity.IdentityItem;
import org.waxwing.crypto.smime.identity.IdentityReader;
import org.waxwing.crypto.smime.identity.IdentityReading;

/// Reads files of identities into address cards and keys.
public final class IdentityFiles {
    private final IdentityReader reader;

    public IdentityFiles(SecureRandom random) {
        this.reader = new IdentityReader(random);
    }

    /// @param passphrase the file's own, if the person knows one
    /// @param lock what private keys are locked with from now on: a random secret
    public IdentityFile read(Octets file, Optional<Passphrase> passphrase, Passphrase lock) {
        var locking = new IdentityReader.Locking(lock, LockStrength.RANDOM_SECRET);
        return switch (reader.read(file, passphrase, locking, () -> false)) {
            case IdentityReading.Read(List<IdentityItem> items) ->
                new IdentityFile.Read(
                        once(items.stream().flatMap(IdentityFiles::items).toList()));
            case IdentityReading.Refused(IdentityProblem problem) -> new IdentityFile.Refused(problem);
        };
    }

    /// Each certificate once, however many chains it stands in.
    private static List<IdentityFile.Item> once(List<IdentityFile.Item> items) {
        Set<Fingerprint> seen = items.stream()
                .filter(IdentityFile.Item.KeyFound.class::isInstance)
                .map(item -> ((IdentityFile.Item.KeyFound) item).key().fingerprint())
                .collect(Collectors.toCollection(HashSet::new));
        return items.stream()
                .filter(item -> !(item instanceof IdentityFile.Item.CertificateFound found)
                        || seen.add(found.certificate().fingerprint()))
                .toList();
    }

    /// With a key come the certificates of its chain, which may help to judge other people's.
    private static Stream<IdentityFile.Item> items(IdentityItem item) {
        return switch (item) {
            case IdentityItem.Identity identity ->
                Stream.concat(
                        Stream.of(identity(identity)),
                        identity.chain().stream().map(der -> certificate("a certificate", der)));
            case IdentityItem.CertificateAlone alone -> Stream.of(certificate("a certificate", alone.certificate()));
            case IdentityItem.KeyAlone _ ->
                Stream.of(new IdentityFile.Item.PassedOver("a private key", IdentityProblem.NO_CERTIFICATE));
            case IdentityItem.PassedOver(String what, IdentityProblem problem) ->
                Stream.of(new IdentityFile.Item.PassedOver(what, problem));
        };
    }

    private static IdentityFile.Item identity(IdentityItem.Identity identity) {
        return SmimeCards.read(identity.certificate())
                .<IdentityFile.Item>map(certificate -> new IdentityFile.Item.KeyFound(
                        new SmimeSecretKey(certificate, identity.chain(), identity.locked())))
                .orElseGet(() -> new IdentityFile.Item.PassedOver("a private key", IdentityProblem.MALFORMED));
    }

    private static IdentityFile.Item certificate(String what, Octets der) {
        return SmimeCards.read(der)
                .<IdentityFile.Item>map(certificate ->
                        new IdentityFile.Item.CertificateFound(certificate, SmimeCards.isAuthority(certificate)))
                .orElseGet(() -> new IdentityFile.Item.PassedOver(what, IdentityProblem.MALFORMED));
    }
}
