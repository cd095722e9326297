package org.waxwing.app.practice;

import java.security.MessageDigest;
import java.util.Arrays;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Somebody with a mailbox here. The user name is the address.
final class Resident {
    private final AddrSpec address;
    private final Octets password;
    private final Pigeonholes pigeonholes;

    Resident(AddrSpec address, Octets password, Pigeonholes pigeonholes) {
        this.address = address;
        this.password = password;
        this.pigeonholes = pigeonholes;
    }

    AddrSpec address() {
        return address;
    }

    Pigeonholes pigeonholes() {
        return pigeonholes;
    }

    /// Whether the password is this one; takes the same time wherever they differ.
    boolean has(Octets offered) {
        byte[] own = password.toByteArray();
        byte[] theirs = offered.toByteArray();
        try {
            return MessageDigest.isEqual(own, theirs);
        } finally {
            Arrays.fill(own, (byte) 0);
            Arrays.fill(theirs, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "Resident[redacted]";
    }
}
