package org.waxwing.app.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.LimitExceededException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.PartialResultException;
import javax.naming.ReferralException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Searches a directory for certificates, through the platform's JNDI: nobody signs in, no referral and
/// no alias is followed, and only octets are taken from the answer. JNDI makes objects of entries for
/// those who ask for objects (`returningObjFlag`); nobody does here.
public final class LdapDirectory {
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_VALUES = 20;
    private static final int LARGEST_VALUE = 256 * 1024;

    /// userCertificate is RFC 4523's; userSMIMECertificate (RFC 2798 §2.8) holds certificates inside CMS.
    private static final List<String> ATTRIBUTES =
            List.of("userCertificate;binary", "userCertificate", "userSMIMECertificate;binary", "userSMIMECertificate");

    private final Duration longest;
    private final InstantSource clock;

    /// @param longest for a whole search
    public LdapDirectory(Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /// What the directory holds for an address.
    ///
    /// @param server such as `ldaps://ldap.example/o=Example`
    public DirectoryAnswer search(String server, AddrSpec address) {
        return LdapAddress.of(server)
                .map(there -> searched(there, address))
                .orElseGet(() -> new DirectoryAnswer.Failed(DirectoryAnswer.Why.NO_DIRECTORY));
    }

    @SuppressWarnings("BanJNDI") // It deserializes nothing for those who take no objects; see above.
    private DirectoryAnswer searched(LdapAddress there, AddrSpec address) {
        Instant end = clock.instant().plus(longest);
        try {
            DirContext directory = new InitialDirContext(environment(there));
            try {
                return found(directory.search("", LdapFilter.equal("mail", address.text()), controls()), end);
            } finally {
                directory.close();
            }
        } catch (CommunicationException | ServiceUnavailableException unreachable) {
            return new DirectoryAnswer.Failed(DirectoryAnswer.Why.UNREACHABLE);
        } catch (NamingException refused) {
            return new DirectoryAnswer.Failed(DirectoryAnswer.Why.REFUSED);
        }
    }

    private DirectoryAnswer found(NamingEnumeration<SearchResult> results, Instant end) throws NamingException {
        List<Octets> values = new ArrayList<>();
        try {
            for (int entries = 0; entries < MOST_ENTRIES && results.hasMore(); entries++) {
                SearchResult result = results.next();
                for (String name : ATTRIBUTES) {
                    take(Optional.ofNullable(result.getAttributes().get(name)), values);
                }
                if (clock.instant().isAfter(end)) {
                    return new DirectoryAnswer.Failed(DirectoryAnswer.Why.TOO_SLOW);
                }
            }
        } catch (LimitExceededException | PartialResultException | ReferralException noMore) {
            // What came before counts.
        } finally {
            results.close();
        }
        return new DirectoryAnswer.Got(values.stream().distinct().toList());
    }

    private static void take(Optional<Attribute> attribute, List<Octets> into) throws NamingException {
        if (attribute.isEmpty()) {
            return;
        }
        NamingEnumeration<?> all = attribute.get().getAll();
        while (into.size() < MOST_VALUES && all.hasMore()) {
            if (all.next() instanceof byte[] octets && octets.length <= LARGEST_VALUE) {
                into.add(Octets.of(octets));
            }
        }
        all.close();
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else.
    private Hashtable<String, String> environment(LdapAddress there) {
        String patience = String.valueOf(longest.toMillis());
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, there.url());
        environment.put(Context.SECURITY_AUTHENTICATION, "none");
        environment.put(Context.REFERRAL, "ignore");
        environment.put("java.naming.ldap.version", "3");
        environment.put("java.naming.ldap.derefAliases", "never");
        environment.put("java.naming.ldap.attributes.binary", String.join(" ", ATTRIBUTES));
        environment.put("com.sun.jndi.ldap.connect.timeout", patience);
        environment.put("com.sun.jndi.ldap.read.timeout", patience);
        environment.put("com.sun.jndi.ldap.search.replyQueueSize", String.valueOf(2 * MOST_ENTRIES));
        return environment;
    }

    private SearchControls controls() {
        return new SearchControls(
                SearchControls.SUBTREE_SCOPE,
                MOST_ENTRIES,
                Math.toIntExact(longest.toMillis()),
                ATTRIBUTES.toArray(String[]::new),
                false,
                false);
    }
}
