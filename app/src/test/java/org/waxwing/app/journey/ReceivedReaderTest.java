package org.waxwing.app.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceivedReaderTest {
    private static final Stop.Tls NOT_STATED = new Stop.Tls.NotStated();

    @Test
    void aCommentIsNoClause() {
        ReceivedField field = ReceivedReader.read("from a (HELO b) (x (by evil.example with ESMTPS) y [192.0.2.1])"
                + " by mx.example (Postfix) with SMTP id 1; Tue, 24 Nov 2026 10:00:00 +0000");
        assertEquals(Optional.of("mx.example"), field.by());
        assertEquals(Optional.of("SMTP"), field.protocol());
        assertEquals(NOT_STATED, TlsWords.of(field));
    }

    @Test
    void aNameThatLooksLikeTlsIsNone() {
        assertEquals(NOT_STATED, tls("from TLSv1.3 (TLS1.3.evil.example [192.0.2.1]) by mx.example with ESMTP id 1"));
        assertEquals(NOT_STATED, tls("from x (HELO using TLSv1.3) (192.0.2.1) by mx.example with SMTP"));
        assertEquals(NOT_STATED, tls("from x (helo=TLS1.3) by mx.example with smtp (Exim 4.9)"));
    }

    @Test
    void readsWhatEachServerSaysOfTls() {
        assertEquals(stated("TLS 1.2"), tls("from a by b (OpenSMTPD) with ESMTPS id 1 (TLSv1.2:AEAD:256:NO)"));
        assertEquals(stated("TLS 1.2"), tls("from a by b with esmtps (TLS1.2) tls TLS_ECDHE (Exim 4.94) id 1"));
        assertEquals(stated("TLS 1.3"), tls("from a by b with ESMTPS id 1 (version=TLS1_3 cipher=X bits=128/128)"));
        assertEquals(stated("TLS 1.2"), tls("from a (1.2.3.4) by b with Microsoft SMTP Server (version=TLS1_2, c=X)"));
        assertEquals(stated("TLS 1.0"), tls("from a (using TLSv1 with cipher X (1/1 bits)) by b with ESMTP"));
        assertEquals(stated(), tls("from a by b (Haraka/2.8) with ESMTP id 1 (cipher=TLS_AES_256_GCM_SHA384)"));
        assertEquals(stated(), tls("from a by b with ESMTPS id 1 (version=TLSv1/SSLv3 cipher=OTHER)"));
        assertEquals(stated(), tls("from A ([1.2.3.4]) by B over TLS secured channel with Microsoft SMTPSVC(7.5)"));
        assertEquals(stated(), tls("from a by b with UTF8SMTPS id 1"));
        assertEquals(stated(), tls("from a (192.0.2.1) by b (192.0.2.2) with Microsoft SMTP Server (TLS) id 15.0"));
        assertEquals(NOT_STATED, tls("from a (TLS) by b with SMTP id 1"));
    }

    @Test
    void readsOnWhereAServerLeftANameOut() {
        ReceivedField nobody = ReceivedReader.read("from (localhost[127.0.0.1]) by mx.example (v2) with SMTP id 1");
        assertEquals(Optional.empty(), nobody.from());
        assertEquals(Optional.of("mx.example"), nobody.by());
        ReceivedField nowhere = ReceivedReader.read("from [192.0.2.5] (HELO x) by (Postfix) with ESMTPA id 1");
        assertEquals(Optional.empty(), nowhere.by());
        assertEquals(Optional.of("ESMTPA"), nowhere.protocol());
        ReceivedField named = ReceivedReader.read("from by (evil.example [192.0.2.5]) by mx.example with SMTP id 1");
        assertEquals(Optional.of("by"), named.from());
        assertEquals(Optional.of("mx.example"), named.by());
    }

    @Test
    void takesNoWordOfTheDateForAnother() {
        ReceivedField spaced =
                ReceivedReader.read("from a by b with Microsoft SMTPSVC(7.5.7601); Wed, 11 Mar 2015 06:36:51 -0700");
        assertEquals(Optional.of("Microsoft SMTPSVC"), spaced.protocol());
        assertEquals(
                Optional.empty(),
                ReceivedReader.read("from a by ; Mon, 20 Mar 2017 03:11:54 +0400")
                        .by());
    }

    @Test
    void readsAFieldThatHoldsAlmostNothing() {
        ReceivedField field = ReceivedReader.read("(qmail 23434 invoked by uid 89); 24 Nov 2026 10:00:00 -0000");
        assertEquals(Optional.empty(), field.by());
        assertEquals(true, field.at().isPresent());
        assertEquals(Optional.empty(), ReceivedReader.read("").by());
    }

    private static Stop.Tls tls(String value) {
        return TlsWords.of(ReceivedReader.read(value));
    }

    private static Stop.Tls stated(String... version) {
        return new Stop.Tls.Stated(version.length == 0 ? Optional.empty() : Optional.of(version[0]));
    }
}
