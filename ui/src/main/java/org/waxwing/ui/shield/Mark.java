package org.waxwing.ui.shield;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The shapes. Each can be told from the others without its colour.
enum Mark {
    SEAL_FILLED(seal(), "M7 10.2 L9.2 12.4 L13.2 7.8", "mark-solid", "mark-cut"),
    SEAL_OUTLINE(seal(), "M6.9 10 A3.1 3.1 0 1 1 13.1 10 A3.1 3.1 0 1 1 6.9 10 Z", "mark-line", "mark-line"),
    SEAL_QUESTION(
            seal(), "M7.9 8.2 A2.1 2.1 0 1 1 10.9 10 Q10 10.5 10 11.6 M10 13.4 L10 13.7", "mark-line", "mark-line"),
    SEAL_CRACKED(seal(), "M11 1.6 L8.6 7 L11.6 10 L8.4 13.2 L10.2 18.4", "mark-line", "mark-line"),
    SEAL_TORN(
            "M8.4 2.2 A8 8 0 0 0 7 17.4 L8.6 13.4 L6.4 10.4 L9 7 Z",
            "M12.4 2.4 A8 8 0 0 1 12 17.8 L13 13.6 L10.8 10.6 L13.2 7 Z",
            "mark-solid",
            "mark-line"),
    SEAL_DASHED(seal(), "", "mark-dashed", "mark-line"),
    NIB(
            "M3 17 L5.2 10.4 L12.4 3.2 L16.8 7.6 L9.6 14.8 Z",
            "M3 17 L8.6 11.4 M10.4 5.2 L14.8 9.6",
            "mark-line",
            "mark-line"),
    POSTCARD(
            "M2 4.5 H18 V15.5 H2 Z",
            "M13 7 H15.5 V9.8 H13 Z M4.6 8 H9 M4.6 10.4 H9 M4.6 12.8 H9",
            "mark-line",
            "mark-line"),
    TRIANGLE("M10 2.6 L18.4 17 H1.6 Z", "M10 8 V12 M10 14.2 V14.5", "mark-line", "mark-line"),
    LOCKED_SEAL(seal(), "M6.6 9.4 H13.4 M6.6 11.8 H11", "mark-line", "mark-line");

    private static final int SIZE = 20;

    private final String base;
    private final String detail;
    private final String baseStyle;
    private final String detailStyle;

    Mark(String base, String detail, String baseStyle, String detailStyle) {
        this.base = base;
        this.detail = detail;
        this.baseStyle = baseStyle;
        this.detailStyle = detailStyle;
    }

    /// A fresh node of the shape, 20 by 20.
    Node draw() {
        Group shape = new Group(path(base, baseStyle), path(detail, detailStyle));
        StackPane frame = new StackPane(shape);
        frame.getStyleClass().add("mark");
        frame.setMinSize(SIZE, SIZE);
        frame.setPrefSize(SIZE, SIZE);
        frame.setMaxSize(SIZE, SIZE);
        frame.setMouseTransparent(true);
        return frame;
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }

    /// A wax seal: a disc with ten shallow lobes, centre (10, 10).
    private static String seal() {
        int lobes = 10;
        double radius = 7.6;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= lobes; i++) {
            double angle = 2 * Math.PI * i / lobes;
            double x = Math.round((10 + radius * Math.sin(angle)) * 100) / 100.0;
            double y = Math.round((10 - radius * Math.cos(angle)) * 100) / 100.0;
            path.append(i == 0 ? "M" : "A2.6 2.6 0 0 1 ")
                    .append(x)
                    .append(' ')
                    .append(y)
                    .append(' ');
        }
        return path.append('Z').toString();
    }
}
