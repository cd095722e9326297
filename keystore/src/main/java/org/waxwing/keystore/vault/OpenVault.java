package org.waxwing.keystore.vault;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.waxwing.crypto.secret.SecretBytes;

/// A vault whose master key is in memory.
final class OpenVault implements Vault {
    private final SecretBytes master;
    private final SecureRandom random;
    private final Map<String, DerivedBox> boxes = new HashMap<>();
    private boolean closed;

    /// Takes over the master key and closes it in the end.
    OpenVault(SecretBytes master, SecureRandom random) {
        this.master = master;
        this.random = random;
    }

    @Override
    public synchronized SealedBox box(String purpose) {
        if (closed) {
            throw new IllegalStateException("the vault is closed");
        }
        DerivedBox known = boxes.get(purpose);
        if (known != null) {
            return known;
        }
        DerivedBox made = new DerivedBox(master, purpose, random);
        boxes.put(purpose, made);
        return made;
    }

    @Override
    public synchronized void close() {
        closed = true;
        boxes.values().forEach(DerivedBox::close);
        boxes.clear();
        master.close();
    }

    @Override
    public String toString() {
        return "Vault[redacted]";
    }
}
