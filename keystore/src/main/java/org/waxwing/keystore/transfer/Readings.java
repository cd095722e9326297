package org.waxwing.keystore.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.IdentityFile;
import org.waxwing.crypto.cert.IdentityFile.Item;
import org.waxwing.crypto.cert.IdentityProblem;

/// What several readings of one file bring to light together, each with another passphrase: every key in it
/// may have its own.
final class Readings {
    private Readings() {}

    /// Whether a passphrase is missing yet.
    static boolean locked(IdentityFile file) {
        return switch (file) {
            case IdentityFile.Refused(IdentityProblem problem) -> locked(problem);
            case IdentityFile.Read(List<Item> items) -> items.stream().anyMatch(Readings::locked);
        };
    }

    /// A reading and the one after it as one. What stays locked is what neither opened.
    static IdentityFile together(IdentityFile before, IdentityFile after) {
        return switch (before) {
            case IdentityFile.Refused _ -> after;
            case IdentityFile.Read(List<Item> first) ->
                switch (after) {
                    case IdentityFile.Refused _ -> before;
                    case IdentityFile.Read(List<Item> second) -> new IdentityFile.Read(together(first, second));
                };
        };
    }

    private static List<Item> together(List<Item> first, List<Item> second) {
        List<Item> all = new ArrayList<>();
        Set<Fingerprint> seen = new HashSet<>();
        for (Item.KeyFound key : of(Item.KeyFound.class, first, second)) {
            if (seen.add(key.key().fingerprint())) {
                all.add(key);
            }
        }
        for (Item.CertificateFound found : of(Item.CertificateFound.class, first, second)) {
            if (seen.add(found.certificate().fingerprint())) {
                all.add(found);
            }
        }
        List<Item.PassedOver> lockedBefore =
                of(Item.PassedOver.class, first).filter(Readings::locked).toList();
        of(Item.PassedOver.class, first, second).stream()
                .filter(over -> !locked(over))
                .distinct()
                .forEach(all::add);
        of(Item.PassedOver.class, second)
                .filter(Readings::locked)
                .filter(over -> lockedBefore.stream().anyMatch(old -> old.what().equals(over.what())))
                .forEach(all::add);
        return all;
    }

    private static <T extends Item> List<T> of(Class<T> kind, List<Item> first, List<Item> second) {
        return Stream.concat(of(kind, first), of(kind, second)).toList();
    }

    private static <T extends Item> Stream<T> of(Class<T> kind, List<Item> items) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static boolean locked(Item item) {
        return item instanceof Item.PassedOver(String _, IdentityProblem problem) && locked(problem);
    }

    private static boolean locked(IdentityProblem problem) {
        return problem == IdentityProblem.PASSPHRASE_NEEDED || problem == IdentityProblem.WRONG_PASSPHRASE;
    }
}
