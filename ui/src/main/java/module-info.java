import org.jspecify.annotations.NullMarked;

/// The window: view models that know no controls, views that know no rules.
@NullMarked
module org.waxwing.ui {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires org.waxwing.app;
    requires javafx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    provides org.waxwing.app.Frontend with
            org.waxwing.ui.WindowFrontend;
}
