package org.waxwing.app.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicAddressesTest {
    @Test
    void knowsWhatAnybodyMayReach() throws UnknownHostException {
        for (String address :
                List.of("1.1.1.1", "193.0.6.139", "100.63.0.1", "172.32.0.1", "2a00:1450::1", "2001:4860::8888")) {
            assertEquals(true, contains(address), address);
        }
    }

    @Test
    void knowsWhatIsSetApart() throws UnknownHostException {
        for (String address : List.of(
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1")) {
            assertEquals(false, contains(address), address);
        }
    }

    @Test
    void connectsToNobodyOnThisComputer() throws IOException {
        Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
        PublicConnector connector = new PublicConnector(PublicAddresses::contains, patience);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "0x7f000001", "2130706433")) {
                IOException refused =
                        assertThrows(IOException.class, () -> connector.open(host, server.getLocalPort(), false));
                assertEquals(true, refused instanceof PublicConnector.NotPublic || host.startsWith("0x"), host);
            }
        }
    }

    private static boolean contains(String literal) throws UnknownHostException {
        return PublicAddresses.contains(InetAddress.getAllByName(literal)[0]);
    }
}
