package org.waxwing.app.account;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;

/// The accounts of the profile; their passwords lie sealed in the vault.
public interface Accounts {
    List<Account> all();

    /// The account whose identity has the address.
    Optional<Account> withAddress(AddrSpec address);

    /// Keeps a new account, or replaces the one with the same address.
    ///
    /// @param incomingPassword the same as for submission where it is not given
    Account add(
            Mailbox identity,
            Account.Login submission,
            Passphrase password,
            Optional<Account.Login> incoming,
            Optional<Passphrase> incomingPassword);

    /// Forgets the account and its passwords. Its letters stay.
    void remove(AccountId id);

    /// Connects to its servers, signs in, and sends nothing.
    ConnectionReport test(AccountId id);
}
