package org.waxwing.app.cli;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.journey.Vouching;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;

/// A DNS with the key of chem.example, and a list that changed the text after its own server had signed it.
final class FakeVouching implements Vouching {
    private final World world;

    FakeVouching(World world) {
        this.world = world;
    }

    @Override
    public List<DkimVerdict> ask(Octets message) {
        world.done.add("asked the DNS");
        return List.of(
                verdict("chem.example", DkimVerdict.Result.PASS, DkimVerdict.Relation.SAME),
                verdict("lists.example", DkimVerdict.Result.BODY_CHANGED, DkimVerdict.Relation.OTHER));
    }

    private static DkimVerdict verdict(String domain, DkimVerdict.Result result, DkimVerdict.Relation relation) {
        return new DkimVerdict(
                Optional.of(domain),
                Optional.of("two.2026"),
                Optional.of("rsa-sha256"),
                result,
                relation,
                Optional.of(DkimVerdict.Coverage.WHOLE));
    }
}
