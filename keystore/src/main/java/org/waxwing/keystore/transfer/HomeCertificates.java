package org.waxwing.keystore.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.gnupg.Keybox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.sqlite.KeyboxDaemonDatabase;

/// The certificates of a GnuPG home, from whichever of GnuPG's three stores it uses.
///
/// @param source the file's name, for the report
record HomeCertificates(String source, KeyMaterial material) {
    /// A keyring of 100,000 certificates has about 200 MB.
    private static final int LARGEST_RING = 512 << 20;

    private static final String KEYBOX = "pubring.kbx";
    private static final String OLD_RING = "pubring.gpg";
    private static final String DATABASE = "public-keys.d/pubring.db";

    /// Every store that gpg would look into: the keybox daemon's database (GnuPG 2.4), the keybox, and the
    /// ring of GnuPG 1 unless the keybox took its place.
    ///
    /// @param further rings that its settings name besides
    static List<HomeCertificates> in(HomeFiles files, List<Path> further, OpenPgp openPgp) {
        List<HomeCertificates> found = new ArrayList<>();
        files.file(DATABASE, LARGEST_RING)
                .ifPresent(content -> found.add(new HomeCertificates(DATABASE, database(content, openPgp))));
        Optional<Keybox> keybox = files.file(KEYBOX, LARGEST_RING).map(Keybox::read);
        keybox.ifPresent(box -> found.add(new HomeCertificates(KEYBOX, keybox(box, openPgp))));
        if (keybox.isEmpty() || !keybox.get().forOpenPgp()) {
            files.file(OLD_RING, LARGEST_RING)
                    .ifPresent(ring -> found.add(new HomeCertificates(OLD_RING, openPgp.read(ring))));
        }
        for (Path ring : further) {
            files.elsewhere(ring, LARGEST_RING)
                    .ifPresent(
                            content -> found.add(new HomeCertificates(HomeFiles.name(ring), ring(content, openPgp))));
        }
        return found;
    }

    /// A ring of either form.
    private static KeyMaterial ring(Octets content, OpenPgp openPgp) {
        boolean keybox = content.length() > 12 && content.slice(8, 12).latin1().equals("KBXf");
        return keybox ? keybox(Keybox.read(content), openPgp) : openPgp.read(content);
    }

    private static KeyMaterial database(Octets content, OpenPgp openPgp) {
        Optional<List<Octets>> keyblocks = KeyboxDaemonDatabase.keyblocks(content);
        List<Item> items = new ArrayList<>();
        if (keyblocks.isEmpty()) {
            items.add(new Item.Skipped("the certificates in it", SkipReason.MALFORMED));
        }
        int number = 0;
        for (Octets keyblock : keyblocks.orElse(List.of())) {
            items.addAll(keyblock("certificate " + ++number, keyblock, openPgp));
        }
        return new KeyMaterial(items);
    }

    private static KeyMaterial keybox(Keybox keybox, OpenPgp openPgp) {
        List<Item> items = new ArrayList<>();
        int number = 0;
        for (Keybox.Item item : keybox.items()) {
            String name = "entry " + ++number;
            items.addAll(
                    switch (item) {
                        case Keybox.Item.Keyblock(Octets packets) -> keyblock(name, packets, openPgp);
                        case Keybox.Item.X509 _ -> List.of(new Item.Skipped(name, SkipReason.SMIME_CERTIFICATE));
                        case Keybox.Item.Damaged(int offset, boolean rest) ->
                            List.of(new Item.Skipped(
                                    (rest ? "everything from byte " : name + " at byte ") + offset,
                                    SkipReason.MALFORMED));
                        case Keybox.Item.TooLarge(int offset) ->
                            List.of(new Item.Skipped(name + " at byte " + offset, SkipReason.TOO_LARGE));
                    });
        }
        return new KeyMaterial(items);
    }

    /// One certificate; where it can't be used, the report says which entry it was.
    private static List<Item> keyblock(String name, Octets packets, OpenPgp openPgp) {
        List<Item> items = openPgp.read(packets).items();
        if (items.isEmpty()) {
            return List.of(new Item.Skipped(name, SkipReason.MALFORMED));
        }
        return items.stream()
                .map(item -> item instanceof Item.Skipped(String what, SkipReason reason, boolean lost)
                        ? new Item.Skipped(name + ": " + what, reason, lost)
                        : item)
                .toList();
    }
}
