package org.waxwing.app.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/// Looks TXT records up, through the platform's JNDI. It follows a CNAME as far as the server did, and
/// asks again by TCP where an answer was cut.
final class DnsTexts {
    /// The servers that the system is set up with.
    static final String SYSTEM = "dns:";

    private static final int MOST_RECORDS = 16;
    private static final int LARGEST = 16 * 1024;
    private static final String TXT = "TXT";

    private final String servers;
    private final Duration patience;

    /// @param servers such as `dns://127.0.0.1:5353`, or [#SYSTEM]
    /// @param patience for the first answer; each of two more tries waits twice as long
    DnsTexts(String servers, Duration patience) {
        this.servers = servers;
        this.patience = patience;
    }

    /// @param name of letters, digits, hyphens, underscores and dots
    @SuppressWarnings("BanJNDI") // The provider for the DNS makes no objects of what it is given.
    TextAnswer of(String name) {
        try {
            DirContext dns = new InitialDirContext(environment());
            try {
                return got(Optional.ofNullable(
                        dns.getAttributes(name, new String[] {TXT}).get(TXT)));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException noSuchName) {
            return new TextAnswer.Got(List.of());
        } catch (CommunicationException unreachable) {
            return new TextAnswer.Failed(TextAnswer.Why.UNREACHABLE);
        } catch (NamingException refused) {
            return new TextAnswer.Failed(TextAnswer.Why.REFUSED);
        }
    }

    private static TextAnswer got(Optional<Attribute> records) throws NamingException {
        List<String> texts = new ArrayList<>();
        int octets = 0;
        if (records.isPresent()) {
            NamingEnumeration<?> all = records.get().getAll();
            while (all.hasMore()) {
                String text = CharacterStrings.joined(String.valueOf(all.next()));
                octets += text.length();
                texts.add(text);
            }
            all.close();
        }
        return texts.size() > MOST_RECORDS || octets > LARGEST
                ? new TextAnswer.Failed(TextAnswer.Why.TOO_LARGE)
                : new TextAnswer.Got(texts);
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else.
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", String.valueOf(patience.toMillis()));
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }
}
