package org.waxwing.app.cli.terminal;

/// How a command ends: the one table of exit codes, documented in `app/docs/command-line.md`. Numbers
/// below 110 that the Stateless OpenPGP command line knows (draft-dkg-openpgp-stateless-cli, "Failure
/// Modes") mean here what they mean there; the rest follow `sysexits.h` where it has a fitting one.
public enum ExitCode {
    /// Done.
    OK(0),
    /// Something went wrong that has no number of its own.
    FAILED(1),
    /// No acceptable signature was found.
    NO_SIGNATURE(3),
    /// An algorithm or version that this program doesn't know.
    UNSUPPORTED_ALGORITHM(13),
    /// Somebody can't receive sealed letters; nothing was made or sent for anyone.
    RECIPIENT_NOT_READY(17),
    /// Something that the command needs was not typed.
    MISSING_ARGUMENT(19),
    /// Verification was asked for only in part.
    INCOMPLETE_VERIFICATION(23),
    /// Sealed, and can't be opened here: no key, or altered on the way.
    CANNOT_OPEN(29),
    /// A passphrase that isn't text.
    PASSPHRASE_NOT_TEXT(31),
    /// No such option, or a value that the option doesn't take.
    UNSUPPORTED_OPTION(37),
    /// What was given to read is not what it should be.
    BAD_DATA(41),
    /// Text was expected.
    EXPECTED_TEXT(53),
    /// A file to be written is there already.
    OUTPUT_EXISTS(59),
    /// A file to be read isn't there.
    MISSING_INPUT(61),
    /// A passphrase is wrong, or was needed and not given.
    LOCKED(67),
    /// No such command.
    UNSUPPORTED_COMMAND(69),
    /// A mistake in this program.
    BUG(70),
    /// A special designator such as `@HARDWARE:` that this program doesn't know.
    UNSUPPORTED_PREFIX(71),
    /// No such letter, key, account, folder or outbox entry.
    NOT_FOUND(72),
    /// A file is there by the name of a special designator, so it is not clear what is meant.
    AMBIGUOUS_INPUT(73),
    /// The disk or the terminal failed.
    INPUT_OUTPUT(74),
    /// A server could not be used now, or said "later"; what was to be sent waits in the outbox.
    NOT_NOW(75),
    /// The relay refused the letter for somebody.
    REFUSED_BY_RELAY(76),
    /// The relay took every byte and never answered: it may have the letter.
    UNCONFIRMED(77),
    /// No profile, or no account, or one that this version can't open.
    NOT_SET_UP(78),
    /// The key can't sign.
    KEY_CANNOT_SIGN(79),
    /// Options that exclude each other.
    INCOMPATIBLE_OPTIONS(83),
    /// No such profile of key generation or encryption.
    UNSUPPORTED_PROFILE(89),
    /// A key is on a device that is not there.
    NO_HARDWARE_KEY(97),
    /// The device with the key refused.
    HARDWARE_KEY_FAILURE(101),
    /// The primary key is missing, or not good for what was asked.
    PRIMARY_KEY_BAD(103),
    /// A certificate doesn't have the user id, bound as it was asked for.
    USER_ID_NOT_BOUND(107),
    /// A key can't certify.
    KEY_CANNOT_CERTIFY(109),
    /// Whoever read our output stopped reading, as the shell counts it (128 + SIGPIPE).
    OUTPUT_CLOSED(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// This one, or the other where this one is good: the first failure is the one that tells.
    public ExitCode or(ExitCode other) {
        return this == OK ? other : this;
    }
}
