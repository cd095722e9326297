package org.waxwing.app.pictures;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.waxwing.app.keys.InquiryLedger;
import org.waxwing.app.read.LoadPictures;
import org.waxwing.app.read.LoadedPictures;
import org.waxwing.app.read.LoadedPictures.Missing;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.app.web.BoundedWeb;
import org.waxwing.app.web.ReadBudget;
import org.waxwing.app.web.WebAnswer;
import org.waxwing.crypto.RemotePictures;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.RemotePicture;

/// Loads pictures over the bounded web: no redirect, no cookie, nothing of this program or of the letter
/// in the request but the address itself. `https` is tried first where the letter says `http`.
public final class FetchPictures implements LoadPictures {
    /// Of one picture, in octets.
    static final int LARGEST = 5_000_000;
    /// Of all that is read for one letter, whatever comes of it; then everything ends.
    static final long ALL = 30_000_000;
    private static final int AT_ONCE = 6;
    private static final String CLEAR = "http://";

    private final BoundedWeb web;
    private final InquiryLedger ledger;
    private final InstantSource clock;
    private final Duration longest;
    private final ReentrantLock noting = new ReentrantLock();

    /// @param web whose own limit holds for one picture
    /// @param longest for all pictures of a letter together
    public FetchPictures(BoundedWeb web, InquiryLedger ledger, InstantSource clock, Duration longest) {
        this.web = web;
        this.ledger = ledger;
        this.clock = clock;
        this.longest = longest;
    }

    /// One picture and what came of asking for it.
    private record Asked(Octets content, Outcome outcome) {}

    @Override
    public LoadedPictures load(RemotePictures pictures) {
        List<RemotePicture> wanted = pictures.wanted();
        ReadBudget budget = new ReadBudget(ALL);
        List<Callable<Asked>> tasks = wanted.stream()
                .<Callable<Asked>>map(picture -> () -> asked(picture, budget))
                .toList();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return gathered(wanted, workers.invokeAll(tasks, longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new LoadedPictures(
                    Map.of(),
                    wanted.stream()
                            .map(picture -> new Missing(picture.host(), Outcome.TOO_SLOW))
                            .toList());
        }
    }

    private static LoadedPictures gathered(List<RemotePicture> wanted, List<Future<Asked>> answers)
            throws InterruptedException {
        Map<RemotePicture, Octets> came = new LinkedHashMap<>();
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            RemotePicture picture = wanted.get(i);
            Asked asked =
                    answers.get(i).isCancelled() ? new Asked(Octets.empty(), Outcome.TOO_SLOW) : answer(answers.get(i));
            if (asked.outcome == Outcome.ANSWERED) {
                came.put(picture, asked.content);
            } else {
                missing.add(new Missing(picture.host(), asked.outcome));
            }
        }
        return new LoadedPictures(came, missing);
    }

    private static Asked answer(Future<Asked> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("asking for a picture failed by itself", failed.getCause());
        }
    }

    private Asked asked(RemotePicture picture, ReadBudget budget) {
        if (budget.isSpent()) {
            return new Asked(Octets.empty(), Outcome.TOO_LARGE);
        }
        String address = picture.address();
        boolean clear = address.startsWith(CLEAR);
        Asked first = asked(clear ? "https://" + address.substring(CLEAR.length()) : address, budget);
        boolean again = clear && first.outcome != Outcome.ANSWERED && first.outcome != Outcome.NOT_PUBLIC;
        return again && !budget.isSpent() ? asked(address, budget) : first;
    }

    private Asked asked(String url, ReadBudget budget) {
        WebAnswer answer = web.get(url, LARGEST, budget);
        Asked asked = switch (answer) {
            case WebAnswer.Got(Octets content, long _) ->
                RemotePicture.isPicture(content)
                        ? new Asked(content, Outcome.ANSWERED)
                        : new Asked(Octets.empty(), Outcome.OF_NO_USE);
            case WebAnswer.Failed(WebAnswer.Why why, long _) -> new Asked(Octets.empty(), why.outcome());
        };
        noting.lock();
        try {
            ledger.add(new Inquiry(clock.instant(), url, answer.read(), asked.outcome, Inquiry.Purpose.PICTURE));
        } finally {
            noting.unlock();
        }
        return asked;
    }
}
