package org.waxwing.app.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.connection.Patience;
import org.waxwing.app.connection.PublicAddresses;
import org.waxwing.app.connection.PublicConnector;
import org.waxwing.app.keys.InquiryLedger;
import org.waxwing.app.read.LoadedPictures;
import org.waxwing.app.read.LoadedPictures.Missing;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.app.trust.Inquiry.Purpose;
import org.waxwing.app.web.BoundedWeb;
import org.waxwing.app.web.OneAnswer;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.RemotePictures;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// What a server may do with a program that asks it for a picture.
class FetchPicturesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Octets PICTURE = Octets.of(HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d49484452000000080000000808020000004b6d29dc0000000049454e44ae426082"));

    private static final long READ = OneAnswer.ok(PICTURE).length();

    private final List<Inquiry> noted = Collections.synchronizedList(new ArrayList<>());
    private final InquiryLedger ledger = new InquiryLedger() {
        @Override
        public void add(Inquiry inquiry) {
            noted.add(inquiry);
        }

        @Override
        public List<Inquiry> all() {
            return List.copyOf(noted);
        }
    };

    private FetchPictures over(BoundedWeb.Connecting connecting) {
        return over(connecting, InstantSource.fixed(NOW), Duration.ofSeconds(20));
    }

    private FetchPictures over(BoundedWeb.Connecting connecting, InstantSource clock, Duration longest) {
        BoundedWeb web = new BoundedWeb(connecting, Duration.ofSeconds(10), clock);
        return new FetchPictures(web, ledger, InstantSource.fixed(NOW), longest);
    }

    /// What a clear letter with this HTML wants.
    private static RemotePictures wanted(String html) {
        SecureRandom random = new SecureRandom();
        Opening opening = Opener.with(OpenPgp.with(random, AlgorithmPolicy.current()), Smime.with(random))
                .open(
                        Octets.ofUtf8("From: anna@chem.example\r\nContent-Type: text/html\r\n\r\n" + html),
                        SecretKeySource.of(List.of()),
                        CertificateSource.of(List.of()),
                        _ -> Optional.empty(),
                        NOW);
        return assertInstanceOf(Opening.Opened.class, opening)
                .payload()
                .remotePictures()
                .orElseThrow();
    }

    private static RemotePictures one(String address) {
        return wanted("<img src='" + address + "'>");
    }

    private static Inquiry line(String url, long octets, Outcome outcome) {
        return new Inquiry(NOW, url, octets, outcome, Purpose.PICTURE);
    }

    private void assertMissing(Octets answer, Outcome why) throws IOException {
        noted.clear();
        try (OneAnswer server = new OneAnswer(_ -> answer)) {
            LoadedPictures loaded = over(server::open).load(one("https://pictures.example/sea.png"));
            assertEquals(List.of(new Missing("pictures.example", why)), loaded.missing());
            assertTrue(loaded.pictures().isEmpty());
            assertEquals(1, server.asked().size());
            assertEquals(List.of(line("https://pictures.example/sea.png", answer.length(), why)), noted);
        }
    }

    @Test
    void eachPictureIsAskedForOnceAndSaysNothingOfTheReader() throws IOException {
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(PICTURE))) {
            RemotePictures pictures = wanted("<img src='https://pictures.example/sea.png?id=7'>".repeat(3));
            LoadedPictures loaded = over(server::open).load(pictures);
            assertEquals(List.of(PICTURE), List.copyOf(loaded.pictures().values()));
            assertEquals(List.of(), loaded.missing());
            assertEquals(
                    List.of("GET /sea.png?id=7 HTTP/1.0\r\nHost: pictures.example\r\nConnection: close\r\n\r\n"),
                    server.asked());
            assertEquals(List.of(line("https://pictures.example/sea.png?id=7", READ, Outcome.ANSWERED)), noted);
        }
    }

    @Test
    void theProtectedWayIsTriedFirst() throws IOException {
        List<Boolean> ways = Collections.synchronizedList(new ArrayList<>());
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(PICTURE))) {
            LoadedPictures loaded = over((host, port, tls) -> {
                        ways.add(tls);
                        if (tls) {
                            throw new IOException("nobody listens");
                        }
                        return server.open(host, port, false);
                    })
                    .load(one("http://pictures.example/sea.png"));
            assertEquals(1, loaded.pictures().size());
        }
        assertEquals(List.of(true, false), ways);
        assertEquals(
                List.of(
                        line("https://pictures.example/sea.png", 0, Outcome.UNREACHABLE),
                        line("http://pictures.example/sea.png", READ, Outcome.ANSWERED)),
                noted);
    }

    @Test
    @Attack(15)
    void whatIsNoPictureIsNoneWhateverItIsCalled() throws IOException {
        assertMissing(OneAnswer.ok(Octets.ofUtf8("<!DOCTYPE html><script>alert(1)</script>")), Outcome.OF_NO_USE);
        assertMissing(
                OneAnswer.ok(Octets.ofUtf8("<svg xmlns='http://www.w3.org/2000/svg'><image href='x'/></svg>")),
                Outcome.OF_NO_USE);
        assertMissing(OneAnswer.ok(Octets.empty()), Outcome.OF_NO_USE);
    }

    @Test
    @Attack(15)
    void nobodyIsFollowedElsewhere() throws IOException {
        Octets elsewhere = Octets.ofUtf8("HTTP/1.1 302 Found\r\nLocation: https://pictures.example/sea.png\r\n\r\n");
        assertMissing(elsewhere, Outcome.REDIRECTED);
    }

    @Test
    @Attack(15)
    void anAddressInsideTheReadersOwnNetworkIsNotAsked() throws IOException {
        try (OneAnswer server = new OneAnswer(_ -> OneAnswer.ok(PICTURE))) {
            int port = port(server);
            Duration soon = Duration.ofSeconds(2);
            PublicConnector connector =
                    new PublicConnector(PublicAddresses::contains, new Patience(soon, soon, soon.multipliedBy(2)));
            LoadedPictures loaded = over(connector::open).load(wanted("""
                    <img src="http://127.0.0.1:%1$d/a"><img src="http://localhost:%1$d/a"><img src="http://[::1]:%1$d/">
                    <img src="http://10.0.0.1/a"><img src="http://169.254.169.254/a"><img src="http://2130706433/">
                    """.formatted(port)));
            assertEquals(6, loaded.missing().size());
            assertTrue(loaded.missing().stream().allMatch(missing -> missing.why() == Outcome.NOT_PUBLIC));
            assertEquals(List.of(""), server.asked(), "nothing but what found out the port");
        }
    }

    @Test
    @Timeout(30)
    void anAnswerWithoutAnEndIsCutOff() {
        AtomicLong read = new AtomicLong();
        LoadedPictures loaded =
                over((_, _, _) -> new EndlessSocket(16 * 1024, read)).load(one("https://pictures.example/sea.png"));
        assertEquals(List.of(new Missing("pictures.example", Outcome.TOO_LARGE)), loaded.missing());
        assertTrue(read.get() < FetchPictures.LARGEST + 100_000, "read " + read);
    }

    @Test
    @Timeout(30)
    void manyLargePicturesStopTogether() {
        AtomicLong read = new AtomicLong();
        LoadedPictures loaded =
                over((_, _, _) -> new EndlessSocket(16 * 1024, read)).load(sixty("http"));
        assertEquals(60, loaded.missing().size());
        assertTrue(read.get() <= FetchPictures.ALL, "read " + read);
        assertEquals(read.get(), noted.stream().mapToLong(Inquiry::octets).sum());
    }

    @Test
    @Timeout(30)
    void whatIsNoPictureCountsToo() throws IOException {
        Octets large = Octets.of(new byte[FetchPictures.LARGEST - 1_000]);
        Octets refusal = Octets.ofUtf8("HTTP/1.0 404 Not Found\r\n\r\n" + large.latin1());
        Octets elsewhere = Octets.ofUtf8("HTTP/1.0 302 Found\r\nLocation: /\r\n\r\n" + large.latin1());
        for (Octets answer : List.of(OneAnswer.ok(large), refusal, elsewhere)) {
            noted.clear();
            try (OneAnswer server = new OneAnswer(_ -> answer)) {
                LoadedPictures loaded = over(server::open).load(sixty("https"));
                assertEquals(60, loaded.missing().size());
                long read = noted.stream().mapToLong(Inquiry::octets).sum();
                assertTrue(read <= FetchPictures.ALL, "read " + read);
                assertTrue(read > FetchPictures.ALL - 200_000, "the ledger says " + read);
            }
        }
    }

    private static RemotePictures sixty(String scheme) {
        return wanted(IntStream.range(0, 60)
                .mapToObj(i -> "<img src='" + scheme + "://pictures.example/" + i + "'>")
                .collect(Collectors.joining()));
    }

    @Test
    @Timeout(30)
    void aServerThatDripsIsLeft() {
        AtomicLong seconds = new AtomicLong();
        InstantSource passing = () -> NOW.plusSeconds(seconds.getAndIncrement());
        LoadedPictures loaded = over(
                        (_, _, _) -> new EndlessSocket(1, new AtomicLong()), passing, Duration.ofSeconds(20))
                .load(one("https://pictures.example/sea.png"));
        assertEquals(List.of(new Missing("pictures.example", Outcome.TOO_SLOW)), loaded.missing());
        assertTrue(seconds.get() < 20, "asked the time " + seconds + " times");
    }

    @Test
    @Timeout(30)
    void aServerThatSaysNothingDoesNotHoldUpTheOthers() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (OneAnswer silent = new OneAnswer(_ -> {
                    await(end);
                    return Octets.empty();
                });
                OneAnswer good = new OneAnswer(_ -> OneAnswer.ok(PICTURE))) {
            LoadedPictures loaded = over(
                            (host, port, tls) -> (host.startsWith("silent") ? silent : good).open(host, port, tls),
                            InstantSource.system(),
                            Duration.ofSeconds(4))
                    .load(wanted("<img src='https://silent.example/a'><img src='https://good.example/a'>"));
            assertEquals(List.of(new Missing("silent.example", Outcome.TOO_SLOW)), loaded.missing());
            assertEquals(1, loaded.pictures().size());
            end.countDown();
        }
    }

    private static int port(OneAnswer server) throws IOException {
        try (Socket here = server.open("localhost", 0, false)) {
            return here.getPort();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// A server whose picture never ends.
    private static final class EndlessSocket extends Socket {
        private final int piece;
        private final AtomicLong read;

        private EndlessSocket(int piece, AtomicLong read) {
            this.piece = piece;
            this.read = read;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() {
                    read.incrementAndGet();
                    return 'x';
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    int now = Math.min(piece, length);
                    read.addAndGet(now);
                    return now;
                }
            };
        }
    }
}
