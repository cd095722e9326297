package org.waxwing.crypto.mime;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The names of mail domains as the DNS has them (RFC 5891 §4, RFC 5892 §2; UTS #46 without the transition
/// from IDNA2003). The platform's own `IDN` makes `ss` of `ß` and drops joiners, so that two domains which
/// belong to two people are one for it.
public final class DomainName {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;
    private static final String ALABEL = "xn--";
    private static final int MIDDLE_DOT_OF_KANA = 0x30FB;

    private DomainName() {}

    /// The name in lower-case A-labels; nothing where it has a label that can't be registered. Joiners are
    /// refused everywhere, which loses names of a few scripts and no others.
    public static Optional<String> ascii(String domain) {
        List<String> labels = new ArrayList<>();
        for (String label : domain.split("[.\u3002\uFF0E\uFF61]", -1)) {
            Optional<String> ascii = isAscii(label) ? Optional.of(lower(label)) : label(label);
            if (ascii.filter(DomainName::isSound).isEmpty()) {
                return Optional.empty();
            }
            labels.add(ascii.get());
        }
        String whole = String.join(".", labels);
        return whole.length() <= MAX_LENGTH ? Optional.of(whole) : Optional.empty();
    }

    /// The letters A to Z in lower case and nothing else changed: other letters have no common lower case
    /// (RFC 9788 §4.4.5 compares like this).
    public static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return lower.toString();
    }

    private static Optional<String> label(String label) {
        String folded = folded(label);
        if (isAscii(folded)) {
            return Optional.of(folded).filter(plain -> !plain.startsWith(ALABEL));
        }
        int[] letters = folded.codePoints().toArray();
        boolean hyphens = folded.startsWith("-") || folded.endsWith("-") || folded.startsWith("--", 2);
        boolean allowed = !hyphens && !isMark(letters[0]) && readsOneWay(letters);
        for (int at = 0; allowed && at < letters.length; at++) {
            allowed = isAllowed(letters, at);
        }
        return allowed ? Optional.of(ALABEL + Punycode.encoded(letters)) : Optional.empty();
    }

    /// What UTS #46 maps letters to: their case folding in compatible form, and again, until it stays. `ß`,
    /// the last `ς` and the dotless `ı` are letters of their own.
    private static String folded(String label) {
        StringBuilder folded = new StringBuilder();
        label.codePoints().forEach(c -> folded.append(folded(c)));
        return Normalizer.normalize(folded, Form.NFKC);
    }

    private static String folded(int c) {
        String letter = Character.toString(c);
        if (c == 'ß' || c == 'ς') {
            return letter;
        }
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(letter, Form.NFKC).codePoints().forEach(plain -> folded.append(withoutCase(plain)));
        return folded.toString();
    }

    private static String withoutCase(int c) {
        String letter = Character.toString(c);
        if (c == 'ı') {
            return letter;
        }
        // Cherokee was written without case for long, so its small letters fold to the others.
        String upper = letter.toUpperCase(Locale.ROOT);
        return UnicodeScript.of(c) == UnicodeScript.CHEROKEE ? upper : upper.toLowerCase(Locale.ROOT);
    }

    /// RFC 5892 §2.1, §2.3, §2.4, §2.6, §2.9 and §A.3 to §A.7.
    private static boolean isAllowed(int[] label, int at) {
        int c = label[at];
        return switch (c) {
            case '-', 0x06FD, 0x06FE, 0x0F0B, 0x3007 -> true;
            case 0x0640, 0x07FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B -> false;
            case 0x00B7 -> letter(label, at - 1) == 'l' && letter(label, at + 1) == 'l';
            case 0x0375 -> script(label, at + 1) == UnicodeScript.GREEK;
            case 0x05F3, 0x05F4 -> script(label, at - 1) == UnicodeScript.HEBREW;
            case MIDDLE_DOT_OF_KANA -> hasJapanese(label);
            default -> isLetterDigit(c) && !isIgnorable(c) && !isMarkForSymbols(c) && !isOldJamo(c);
        };
    }

    private static boolean isLetterDigit(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            case Character.UPPERCASE_LETTER -> UnicodeScript.of(c) == UnicodeScript.CHEROKEE;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.getType(c) == Character.ENCLOSING_MARK;
    }

    /// Letters and marks that nobody sees.
    private static boolean isIgnorable(int c) {
        return PlainText.isFiller(c) || PlainText.isSelector(c);
    }

    private static boolean isMarkForSymbols(int c) {
        return (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x1D100 && c <= 0x1D24F);
    }

    private static boolean isOldJamo(int c) {
        return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97F) || (c >= 0xD7B0 && c <= 0xD7FF);
    }

    private static boolean hasJapanese(int[] label) {
        for (int at = 0; at < label.length; at++) {
            UnicodeScript script = script(label, at);
            if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA || script == UnicodeScript.HAN) {
                return true;
            }
        }
        return false;
    }

    /// Letters and digits that run from right to left stand among their own (after RFC 5893 §2), and the two
    /// rows of Arabic digits apart (RFC 5892 §A.8, §A.9).
    private static boolean readsOneWay(int[] label) {
        boolean rightToLeft = false;
        boolean leftToRight = false;
        boolean arabicDigits = false;
        boolean persianDigits = false;
        for (int c : label) {
            byte direction = Character.getDirectionality(c);
            rightToLeft |= isRightToLeft(c) || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
            leftToRight |= direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            arabicDigits |= c >= 0x660 && c <= 0x669;
            persianDigits |= c >= 0x6F0 && c <= 0x6F9;
        }
        boolean oneWay = !rightToLeft || (!leftToRight && isRightToLeft(label[0]));
        return oneWay && !(arabicDigits && persianDigits);
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static int letter(int[] label, int at) {
        return at >= 0 && at < label.length ? label[at] : -1;
    }

    private static UnicodeScript script(int[] label, int at) {
        return at >= 0 && at < label.length ? UnicodeScript.of(label[at]) : UnicodeScript.UNKNOWN;
    }

    private static boolean isSound(String ascii) {
        return !ascii.isEmpty()
                && ascii.length() <= MAX_LABEL
                && !ascii.startsWith("-")
                && !ascii.endsWith("-")
                && ascii.chars().allMatch(c -> c == '-' || isLetterDigit(c));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
