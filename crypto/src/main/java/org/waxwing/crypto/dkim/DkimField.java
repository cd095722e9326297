package org.waxwing.crypto.dkim;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.Octets;

/// One DKIM-Signature that can be read (RFC 6376 §3.5).
///
/// @param field as it stands in the letter
/// @param algorithm such as `rsa-sha256`
/// @param names the fields that it is over, lower case, in the order of `h=`
/// @param length how much of the text it is over, where the signer limited that
record DkimField(
        HeaderField field,
        DkimQuestion key,
        String algorithm,
        Canonicalization header,
        Canonicalization body,
        List<String> names,
        Octets bodyHash,
        Octets signature,
        OptionalLong length,
        Optional<Instant> expires,
        String identityDomain) {
    static final String SHA1 = "rsa-sha1";
    static final String RSA = "rsa-sha256";
    static final String ED25519 = "ed25519-sha256";

    private static final int LARGEST = 16 * 1024;
    private static final int LONGEST_NAME = 253;
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    private static final Pattern SELECTOR = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern QUOTED = Pattern.compile("=([0-9A-F]{2})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    DkimField {
        names = List.copyOf(names);
    }

    /// What a field says of itself, readable or not, and the signature where it is.
    record Read(Optional<String> domain, Optional<String> selector, Optional<String> algorithm, Outcome outcome) {}

    sealed interface Outcome {
        record Sound(DkimField field) implements Outcome {}

        record Unsound(Result why) implements Outcome {}
    }

    static Read read(HeaderField field, DkimRules rules) {
        Optional<TagList> tags = field.raw().length() > LARGEST
                ? Optional.empty()
                : TagList.parse(valueOf(field.raw().latin1()));
        Optional<String> domain = tags.flatMap(list -> name(list, "d", DOMAIN));
        Optional<String> selector = tags.flatMap(list -> name(list, "s", SELECTOR));
        Optional<String> algorithm = tags.flatMap(list -> list.packed("a"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.matches("[a-z0-9-]{1,40}"));
        Outcome outcome = domain.isPresent() && selector.isPresent() && algorithm.isPresent()
                ? outcome(
                        field,
                        tags.orElseThrow(),
                        new DkimQuestion(selector.get(), domain.get()),
                        algorithm.get(),
                        rules)
                : new Outcome.Unsound(Result.MALFORMED);
        return new Read(domain, selector, algorithm, outcome);
    }

    private static Outcome outcome(
            HeaderField field, TagList tags, DkimQuestion key, String algorithm, DkimRules rules) {
        Optional<Canonicalization.Pair> forms =
                Canonicalization.pair(tags.packed("c").orElse("simple"));
        boolean asked = Stream.of(tags.packed("q").orElse("dns/txt").split(":", -1))
                .anyMatch(method -> method.equalsIgnoreCase("dns/txt") || method.equalsIgnoreCase("dns"));
        if (!List.of(SHA1, RSA, ED25519).contains(algorithm) || forms.isEmpty() || !asked) {
            return new Outcome.Unsound(Result.UNSUPPORTED);
        }
        String identity = unquoted(tags.packed("i").orElse("@" + key.domain()));
        String identityDomain =
                identity.substring(identity.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        Optional<Octets> bodyHash = octets(tags, "bh");
        Optional<Octets> signature = octets(tags, "b");
        List<String> names = names(tags);
        boolean sound = rules.versions().contains(tags.packed("v").orElse(""))
                && key.name().length() <= LONGEST_NAME
                && identity.contains("@")
                && (identityDomain.equals(key.domain()) || identityDomain.endsWith("." + key.domain()))
                && bodyHash.isPresent()
                && signature.isPresent()
                && !names.isEmpty()
                && Stream.of("l", "t", "x").allMatch(tag -> isNumber(tags, tag))
                && number(tags, "t").orElse(0) <= number(tags, "x").orElse(Long.MAX_VALUE);
        if (!sound) {
            return new Outcome.Unsound(Result.MALFORMED);
        }
        OptionalLong end = number(tags, "x");
        return new Outcome.Sound(new DkimField(
                field,
                key,
                algorithm,
                forms.get().header(),
                forms.get().body(),
                names,
                bodyHash.get(),
                signature.get(),
                number(tags, "l"),
                end.isPresent() ? Optional.of(Instant.ofEpochSecond(end.getAsLong())) : Optional.empty(),
                identityDomain));
    }

    static String valueOf(String field) {
        return field.substring(field.indexOf(':') + 1);
    }

    private static Optional<String> name(TagList tags, String tag, Pattern form) {
        return tags.value(tag)
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value ->
                        value.length() <= LONGEST_NAME && form.matcher(value).matches());
    }

    private static List<String> names(TagList tags) {
        return tags.packed("h").stream()
                .flatMap(list -> Stream.of(list.split(":", -1)))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// Quoted-printable as RFC 6376 §2.11 has it.
    private static String unquoted(String text) {
        return QUOTED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static Optional<Octets> octets(TagList tags, String tag) {
        try {
            return tags.packed(tag)
                    .filter(text -> !text.isEmpty())
                    .map(text -> Octets.of(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(TagList tags, String tag) {
        return tags.packed(tag).map(text -> NUMBER.matcher(text).matches()).orElse(true);
    }

    private static OptionalLong number(TagList tags, String tag) {
        Optional<String> text =
                tags.packed(tag).filter(value -> NUMBER.matcher(value).matches());
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return "DkimField[" + algorithm + "]";
    }
}
