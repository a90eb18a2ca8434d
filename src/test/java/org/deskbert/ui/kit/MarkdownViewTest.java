package org.deskbert.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.deskbert.ui.Nodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MarkdownViewTest {
  @Start
  void start(Stage stage) {}

  @Test
  void inlinesAndListsKeepTheirWordsAndStyles() {
    List<Node> nodes = nodes("Press **Ctrl** and *wait*, type `ls`.\n\n3. three\n4. four");
    assertTrue(nodes.stream().anyMatch(n -> Nodes.words(n).equals("Ctrl") && styled(n, "strong")));
    assertTrue(
        nodes.stream().anyMatch(n -> Nodes.words(n).equals("wait") && styled(n, "emphasis")));
    assertTrue(nodes.stream().anyMatch(n -> Nodes.words(n).equals("ls") && styled(n, "code")));
    assertTrue(nodes.stream().anyMatch(n -> Nodes.words(n).equals("3.") && styled(n, "marker")));
    assertTrue(nodes.stream().anyMatch(n -> Nodes.words(n).equals("4.") && styled(n, "marker")));
  }

  @Test
  void aTableHasItsRowsAndColumns() {
    GridPane table =
        nodes("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |").stream()
            .filter(GridPane.class::isInstance)
            .map(GridPane.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(3, table.getRowCount());
    assertEquals(2, table.getColumnCount());
  }

  @Test
  void htmlAndPicturesAreShownAsTextAndLinksNameTheirAddress() {
    List<Node> nodes =
        nodes("<script>x</script>\n\n![a map](file:///m.png) [help](https://h.example)");
    assertTrue(nodes.stream().anyMatch(n -> Nodes.words(n).equals("<script>x</script>")));
    assertTrue(nodes.stream().anyMatch(n -> Nodes.words(n).equals("[a map]")));
    Hyperlink link =
        (Hyperlink) nodes.stream().filter(Hyperlink.class::isInstance).findFirst().orElseThrow();
    assertEquals("help, copy the address https://h.example", link.getAccessibleText());
  }

  @Test
  void theCopiedTextHasNoMarks() {
    assertEquals(
        "Press Ctrl.\n\n1. one\n2. two", MarkdownView.plain("Press **Ctrl**.\n\n1. one\n2. two"));
  }

  private static List<Node> nodes(String markdown) {
    List<Node> all = new ArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          all.addAll(Nodes.all(new MarkdownView(markdown)));
          return all;
        });
    return all;
  }

  private static boolean styled(Node node, String style) {
    return node.getStyleClass().contains(style);
  }
}
