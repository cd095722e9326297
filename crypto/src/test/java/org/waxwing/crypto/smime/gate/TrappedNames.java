package org.waxwing.crypto.smime.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/// Names that are looked up fall into the trap, where it was set; elsewhere it stands aside.
public final class TrappedNames extends InetAddressResolverProvider {
    static final String SET = "waxwing.network-trap";

    public TrappedNames() {}

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return Boolean.getBoolean(SET) ? new Trap() : configuration.builtinResolver();
    }

    @Override
    public String name() {
        return "trap";
    }

    private static final class Trap implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            NetworkTrap.caught("name " + host);
            throw new UnknownHostException(host);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            NetworkTrap.caught("name of an address");
            throw new UnknownHostException();
        }
    }
}
