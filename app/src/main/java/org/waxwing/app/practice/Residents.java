package org.waxwing.app.practice;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Everyone with a mailbox here.
final class Residents {
    private final ConcurrentMap<AddrSpec, Resident> all = new ConcurrentHashMap<>();

    /// @return whether the address was free
    boolean add(Resident resident) {
        return all.putIfAbsent(resident.address(), resident) == null;
    }

    Optional<Resident> withAddress(AddrSpec address) {
        return Optional.ofNullable(all.get(address));
    }

    /// The one with this user name and password.
    Optional<Resident> signIn(String userName, Octets password) {
        return AddrSpec.parse(userName).flatMap(this::withAddress).filter(resident -> resident.has(password));
    }
}
