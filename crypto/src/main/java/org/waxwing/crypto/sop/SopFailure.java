package org.waxwing.crypto.sop;

/// Why a Stateless OpenPGP operation gave no result, with the exit code that the draft assigns.
public enum SopFailure {
    UNSPECIFIED_FAILURE(1),
    NO_SIGNATURE(3),
    UNSUPPORTED_ASYMMETRIC_ALGO(13),
    CERT_CANNOT_ENCRYPT(17),
    MISSING_ARG(19),
    INCOMPLETE_VERIFICATION(23),
    CANNOT_DECRYPT(29),
    PASSWORD_NOT_HUMAN_READABLE(31),
    UNSUPPORTED_OPTION(37),
    BAD_DATA(41),
    EXPECTED_TEXT(53),
    OUTPUT_EXISTS(59),
    MISSING_INPUT(61),
    KEY_IS_PROTECTED(67),
    UNSUPPORTED_SUBCOMMAND(69),
    UNSUPPORTED_SPECIAL_PREFIX(71),
    AMBIGUOUS_INPUT(73),
    KEY_CANNOT_SIGN(79),
    INCOMPATIBLE_OPTIONS(83),
    UNSUPPORTED_PROFILE(89),
    NO_HARDWARE_KEY_FOUND(97),
    HARDWARE_KEY_FAILURE(101),
    PRIMARY_KEY_BAD(103),
    CERT_USERID_NO_MATCH(107),
    KEY_CANNOT_CERTIFY(109);

    private final int exitCode;

    SopFailure(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
