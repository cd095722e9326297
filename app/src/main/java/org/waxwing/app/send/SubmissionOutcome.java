package org.waxwing.app.send;

import java.util.List;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.crypto.mime.AddrSpec;

/// How the relay answered.
public sealed interface SubmissionOutcome {
    /// It took the letter for everyone.
    record Accepted(SmtpReply reply) implements SubmissionOutcome {}

    /// It took the letter for some.
    record PartlyAccepted(List<AddrSpec> accepted, List<Refusal> refused, SmtpReply reply)
            implements SubmissionOutcome {
        public PartlyAccepted {
            accepted = List.copyOf(accepted);
            refused = List.copyOf(refused);
        }

        @Override
        public String toString() {
            return "PartlyAccepted[" + accepted.size() + " accepted, " + refused.size() + " refused]";
        }
    }

    /// It took the letter for nobody.
    ///
    /// @param refused who was refused by name; empty when the letter as a whole was
    record Refused(List<Refusal> refused, SmtpReply reply) implements SubmissionOutcome {
        public Refused {
            refused = List.copyOf(refused);
        }

        @Override
        public String toString() {
            return "Refused[" + reply.code() + "]";
        }
    }

    /// There was no talking to the relay; nothing private went out.
    record Unreachable(ConnectionProblem problem) implements SubmissionOutcome {}

    /// The connection ended after the last byte and before the answer.
    record Unknown() implements SubmissionOutcome {}

    record Refusal(AddrSpec recipient, SmtpReply reply) {
        @Override
        public String toString() {
            return "Refusal[" + reply.code() + "]";
        }
    }

    /// @param code three digits
    /// @param text the server's words in one line, without control characters; they may hold addresses:
    ///   never log
    record SmtpReply(int code, String text) {
        public boolean temporary() {
            return code >= 400 && code < 500;
        }

        @Override
        public String toString() {
            return "SmtpReply[" + code + "]";
        }
    }
}
