package org.waxwing.ui.reading;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.page.Block;

/// A table of facts. It is never wider than the text; its cells wrap.
final class TableGrid extends GridPane {
    private static final double NARROWEST = 28;

    /// @param fill puts the blocks of a cell into its place
    TableGrid(Block.Table table, BiConsumer<VBox, List<Block>> fill) {
        getStyleClass().add("letter-table");
        for (int column = 0; column < table.columns(); column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(Priority.SOMETIMES);
            width.setMinWidth(NARROWEST);
            width.setFillWidth(true);
            getColumnConstraints().add(width);
        }
        for (Block.Cell cell : table.cells()) {
            VBox place = new VBox();
            place.getStyleClass().add("letter-cell");
            if (cell.heading()) {
                place.getStyleClass().add("letter-cell-heading");
            }
            if (cell.row() == 0) {
                place.getStyleClass().add("letter-cell-first");
            }
            fill.accept(place, cell.blocks());
            add(place, cell.column(), cell.row(), cell.columns(), cell.rows());
        }
    }
}
