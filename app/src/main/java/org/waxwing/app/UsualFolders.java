package org.waxwing.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Where each platform keeps the data of programs.
final class UsualFolders {
    private UsualFolders() {}

    static Path data() {
        return data(System.getenv(), System.getProperties());
    }

    static Path data(Map<String, String> environment, Properties properties) {
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve("Waxwing");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Waxwing");
        }
        String data = environment.get("XDG_DATA_HOME");
        boolean given = data != null && Path.of(data).isAbsolute();
        return (given ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("waxwing");
    }
}
