package org.waxwing.app.cli;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.send.FileSealing;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.SealFile;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Refuses everything: what can be sealed is tested with the real thing.
final class FakeSealFile implements SealFile {
    @Override
    public FileSealing seal(Octets message, Optional<AddrSpec> sender, Optional<Technology> only) {
        if (message.isEmpty()) {
            return new FileSealing.LetterUnusable("This is not a letter: it has no header fields.");
        }
        if (sender.isPresent()) {
            return new FileSealing.NoSeal(sender.get());
        }
        return message.utf8().contains("dave")
                ? new FileSealing.NotReady(
                        List.of(new ProtectionPlan.Recipient(AddrSpec.of("dave@example.com"), new Readiness.NoCard())))
                : new FileSealing.NoSender();
    }
}
