package org.waxwing.crypto.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.dkim.DkimField.Outcome;
import org.waxwing.crypto.dkim.DkimVerdict.Coverage;
import org.waxwing.crypto.dkim.DkimVerdict.Relation;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.UncutMessage;

/// Judges the DKIM-Signatures of a letter (RFC 6376, RFC 8301, RFC 8463). Nothing here asks the DNS: first
/// [#questions] says what would have to be asked, then [#judge] takes the answers.
///
/// That a signature passes means that a server of the domain vouches that the letter went through it like
/// this. It says nothing about who could read the letter, and not who wrote it.
public final class Dkim {
    /// So many signatures of a letter are looked at, first those of From's own domain, then those of one
    /// above it.
    public static final int MOST_SIGNATURES = 5;

    private final DkimRules rules;

    Dkim(DkimRules rules) {
        this.rules = rules;
    }

    public static Dkim current() {
        return new Dkim(DkimRules.CURRENT);
    }

    /// The domains that are said to vouch, for the person to decide. Reads the header section alone.
    public List<String> domains(Octets message) {
        return UncutMessage.of(message).stream()
                .flatMap(whole -> read(whole.header()).stream())
                .flatMap(read ->
                        read.outcome() instanceof Outcome.Sound ? read.domain().stream() : Stream.<String>empty())
                .distinct()
                .toList();
    }

    /// What to ask: nothing about signatures that no answer could make count.
    public List<DkimQuestion> questions(Octets message, Instant now) {
        return UncutMessage.of(message).stream()
                .flatMap(whole -> read(whole.header()).stream()
                        .flatMap(read -> read.outcome() instanceof Outcome.Sound(DkimField field)
                                        && beforeAsking(field, whole, now).isEmpty()
                                ? Stream.of(field.key())
                                : Stream.<DkimQuestion>empty()))
                .distinct()
                .toList();
    }

    /// One verdict for each signature that is looked at.
    ///
    /// @param answers what is missing here is taken as silence
    public List<DkimVerdict> judge(Octets message, Map<DkimQuestion, DkimAnswer> answers, Instant now) {
        Optional<UncutMessage> whole = UncutMessage.of(message);
        return whole.stream()
                .flatMap(letter -> read(letter.header()).stream().map(read -> judged(read, letter, answers, now)))
                .toList();
    }

    private List<DkimField.Read> read(HeaderSection header) {
        return header.all("DKIM-Signature").stream()
                .limit(MOST_SIGNATURES * 20L)
                .map(field -> DkimField.read(field, rules))
                .sorted(Comparator.comparing(read -> relation(read.domain(), header)))
                .limit(MOST_SIGNATURES)
                .toList();
    }

    private DkimVerdict judged(
            DkimField.Read read, UncutMessage whole, Map<DkimQuestion, DkimAnswer> answers, Instant now) {
        return switch (read.outcome()) {
            case Outcome.Unsound(Result why) -> verdict(read, why, whole, Optional.empty());
            case Outcome.Sound(DkimField field) -> {
                Coverage coverage = SignedHeader.coverage(field, whole.header());
                Result result = beforeAsking(field, whole, now)
                        .orElseGet(() ->
                                answered(field, whole, answers.getOrDefault(field.key(), new DkimAnswer.Silent())));
                yield verdict(read, result, whole, Optional.of(coverage));
            }
        };
    }

    private static DkimVerdict verdict(
            DkimField.Read read, Result result, UncutMessage whole, Optional<Coverage> coverage) {
        return new DkimVerdict(
                read.domain(),
                read.selector(),
                read.algorithm(),
                result,
                relation(read.domain(), whole.header()),
                coverage);
    }

    /// Why it can't count whatever its key is.
    private Optional<Result> beforeAsking(DkimField field, UncutMessage whole, Instant now) {
        if (whole.header().all("From").size() != 1) {
            return Optional.of(Result.NOT_ONE_FROM);
        }
        if (!field.names().contains("from")) {
            return Optional.of(Result.FROM_NOT_SIGNED);
        }
        if (field.algorithm().equals(DkimField.SHA1) && !rules.sha1()) {
            return Optional.of(Result.WEAK);
        }
        if (field.expires().filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of(Result.EXPIRED);
        }
        long length = field.length().orElse(Long.MAX_VALUE);
        BodyHash.Hash hash = BodyHash.of(whole.body(), field.body(), digest(field), length);
        boolean same = hash.value().equals(field.bodyHash()) && (field.length().isEmpty() || length <= hash.length());
        return same ? Optional.empty() : Optional.of(Result.BODY_CHANGED);
    }

    private Result answered(DkimField field, UncutMessage whole, DkimAnswer answer) {
        return switch (answer) {
            case DkimAnswer.Silent() -> Result.UNREACHABLE;
            case DkimAnswer.Texts(List<String> texts) ->
                switch (DkimKey.of(texts, field)) {
                    case DkimKey.Found.Unusable(Result why) -> why;
                    case DkimKey.Found.Usable(DkimKey key) ->
                        new SignatureCheck(rules).check(field, key, SignedHeader.of(field, whole.header()));
                };
        };
    }

    private static Relation relation(Optional<String> domain, HeaderSection header) {
        AddressList from = header.addresses("From");
        return from.sound() && from.mailboxes().size() == 1
                ? domain.map(name -> relation(name, from.mailboxes().getFirst()))
                        .orElse(Relation.OTHER)
                : Relation.OTHER;
    }

    private static Relation relation(String domain, Mailbox author) {
        String name = author.address().asciiDomain();
        if (name.equals(domain)) {
            return Relation.SAME;
        }
        return name.endsWith("." + domain) ? Relation.ABOVE : Relation.OTHER;
    }

    private static MessageDigest digest(DkimField field) {
        try {
            return MessageDigest.getInstance(field.algorithm().equals(DkimField.SHA1) ? "SHA-1" : "SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every platform has both", impossible);
        }
    }
}
