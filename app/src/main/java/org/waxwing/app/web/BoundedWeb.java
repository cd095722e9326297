package org.waxwing.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.app.connection.PublicConnector;
import org.waxwing.crypto.mime.Octets;

/// Asks one web server one thing: to public addresses only, no redirect followed, no cookie, no name of
/// this program, bounded in size and time. It speaks HTTP/1.0, so that an answer ends with its
/// connection.
public final class BoundedWeb {
    private static final int MAX_HEADER = 16 * 1024;
    private static final int PIECE = 16 * 1024;

    private final Connecting connector;
    private final Duration longest;
    private final InstantSource clock;

    /// How a connection is made; the caller closes it. Fails with a [PublicConnector.NotPublic] where the
    /// host is nobody's whom a stranger may name.
    public interface Connecting {
        Socket open(String host, int port, boolean tls) throws IOException;
    }

    /// @param connector of a [PublicConnector]
    /// @param longest for a whole answer
    public BoundedWeb(Connecting connector, Duration longest, InstantSource clock) {
        this.connector = connector;
        this.longest = longest;
        this.clock = clock;
    }

    /// Fetches what lies there.
    ///
    /// @param most in octets
    public WebAnswer get(String url, int most) {
        return get(url, most, new ReadBudget(Long.MAX_VALUE));
    }

    /// The same within what may be read of several answers together. Where that is spent, the answer is too
    /// large.
    public WebAnswer get(String url, int most, ReadBudget budget) {
        return ask(url, address -> request("GET", address, ""), Octets.empty(), most, budget);
    }

    /// Posts something and takes the answer.
    public WebAnswer post(String url, String mediaType, Octets content, int most) {
        String fields = "Content-Type: " + mediaType + "\r\nContent-Length: " + content.length() + "\r\n";
        return ask(url, address -> request("POST", address, fields), content, most, new ReadBudget(Long.MAX_VALUE));
    }

    private interface Request {
        Octets to(WebAddress address);
    }

    private static Octets request(String method, WebAddress address, String fields) {
        return Octets.ofUtf8(method + " " + address.target() + " HTTP/1.0\r\nHost: " + address.authority()
                + "\r\nConnection: close\r\n" + fields + "\r\n");
    }

    private WebAnswer ask(String url, Request request, Octets content, int most, ReadBudget budget) {
        Optional<WebAddress> address = WebAddress.of(url);
        if (address.isEmpty()) {
            return new WebAnswer.Failed(WebAnswer.Why.NO_WEB_ADDRESS, 0);
        }
        WebAddress there = address.get();
        Intake intake = new Intake(most, budget, clock.instant().plus(longest));
        try (Socket socket = connector.open(there.host(), there.port(), there.tls())) {
            OutputStream out = socket.getOutputStream();
            request.to(there).writeTo(out);
            content.writeTo(out);
            out.flush();
            return intake.answer(socket.getInputStream());
        } catch (PublicConnector.NotPublic _) {
            return intake.failed(WebAnswer.Why.NOT_PUBLIC);
        } catch (SocketTimeoutException _) {
            return intake.failed(WebAnswer.Why.TOO_SLOW);
        } catch (IOException _) {
            return intake.failed(WebAnswer.Why.UNREACHABLE);
        }
    }

    /// Reads one answer and counts what it reads, whatever comes of it.
    private final class Intake {
        private final int most;
        private final ReadBudget budget;
        private final Instant end;
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        private Intake(int most, ReadBudget budget, Instant end) {
            this.most = most;
            this.budget = budget;
            this.end = end;
        }

        private WebAnswer answer(InputStream in) throws IOException {
            byte[] piece = new byte[PIECE];
            while (true) {
                int room = budget.reserved(PIECE);
                if (room == 0) {
                    return failed(WebAnswer.Why.TOO_LARGE);
                }
                int read = 0;
                try {
                    read = in.read(piece, 0, room);
                } finally {
                    budget.returned(room - Math.max(0, read));
                }
                if (read < 0) {
                    return judged(Octets.of(all.toByteArray()));
                }
                all.write(piece, 0, read);
                if (all.size() > MAX_HEADER + most) {
                    return failed(WebAnswer.Why.TOO_LARGE);
                }
                if (clock.instant().isAfter(end)) {
                    return failed(WebAnswer.Why.TOO_SLOW);
                }
            }
        }

        private WebAnswer judged(Octets whole) {
            String beginning =
                    whole.slice(0, Math.min(whole.length(), MAX_HEADER)).latin1();
            int header = beginning.indexOf("\r\n\r\n");
            return header < 0
                    ? failed(WebAnswer.Why.REFUSED)
                    : judged(beginning.substring(0, header + 2), whole.slice(header + 4, whole.length()));
        }

        private WebAnswer judged(String header, Octets content) {
            String status = header.substring(0, header.indexOf("\r\n"));
            boolean web = status.matches("HTTP/1\\.[01] [0-9]{3}.*");
            if (web && status.charAt(9) == '3') {
                return failed(WebAnswer.Why.REDIRECTED);
            }
            if (!web
                    || !status.startsWith("200", 9)
                    || field(header, "transfer-encoding").isPresent()) {
                return failed(WebAnswer.Why.REFUSED);
            }
            if (content.length() > most) {
                return failed(WebAnswer.Why.TOO_LARGE);
            }
            // One that was cut off on its way is none.
            boolean whole = field(header, "content-length")
                    .map(length -> length.equals(String.valueOf(content.length())))
                    .orElse(true);
            return whole ? new WebAnswer.Got(content, all.size()) : failed(WebAnswer.Why.UNREACHABLE);
        }

        private WebAnswer failed(WebAnswer.Why why) {
            return new WebAnswer.Failed(why, all.size());
        }
    }

    private static Optional<String> field(String header, String name) {
        return header.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
