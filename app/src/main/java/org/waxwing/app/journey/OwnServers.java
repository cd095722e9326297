package org.waxwing.app.journey;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waxwing.app.account.Account;

/// The servers that the reader chose: those of the accounts, and others of the same providers.
public final class OwnServers {
    /// Second levels under which strangers register: sharing one is sharing nothing.
    private static final Pattern OPEN_TO_ALL =
            Pattern.compile("(?:ac|co|com|edu|go|gob|gouv|gov|ltd|me|ne|net|nom|or|org|plc|sch)\\.[a-z]{2}");
    private static final Pattern ADDRESS_LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final Set<String> hosts;
    private final Set<String> domains;

    private OwnServers(Set<String> hosts, Set<String> domains) {
        this.hosts = Set.copyOf(hosts);
        this.domains = Set.copyOf(domains);
    }

    /// Of a letter that none of them handed over: whoever had it may have written every line of it, and
    /// their names are known to all.
    public static OwnServers none() {
        return of(List.of());
    }

    /// For a letter that was fetched from one of these accounts.
    public static OwnServers of(List<Account> accounts) {
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> domains = new LinkedHashSet<>();
        for (Account account : accounts) {
            domains.add(account.identity().address().asciiDomain());
            Stream.concat(Stream.of(account.submission()), account.incoming().stream())
                    .map(login -> plain(login.server().host()))
                    .forEach(host -> {
                        hosts.add(host);
                        provider(host).ifPresent(domains::add);
                    });
        }
        domains.addAll(LargeProvider.domainsOf(domains));
        return new OwnServers(hosts, domains);
    }

    /// Whether the name is of a server of the reader's providers. A name proves nothing by itself: it
    /// counts only where one of these servers wrote it.
    public boolean include(String host) {
        String name = plain(host);
        return hosts.contains(name)
                || domains.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    /// The domain of all servers of a provider: the host's own without its first label.
    private static Optional<String> provider(String host) {
        int dot = host.indexOf('.');
        String rest = host.substring(dot + 1);
        boolean shared = dot > 0
                && rest.contains(".")
                && !ADDRESS_LITERAL.matcher(host).matches()
                && !OPEN_TO_ALL.matcher(rest).matches();
        return shared ? Optional.of(rest) : Optional.empty();
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public String toString() {
        return "OwnServers[redacted]";
    }
}
