package org.waxwing.crypto.smime.gate;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/// URLs that fall into the trap when they are opened.
final class TrappedUrls extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
        NetworkTrap.caught("url " + url);
        throw new IOException("trapped");
    }

    @Override
    protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
        return openConnection(url);
    }
}
