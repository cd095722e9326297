package org.waxwing.app.cli.terminal;

/// The options that many commands share.
public final class Options {
    public static final String PROFILE = "--profile";
    public static final String PASSPHRASE_FILE = "--passphrase-file";
    public static final String PIN_FILE = "--pin-file";
    public static final String JSON = "--json";

    private Options() {}
}
