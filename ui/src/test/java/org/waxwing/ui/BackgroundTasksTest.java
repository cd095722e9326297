package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.ui.task.BackgroundTasks;

/// Whatever breaks, whoever waits is told.
class BackgroundTasksTest {
    @Test
    void anErrorOfTheMachineIsToldLikeAnyFailure() throws InterruptedException {
        assertTrue(isTold(() -> {
            throw new IllegalStateException("the disk is full");
        }));
        assertTrue(isTold(() -> {
            throw new StackOverflowError();
        }));
    }

    private static boolean isTold(Supplier<String> work) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(2);
        // Only to have a toolkit.
        Boolean _ = Window.on(() -> {
            new BackgroundTasks(told::countDown).run(work, _ -> {}, told::countDown);
            return true;
        });
        return told.await(20, TimeUnit.SECONDS);
    }
}
