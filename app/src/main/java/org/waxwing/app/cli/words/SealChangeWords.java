package org.waxwing.app.cli.words;

import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.crypto.cert.KeyChanging.Reason;

/// What came of changing a seal.
public final class SealChangeWords {
    private SealChangeWords() {}

    /// The card after the change; a [CommandProblem] where there was none.
    public static Card changed(SealChanging changing) {
        return switch (changing) {
            case SealChanging.Changed(Card card) -> card;
            case SealChanging.Locked() ->
                throw new CommandProblem(
                        ExitCode.LOCKED,
                        "The seal could not be unlocked, so nothing was changed.",
                        "Give the passphrase that it keeps.");
            case SealChanging.NoSuchSeal() ->
                throw new CommandProblem(ExitCode.NOT_FOUND, "You have no such seal.", "See: waxwing key list");
            case SealChanging.Refused(Reason reason) -> throw refused(reason);
        };
    }

    private static CommandProblem refused(Reason reason) {
        return switch (reason) {
            case PRIMARY_ON_SMARTCARD ->
                problem(
                        ExitCode.FAILED,
                        "The main key of this seal is on a smart card, and only the card can change the seal.",
                        "Change it with GnuPG, then import it again.");
            case PRIMARY_MISSING ->
                problem(
                        ExitCode.FAILED,
                        "The main key of this seal is not on this computer, so it can't be changed here.",
                        "Change it where its main key is, then import it again.");
            case NOT_UNDERSTOOD -> problem(ExitCode.FAILED, "This seal says too little of itself to be changed.", "");
            case REVOKED ->
                problem(ExitCode.FAILED, "This seal has ended for good.", "Make a new one: waxwing key generate");
            case NO_SUCH_SUBKEY ->
                problem(ExitCode.NOT_FOUND, "This seal has no such subkey.", "See: waxwing key show");
            case SUBKEY_REVOKED -> problem(ExitCode.FAILED, "That subkey was revoked before.", "");
            case NO_SUCH_USER_ID ->
                problem(ExitCode.NOT_FOUND, "This seal has no such name and address.", "See: waxwing key show");
            case USER_ID_THERE -> problem(ExitCode.FAILED, "That name and address is on the seal already.", "");
            case LAST_USER_ID ->
                problem(
                        ExitCode.FAILED,
                        "A seal needs one name and address, and this is the last.",
                        "Add another first: waxwing key add-userid");
            case USER_ID_UNSUITABLE ->
                problem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "That can't be a name and address on a seal.",
                        "Leave out control characters, and keep it short.");
            case ENDS_IN_THE_PAST ->
                problem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "A seal can't end in the past.",
                        "Give a later day, or end it now with “waxwing key revoke”.");
            case ENDS_TOO_LATE ->
                problem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "A seal can't end more than 136 years after it was made.",
                        "Give an earlier day, or “never”.");
            case CLOCK_BEHIND ->
                problem(
                        ExitCode.FAILED,
                        "The last change of this seal was made later than this computer's clock says.",
                        "Check date and time of this computer.");
        };
    }

    private static CommandProblem problem(ExitCode code, String sentence, String hint) {
        return new CommandProblem(code, sentence, hint);
    }
}
