package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion;
import org.waxwing.crypto.cert.Token;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.theme.Look;

/// Whoever asks may hold what the closing of the profile waits for, so the end of the window is an answer.
class PassphraseSheetTest {
    private static final PinQuestion QUESTION =
            new PinQuestion(new Token("/usr/lib/opensc-pkcs11.so", "Staff card", "0461c2f1"), PinQuestion.Tries.ALL);

    private final Window window =
            Window.on(() -> Window.of(Reading.showing(new ReadingState.Nothing()), Look.LIGHT, 400, 400));
    private final PassphraseSheet sheet = new PassphraseSheet(window.shell);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theEndOfTheWindowAnswersTheOpenQuestionAndEveryLaterOneWithNo()
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<PinAnswer> open = CompletableFuture.supplyAsync(() -> sheet.askPin(QUESTION));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Window.on(() -> window.shell.lookup(".sheet") != null));
        assertFalse(open.isDone());
        sheet.close();
        assertInstanceOf(PinAnswer.NotGiven.class, open.get(10, TimeUnit.SECONDS));
        CompletableFuture<PinAnswer> later = CompletableFuture.supplyAsync(() -> sheet.askPin(QUESTION));
        assertInstanceOf(PinAnswer.NotGiven.class, later.get(10, TimeUnit.SECONDS));
    }
}
