package org.deskbert.ui;

import java.io.File;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a file that is dropped on the window. */
final class FileDrop {
  private FileDrop() {}

  /** Hands each file that is dropped on {@code node} on; of several the first. */
  static void on(Node node, Consumer<File> take) {
    node.setOnDragOver(FileDrop::over);
    node.setOnDragDropped(event -> {
      boolean files = event.getDragboard().hasFiles();
      if (files) {
        take.accept(event.getDragboard().getFiles().getFirst());
      }
      event.setDropCompleted(files);
      event.consume();
    });
  }

  private static void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }
}
