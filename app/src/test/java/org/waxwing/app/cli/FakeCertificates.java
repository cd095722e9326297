package org.waxwing.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.trust.AuthorityOffer;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.CertificateCard;
import org.waxwing.app.trust.CertificateCard.Backing;
import org.waxwing.app.trust.CertificateCard.Kind;
import org.waxwing.app.trust.CertificateRequest;
import org.waxwing.app.trust.Certificates;
import org.waxwing.app.trust.Installation;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.AuthorityProfile;
import org.waxwing.crypto.cert.AuthorityProfile.Flaw;
import org.waxwing.crypto.cert.AuthorityProfile.NameKind;
import org.waxwing.crypto.cert.AuthorityProfile.NameLimit;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Anna's own certificate, Carla's, Dave's that came to its end, an authority, and a request that waits.
///
/// What is installed or offered to believe is told by the file's text: its passphrase is for another key,
/// the wrong one for another address, and the letter is nothing.
record FakeCertificates(World world) implements Certificates {
    private static final Smime SMIME = Smime.with(new SecureRandom());
    private static final Instant ASKED = Instant.parse("2026-11-20T08:00:00Z");

    static SmimeCertificate certificate(String name) {
        try (InputStream in =
                Objects.requireNonNull(FakeCertificates.class.getResourceAsStream("/smime/" + name + ".pem"))) {
            String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String base64 = pem.replaceAll("-----[^-]+-----|\\s", "");
            return SMIME.certificate(Octets.of(Base64.getDecoder().decode(base64)))
                    .orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static CertificateCard card(String name, Kind kind, Standing standing, Backing backing) {
        return new CertificateCard(certificate(name), kind, standing, ASKED, backing);
    }

    @Override
    public CertificateRequest request(CertificateWish wish) {
        world.done.add("asked for " + wish.address().text());
        return new CertificateRequest(wish, World.NOW, Octets.ofUtf8("the request in armour\n"));
    }

    @Override
    public List<CertificateRequest> waiting() {
        Stream<CertificateRequest> made = world.done.contains("asked for anna@chem.example")
                ? Stream.of(request("", SmimeKeyKind.P_256, World.NOW))
                : Stream.empty();
        return Stream.concat(made, Stream.of(request("Anna Weber", SmimeKeyKind.ED25519, ASKED)))
                .toList();
    }

    private static CertificateRequest request(String name, SmimeKeyKind kind, Instant asked) {
        return new CertificateRequest(
                new CertificateWish(name, World.ANNA, kind), asked, Octets.ofUtf8("an earlier request in armour\n"));
    }

    @Override
    public Installation install(Octets answer, boolean anyAddress) {
        return switch (answer.utf8().strip()) {
            case World.PASSPHRASE -> new Installation.ForAnotherKey(1, 1);
            case "open barley" -> new Installation.NotForAddress(World.ANNA, List.of("eve\033[2J@example.net"));
            default -> new Installation.Unreadable(IdentityProblem.MALFORMED);
        };
    }

    @Override
    public List<CertificateCard> all() {
        return List.of(
                card("anna", Kind.OWN, Standing.OWN, new Backing.ConfirmedBy("Example\033[2J Ltd")),
                card("carla", Kind.PERSON, Standing.ACCEPTED, new Backing.AcceptedAsItIs()),
                card("dave", Kind.PERSON, Standing.FOUND, new Backing.Refused(List.of(new Objection.Expired(ASKED)))),
                card("authority", Kind.AUTHORITY, Standing.FOUND, new Backing.HelpsOnly()));
    }

    @Override
    public List<Card> own() {
        return List.of();
    }

    @Override
    public Optional<CertificateCard> card(Fingerprint.X509Sha256 fingerprint) {
        return all().stream()
                .filter(card -> card.fingerprint().equals(fingerprint))
                .findFirst();
    }

    @Override
    public List<CertificateCard> forAddress(AddrSpec address) {
        return all().stream()
                .filter(card -> card.certificate().userIds().stream()
                        .anyMatch(id -> id.address().equals(Optional.of(address))))
                .toList();
    }

    @Override
    public Optional<Octets> export(Fingerprint.X509Sha256 fingerprint, boolean chain) {
        return Optional.of(Octets.ofUtf8(chain ? "the certificate and those above\n" : "the certificate\n"));
    }

    @Override
    public boolean keepsKey(Fingerprint.X509Sha256 fingerprint) {
        return true;
    }

    @Override
    public Optional<Octets> exportPrivate(Fingerprint.X509Sha256 fingerprint, Passphrase passphrase) {
        return Optional.of(Octets.ofUtf8("a file of PKCS#12\n"));
    }

    @Override
    public AuthorityOffer offer(Octets file) {
        SmimeCertificate authority = certificate("authority");
        List<NameLimit> limits = List.of(
                new NameLimit(true, NameKind.MAIL_ADDRESS, "chem.example"),
                new NameLimit(true, NameKind.MAIL_ADDRESS, ".chem.example"),
                new NameLimit(false, NameKind.MAIL_ADDRESS, "eve@chem.example"));
        return switch (file.utf8().strip()) {
            case World.PASSPHRASE ->
                new AuthorityOffer.Offered(List.of(
                        new AuthorityOffer.Candidate(
                                new AuthorityProfile(authority, "Chem\033[2J Root", limits, Optional.empty()),
                                AuthorityOffer.State.OPEN),
                        flawed("anna", new Flaw.NoAuthority())));
            case "open barley" ->
                new AuthorityOffer.Offered(List.of(
                        flawed("authority", new Flaw.NotForMail()),
                        flawed("authority", new Flaw.Unsound(List.of(new Objection.WeakAlgorithm("RSA 1024"))))));
            default -> new AuthorityOffer.Unreadable(IdentityProblem.MALFORMED);
        };
    }

    private static AuthorityOffer.Candidate flawed(String name, Flaw flaw) {
        return new AuthorityOffer.Candidate(
                new AuthorityProfile(certificate(name), name, List.of(), Optional.of(flaw)),
                AuthorityOffer.State.FLAWED);
    }

    @Override
    public Optional<AuthorityOffer.Candidate> offer(Fingerprint.X509Sha256 fingerprint) {
        return Optional.empty();
    }

    @Override
    public void believe(AuthorityOffer.Candidate authority) {
        world.done.add("believed");
    }

    @Override
    public void keep(AuthorityOffer.Candidate authority) {
        throw new AssertionError("nothing lies below another here");
    }

    @Override
    public void pin(SmimeCertificate certificate) {
        world.done.add("pinned");
    }

    @Override
    public boolean takeBack(Fingerprint.X509Sha256 fingerprint) {
        return card(fingerprint)
                .filter(card -> card.standing() == Standing.ACCEPTED)
                .isPresent();
    }
}
