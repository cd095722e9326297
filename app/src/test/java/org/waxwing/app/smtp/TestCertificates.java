package org.waxwing.app.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.waxwing.crypto.mime.Octets;

/// A server certificate made by the JDK's own keytool for one test: it is its own authority.
///
/// @param context the server's end of TLS
/// @param anchor the certificate in PEM
record TestCertificates(SSLContext context, Octets anchor) {
    private static final String PASSWORD = "only for tests";

    /// @param names for the subject alternative name, such as `dns:localhost`
    /// @param begin when it becomes valid, as keytool wants it, such as `-10d`
    static TestCertificates make(Path folder, String names, String begin, int days) {
        Path store = folder.resolve("server-" + names.hashCode() + begin + ".p12");
        try {
            keytool(
                    List.of(
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=test",
                            "-ext",
                            "san=" + names,
                            "-startdate",
                            begin,
                            "-validity",
                            Integer.toString(days)),
                    store);
            Path pem = folder.resolve(store.getFileName() + ".pem");
            keytool(List.of("-exportcert", "-rfc", "-alias", "server", "-file", pem.toString()), store);
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new TestCertificates(context, Octets.of(Files.readAllBytes(pem)));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void keytool(List<String> arguments, Path store) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
