package org.waxwing.ui;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.waxwing.ui.mailbox.MailboxView;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingViewModel;

/// The keys of the three panes. Single letters count only while nothing is being typed.
final class DeskKeys {
    private final MailboxView view;
    private final ReadingViewModel reading;
    private final Desk desk;
    private boolean swallow;

    DeskKeys(MailboxView view, ReadingViewModel reading, Desk desk) {
        this.view = view;
        this.reading = reading;
        this.desk = desk;
    }

    void listen() {
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        boolean held = event.isShortcutDown() || event.isControlDown();
        boolean handled = held ? chord(event) : typing(event) ? false : letter(event.getCode());
        swallow = handled && !held;
        if (handled) {
            event.consume();
        }
    }

    /// The character of a key that was a command must not land in the field that the command opened.
    private void typed(KeyEvent event) {
        if (swallow) {
            swallow = false;
            event.consume();
        }
    }

    private boolean typing(KeyEvent event) {
        return desk.writing().isPresent()
                || (event.getTarget() instanceof TextInputControl input && input.isEditable())
                || event.isAltDown();
    }

    private boolean chord(KeyEvent event) {
        if (desk.writing().isPresent()) {
            return false;
        }
        return switch (event.getCode()) {
            case I -> {
                reading.detailsOpen().set(!reading.detailsOpen().get());
                yield true;
            }
            case P -> {
                if (event.isShiftDown()) {
                    reading.togglePostsView();
                }
                yield event.isShiftDown();
            }
            default -> false;
        };
    }

    private boolean letter(KeyCode code) {
        return switch (code) {
            case J -> step(1);
            case K -> step(-1);
            case W -> {
                desk.write();
                yield true;
            }
            case R -> reply(false);
            case A -> reply(true);
            case F5 -> {
                desk.mailbox().fetch();
                yield true;
            }
            case ESCAPE -> back();
            default -> false;
        };
    }

    private boolean step(int by) {
        view.step(by);
        return true;
    }

    private boolean reply(boolean toAll) {
        if (reading.state().get() instanceof ReadingState.Shown shown) {
            desk.reply(shown, toAll);
            return true;
        }
        return false;
    }

    private boolean back() {
        if (reading.postsView().get().isPresent()) {
            reading.togglePostsView();
        } else if (reading.detailsOpen().get()) {
            reading.detailsOpen().set(false);
        } else if (!reading.around().isEmpty()) {
            reading.back();
        } else if (!(reading.state().get() instanceof ReadingState.Nothing)) {
            reading.clear();
            view.focusList();
        } else {
            return false;
        }
        return true;
    }
}
