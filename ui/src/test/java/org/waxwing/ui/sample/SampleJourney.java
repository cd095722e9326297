package org.waxwing.ui.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.journey.Stop;
import org.waxwing.crypto.dkim.DkimVerdict;

/// A letter's way over three servers, the last two of the reader's own provider.
public final class SampleJourney {
    private SampleJourney() {}

    public static Journey journey(Journey.Content content) {
        return new Journey(
                List.of(
                        stop(
                                "smtp.chem.example",
                                "laptop",
                                new Stop.Tls.NotStated(),
                                "2026-06-09T10:42:09Z",
                                Optional.empty(),
                                Stop.Standing.CLAIMED),
                        stop(
                                "mx1.ox.ac.uk",
                                "smtp.chem.example",
                                new Stop.Tls.Stated(Optional.of("TLS 1.3")),
                                "2026-06-09T10:42:03Z",
                                Optional.of(-6),
                                Stop.Standing.STATED),
                        stop(
                                "imap.ox.ac.uk",
                                "mx1.ox.ac.uk",
                                new Stop.Tls.Stated(Optional.of("TLS 1.2")),
                                "2026-06-09T10:45:08Z",
                                Optional.of(185),
                                Stop.Standing.STATED)),
                0,
                content);
    }

    static Authentication found() {
        return new Authentication(
                Optional.of("mx1.ox.ac.uk"),
                List.of(
                        new Authentication.Result("spf", "pass", List.of()),
                        new Authentication.Result("dkim", "pass", List.of()),
                        new Authentication.Result("dmarc", "none", List.of())),
                0);
    }

    /// Who vouches for it, with the two sentences that there are most often.
    static List<DkimVerdict> vouchers() {
        return List.of(
                verdict("chem.example", DkimVerdict.Result.PASS, DkimVerdict.Relation.SAME),
                verdict("lists.example", DkimVerdict.Result.BODY_CHANGED, DkimVerdict.Relation.OTHER));
    }

    private static DkimVerdict verdict(String domain, DkimVerdict.Result result, DkimVerdict.Relation relation) {
        return new DkimVerdict(
                Optional.of(domain),
                Optional.of("two"),
                Optional.of("rsa-sha256"),
                result,
                relation,
                Optional.of(DkimVerdict.Coverage.WHOLE));
    }

    private static Stop stop(
            String by, String from, Stop.Tls tls, String at, Optional<Integer> seconds, Stop.Standing standing) {
        return new Stop(
                Optional.of(by),
                Optional.of(from),
                Optional.of("ESMTPS"),
                tls,
                Optional.of(Instant.parse(at)),
                seconds.map(Duration::ofSeconds),
                standing);
    }
}
