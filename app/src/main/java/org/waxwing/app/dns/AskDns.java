package org.waxwing.app.dns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waxwing.app.journey.Vouching;
import org.waxwing.app.keys.InquiryLedger;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.dkim.Dkim;
import org.waxwing.crypto.dkim.DkimAnswer;
import org.waxwing.crypto.dkim.DkimQuestion;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;

/// Asks all questions about a letter at once and waits a bounded time for all of them together. What
/// comes later counts as silence.
public final class AskDns implements Vouching {
    private static final Duration FIRST_TRY = Duration.ofSeconds(1);

    private final Dkim dkim = Dkim.current();
    private final DnsTexts dns;
    private final Duration longest;
    private final InquiryLedger ledger;
    private final InstantSource clock;

    AskDns(DnsTexts dns, Duration longest, InquiryLedger ledger, InstantSource clock) {
        this.dns = dns;
        this.longest = longest;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Asks the servers that the system is set up with.
    ///
    /// @param longest for all questions about one letter
    public static AskDns system(Duration longest, InquiryLedger ledger, InstantSource clock) {
        return new AskDns(new DnsTexts(DnsTexts.SYSTEM, FIRST_TRY), longest, ledger, clock);
    }

    @Override
    public List<DkimVerdict> ask(Octets message) {
        List<DkimQuestion> questions = dkim.questions(message, clock.instant());
        Map<DkimQuestion, DkimAnswer> answers = new HashMap<>();
        List<TextAnswer> came = all(questions);
        for (int i = 0; i < questions.size(); i++) {
            DkimQuestion question = questions.get(i);
            note(question, came.get(i));
            answers.put(question, answer(came.get(i)));
        }
        return dkim.judge(message, answers, clock.instant());
    }

    private List<TextAnswer> all(List<DkimQuestion> questions) {
        // Not closed: that would wait for those who are too slow. They end by their own patience. They are no
        // virtual threads, for while it waits the platform's look-up holds what carries those.
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("dns-", 1).factory());
        try {
            List<Future<TextAnswer>> asked = new ArrayList<>();
            for (DkimQuestion question : questions) {
                asked.add(threads.submit(() -> dns.of(question.name())));
            }
            long end = System.nanoTime() + longest.toNanos();
            List<TextAnswer> answers = new ArrayList<>();
            for (Future<TextAnswer> one : asked) {
                answers.add(within(end - System.nanoTime(), one));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static TextAnswer within(long nanos, Future<TextAnswer> asked) {
        try {
            return asked.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return new TextAnswer.Failed(TextAnswer.Why.TOO_SLOW);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a look-up broke", broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TextAnswer.Failed(TextAnswer.Why.TOO_SLOW);
        }
    }

    private static DkimAnswer answer(TextAnswer came) {
        return switch (came) {
            case TextAnswer.Got(List<String> texts) -> new DkimAnswer.Texts(texts);
            case TextAnswer.Failed _ -> new DkimAnswer.Silent();
        };
    }

    /// As RFC 4501 writes what was asked.
    private void note(DkimQuestion question, TextAnswer came) {
        String asked = "dns:" + question.name() + "?type=TXT";
        Inquiry inquiry = switch (came) {
            case TextAnswer.Got got ->
                new Inquiry(
                        clock.instant(),
                        asked,
                        got.octets(),
                        got.texts().isEmpty() ? Inquiry.Outcome.OF_NO_USE : Inquiry.Outcome.ANSWERED,
                        Inquiry.Purpose.LETTER);
            case TextAnswer.Failed(TextAnswer.Why why) ->
                new Inquiry(clock.instant(), asked, 0, outcome(why), Inquiry.Purpose.LETTER);
        };
        ledger.add(inquiry);
    }

    private static Inquiry.Outcome outcome(TextAnswer.Why why) {
        return switch (why) {
            case UNREACHABLE -> Inquiry.Outcome.UNREACHABLE;
            case REFUSED -> Inquiry.Outcome.REFUSED;
            case TOO_SLOW -> Inquiry.Outcome.TOO_SLOW;
            case TOO_LARGE -> Inquiry.Outcome.TOO_LARGE;
        };
    }
}
