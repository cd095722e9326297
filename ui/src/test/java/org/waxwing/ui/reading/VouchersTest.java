package org.waxwing.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.task.Tasks;

class VouchersTest {
    private static final LetterId FIRST = new LetterId(1);
    private static final LetterId SECOND = new LetterId(2);

    private final List<LetterId> asked = new ArrayList<>();
    private boolean diskFull;
    private final LetterPages pages = new LetterPages() {
        @Override
        public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
            return new ReadingState.Gone(id);
        }

        @Override
        public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
            throw new AssertionError("none of the letters holds another");
        }

        @Override
        public Optional<Octets> asSeenOnTheWay(LetterId id) {
            return Optional.empty();
        }

        @Override
        public List<DkimVerdict> askVouchers(LetterId id) {
            asked.add(id);
            if (diskFull) {
                throw new IllegalStateException("the disk is full");
            }
            return List.of();
        }
    };

    @Test
    void nobodyIsAskedUnlessThePersonSaysSo() {
        ReadingViewModel model = new ReadingViewModel(pages, new SamplePictures(), Tasks.immediate());
        model.askVouchers();
        model.show(FIRST);
        model.detailsOpen().set(true);
        model.togglePostsView();
        model.again();
        model.show(SECOND);
        assertEquals(List.of(), asked);
        assertInstanceOf(Vouchers.NotAsked.class, model.vouchers().get());
        model.askVouchers();
        assertEquals(List.of(SECOND), asked);
        assertEquals(new Vouchers.Told(List.of()), model.vouchers().get());
    }

    @Test
    void whereTheLedgerFailsThePersonIsToldAndMayAskAgain() {
        ReadingViewModel model = new ReadingViewModel(pages, new SamplePictures(), new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                try {
                    then.accept(work.get());
                } catch (IllegalStateException full) {
                    broken.run();
                }
            }
        });
        model.show(FIRST);
        diskFull = true;
        model.askVouchers();
        assertInstanceOf(Vouchers.Broken.class, model.vouchers().get());
        diskFull = false;
        model.askVouchers();
        assertEquals(new Vouchers.Told(List.of()), model.vouchers().get());
        model.show(SECOND);
        assertInstanceOf(Vouchers.NotAsked.class, model.vouchers().get());
    }

    @Test
    void whatWasToldOfOneLetterIsNotShownWithAnother() {
        ReadingViewModel model = new ReadingViewModel(pages, new SamplePictures(), Tasks.immediate());
        model.show(FIRST);
        model.askVouchers();
        model.show(SECOND);
        assertInstanceOf(Vouchers.NotAsked.class, model.vouchers().get());
        model.askVouchers();
        model.clear();
        assertInstanceOf(Vouchers.NotAsked.class, model.vouchers().get());
    }
}
