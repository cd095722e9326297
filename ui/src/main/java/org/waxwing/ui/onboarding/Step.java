package org.waxwing.ui.onboarding;

import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.trust.ImportLine;

/// The pages of the first run, in their order.
public sealed interface Step {
    record Welcome() implements Step {}

    record WhoYouAre() implements Step {}

    /// The passphrase of the profile: nothing can be kept before it exists.
    record Lock() implements Step {}

    record Servers() implements Step {}

    record Seal() implements Step {}

    /// What an import brought, item by item.
    ///
    /// @param sealed the person's own seal is now there
    record Brought(List<ImportLine> lines, boolean sealed) implements Step {
        public Brought {
            lines = List.copyOf(lines);
        }
    }

    record KeepSafe() implements Step {}

    /// The digits that open the backup file, to be written down.
    ///
    /// @param leftOut how many private keys are not in the file
    record RecoveryDigits(String digits, int leftOut) implements Step {
        static RecoveryDigits of(org.waxwing.app.trust.RecoveryDigits made) {
            return new RecoveryDigits(made.digits(), made.leftOut());
        }

        @Override
        public String toString() {
            return "RecoveryDigits[redacted]";
        }
    }

    /// @param leftOut how many private keys are not in the backup file that was written
    record TestLetter(int leftOut) implements Step {}

    /// @param entries where the test letter is
    record Tested(List<Outbox.Entry> entries) implements Step {
        public Tested {
            entries = List.copyOf(entries);
        }
    }

    /// The window can open.
    record Done(Waxwing waxwing) implements Step {}
}
