package org.waxwing.ui.sample;

import org.waxwing.app.ProfileOpening;
import org.waxwing.app.Waxwing;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.ui.onboarding.ProfileDoor;

/// A profile in memory, with every use case in reach of the test. Its passphrase is "correct horse".
public final class SampleProfile implements ProfileDoor {
    private final boolean exists;
    public final SampleAccounts accounts;
    public final SamplePeople people = new SamplePeople();
    public final SampleSeals seals = new SampleSeals();
    public final SampleDrafts drafts = new SampleDrafts();
    public final SampleSending sending = new SampleSending(people);
    public final SampleOutbox outbox;
    public final SampleLetters letters;
    public final SampleMarks marks = new SampleMarks();
    public final SamplePictures pictures = new SamplePictures();

    private SampleProfile(boolean exists, SampleAccounts accounts, SampleOutbox outbox, SampleLetters letters) {
        this.exists = exists;
        this.accounts = accounts;
        this.outbox = outbox;
        this.letters = letters;
    }

    /// One account, a few letters.
    public static SampleProfile inUse() {
        return new SampleProfile(true, SampleAccounts.ofOne(), new SampleOutbox(), SampleLetters.few());
    }

    /// The same, with the outbox full of every state.
    public static SampleProfile withFullOutbox() {
        return new SampleProfile(true, SampleAccounts.ofOne(), SampleOutbox.ofEveryState(), SampleLetters.few());
    }

    /// One account, no letter yet.
    public static SampleProfile withoutLetters() {
        return new SampleProfile(true, SampleAccounts.ofOne(), new SampleOutbox(), new SampleLetters());
    }

    /// Nothing yet.
    public static SampleProfile fresh() {
        return new SampleProfile(false, new SampleAccounts(), new SampleOutbox(), new SampleLetters());
    }

    /// The use cases.
    public Waxwing waxwing() {
        return new Waxwing(
                accounts,
                seals,
                people,
                drafts,
                sending,
                (_, _, _) -> {
                    throw new IllegalStateException("no files in the samples");
                },
                outbox,
                new SampleFetch(),
                letters,
                new SampleRead(),
                new SampleInquiries(),
                new SampleTokens(),
                pictures,
                new SampleVouching(),
                marks,
                new SampleCertificates(),
                () -> {});
    }

    @Override
    public boolean exists() {
        return exists;
    }

    @Override
    public ProfileOpening open(Passphrase passphrase) {
        boolean right = passphrase.lend(typed -> String.valueOf(typed).equals("correct horse"));
        return right ? new ProfileOpening.Open(waxwing()) : new ProfileOpening.WrongPassphrase();
    }

    @Override
    public ProfileOpening create(Passphrase passphrase) {
        return new ProfileOpening.Open(waxwing());
    }
}
