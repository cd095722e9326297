package org.waxwing.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.arrival.ListedLetter;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;

class ListedFormTest {
    private static final Mailbox ANNA = new Mailbox("Anna", AddrSpec.of("anna@chem.example"));

    @Test
    void whatIsNoAddressAnyMoreCostsNoLine() {
        Octets stored = new FieldWriter()
                .many(List.of("an\u3164na@chem.example", "anna@chem.example"), (out, address) -> {
                    out.text("Anna").text(address);
                })
                .many(List.<Mailbox>of(), FieldWriter::mailbox)
                .text("Hello")
                .text("The numbers.")
                .number(0)
                .truth(false)
                .number(0)
                .number(0)
                .done();
        assertEquals(
                new ListedLetter(
                        List.of(ANNA),
                        List.of(),
                        "Hello",
                        "The numbers.",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty()),
                ListedForm.read(stored));
    }
}
