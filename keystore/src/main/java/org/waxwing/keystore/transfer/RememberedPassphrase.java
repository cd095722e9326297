package org.waxwing.keystore.transfer;

import java.util.Optional;
import org.waxwing.crypto.secret.Passphrase;

/// Asks once for all that stands in one file: what was answered before is tried first. Closing wipes it.
final class RememberedPassphrase implements FilePassphrase, AutoCloseable {
    private final FilePassphrase asked;
    private Optional<Passphrase> last = Optional.empty();

    RememberedPassphrase(FilePassphrase asked) {
        this.asked = asked;
    }

    @Override
    public Optional<Passphrase> ask(String file, boolean again) {
        if (again || last.isEmpty()) {
            Optional<Passphrase> answer = asked.ask(file, again);
            close();
            last = answer;
        }
        return last.map(Passphrase::copy);
    }

    @Override
    public void close() {
        last.ifPresent(Passphrase::close);
        last = Optional.empty();
    }
}
