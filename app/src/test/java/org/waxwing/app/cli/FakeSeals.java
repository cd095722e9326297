package org.waxwing.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Seals;
import org.waxwing.crypto.cert.Fingerprint;
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
    public Card make(Mailbox owner) {
        world.done.add("made for " + owner.address().text());
        return Cards.ANNA;
    }

    @Override
    public Optional<Octets> publicCard(Fingerprint fingerprint) {
        return Optional.of(Octets.ofUtf8("the card in armour\r\n"));
    }

    @Override
    public int backUp(Path file, Passphrase passphrase) {
        throw new AssertionError("no command asks for it");
    }

    @Override
    public String backUpWithRecoveryDigits(Path file) {
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
