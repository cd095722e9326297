package org.waxwing.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of one package, by meaning. Each is a `MessageFormat` pattern, so an apostrophe is written
/// as ’.
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /// The words beside this class, in the language of the person.
    public static Words in(Class<?> place) {
        Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
        return new Words(
                ResourceBundle.getBundle(place.getPackageName() + ".words", locale, place.getModule()), locale);
    }

    /// The sentence with its arguments in place. Numbers come in as numbers, so that plurals work.
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
