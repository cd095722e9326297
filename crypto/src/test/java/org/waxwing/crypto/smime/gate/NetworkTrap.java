package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Catches every way to the network that a program on the platform has: names that are looked up, sockets,
/// channels, URLs that are opened. For a process of its own, since it can't be taken off again.
final class NetworkTrap {
    private static final List<String> CAUGHT = Collections.synchronizedList(new ArrayList<>());

    private NetworkTrap() {}

    /// Sets the trap, before anything of the platform's network is loaded.
    static void set() throws IOException {
        System.setProperty(TrappedNames.SET, "true");
        System.setProperty("java.nio.channels.spi.SelectorProvider", TrappedChannels.class.getName());
        temptPathBuilders();
        TrappedSockets.set();
        URL.setURLStreamHandlerFactory(
                scheme -> List.of("http", "https", "ftp", "ldap").contains(scheme) ? new TrappedUrls() : null);
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                caught("proxy for " + uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failed) {
                caught("proxy of " + uri);
            }
        });
    }

    /// Lets whoever builds paths ask for what certificates name: who doesn't ask then never does.
    private static void temptPathBuilders() {
        System.setProperty("com.sun.security.enableAIAcaIssuers", "true");
        System.setProperty("com.sun.security.enableCRLDP", "true");
        System.setProperty("org.bouncycastle.x509.enableCRLDP", "true");
        Security.setProperty("ocsp.enable", "true");
    }

    static void caught(String what) {
        CAUGHT.add(what);
    }

    /// What was caught since the last time.
    static List<String> taken() {
        synchronized (CAUGHT) {
            List<String> taken = List.copyOf(CAUGHT);
            CAUGHT.clear();
            return taken;
        }
    }
}
