package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.waxwing.crypto.mime.Octets;

/// The content of a SignedData that is held itself: taken out of it whenever it is read, rather than kept
/// a second time.
///
/// @param message stays as it is and stays with its owner
/// @param length in octets, as it was when the signatures were checked
record SignedContent(HeldContent message, long length) implements HeldContent {
    @Override
    public Octets octets() {
        Octets.Collector all = new Octets.Collector(Math.toIntExact(length));
        Octets whole = message.octets();
        try (InputStream in = within(whole.stream())) {
            in.transferTo(all);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
        return all.take();
    }

    @Override
    public InputStream open() throws IOException {
        return within(message.open());
    }

    private static InputStream within(InputStream message) throws IOException {
        return SignedInput.open(message).content().orElseThrow(BrokenCmsException::malformed);
    }

    @Override
    public void close() {
        // The message has it.
    }

    @Override
    public String toString() {
        return "SignedContent[redacted]";
    }
}
