package org.waxwing.app.journey;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.app.account.TlsMode;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

/// Ben reads at chem.example, whose servers are `imap.` and `smtp.post.example`.
final class Letters {
    static final OwnServers BENS = servers("ben@chem.example", "imap.post.example", "smtp.post.example");

    private Letters() {}

    static OwnServers servers(String address, String incoming, String submission) {
        return OwnServers.of(List.of(new Account(
                new AccountId(1),
                new Mailbox("Ben Ito", AddrSpec.of(address)),
                login(submission),
                Optional.of(login(incoming)))));
    }

    private static Account.Login login(String host) {
        return new Account.Login(ServerAddress.of(host, 993, TlsMode.IMPLICIT), "ben");
    }

    static HeaderSection header(String... lines) {
        return HeaderSection.outerOf(Octets.ofUtf8(String.join("\r\n", lines) + "\r\n\r\nHello.\r\n"));
    }

    static Journey journey(String... lines) {
        return JourneyReader.read(header(lines), BENS, Journey.Content.SEALED);
    }
}
