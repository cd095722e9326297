package org.waxwing.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.StorageException;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.RecoveryDigits;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.Seals;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

record FakeSeals(World world) implements Seals {
    @Override
    public List<Card> own() {
        return List.of(Cards.ANNA);
    }

    @Override
    public Optional<Card> sealFor(AddrSpec address) {
        return address.equals(World.ANNA) ? Optional.of(Cards.ANNA) : Optional.empty();
    }

    @Override
    public Card make(Mailbox owner, KeyProfile profile, Optional<Duration> validity) {
        world.done.add("made for " + owner.address().text());
        return Cards.ANNA;
    }

    @Override
    public List<Card> ending() {
        return List.of();
    }

    @Override
    public SealChanging change(Fingerprint fingerprint, KeyChange change) {
        return switch (change) {
            case KeyChange.RevokeSubkey _, KeyChange.SubkeyValidity _ ->
                new SealChanging.Refused(KeyChanging.Reason.NO_SUCH_SUBKEY);
            case KeyChange.RevokeUserId _ -> new SealChanging.Refused(KeyChanging.Reason.LAST_USER_ID);
            case KeyChange.PrimaryUserId _ -> new SealChanging.Locked();
            case KeyChange.Validity _, KeyChange.AddSubkey _, KeyChange.AddUserId _, KeyChange.Revoke _ -> {
                world.done.add("changed");
                yield new SealChanging.Changed(Cards.ANNA);
            }
        };
    }

    @Override
    public SealChanging prolong(Fingerprint fingerprint) {
        throw new AssertionError("no command asks for it");
    }

    @Override
    public SealChanging lockWith(Fingerprint fingerprint, Passphrase passphrase) {
        world.done.add("locked anew");
        return new SealChanging.Changed(Cards.ANNA);
    }

    @Override
    public List<Path> writeWebKeyDirectory(Path folder, Fingerprint fingerprint) {
        return List.of(folder.resolve("hu"));
    }

    @Override
    public Optional<Octets> publicCard(Fingerprint fingerprint) {
        return Optional.of(Octets.ofUtf8("the card in armour\r\n"));
    }

    @Override
    public BackedUp backUp(Path file, Passphrase passphrase) {
        try {
            Files.createFile(file);
        } catch (IOException refused) {
            throw new StorageException("The backup can't be written there.", refused);
        }
        return new BackedUp(1, 0);
    }

    @Override
    public RecoveryDigits backUpWithRecoveryDigits(Path file) {
        throw new AssertionError("no command asks for it");
    }

    @Override
    public Optional<Octets> exportPrivate(Fingerprint fingerprint, Passphrase passphrase) {
        return Optional.of(Octets.ofUtf8("the locked key in armour\r\n"));
    }

    @Override
    public Optional<Octets> revoke(Fingerprint fingerprint) {
        world.done.add("revoked");
        return Optional.of(Octets.ofUtf8("the last card in armour\r\n"));
    }
}
