package org.deskbert.ui;

import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.deskbert.app.WindowPlace;
import org.deskbert.ui.kit.Pulse;

/**
 * The window at its place in its colour, before there is anything to show in it: it needs no
 * styles, no letters and no library.
 */
final class Curtain {
  private static final Color LIGHT = Color.WHITE;
  private static final Color DARK = Color.web("#0d1117");
  private static final double ICON = 64; // pixels
  private static final double FORM = 640; // pixels

  private Curtain() {}

  /** Shows it in {@code stage} and runs {@code then} when it is on the screen. */
  static void show(Stage stage, Optional<WindowPlace> last, Runnable then) {
    boolean system = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    Color color = last.map(WindowPlace::dark).orElse(system) ? DARK : LIGHT;
    ImageView icon = new ImageView(DeskBertApp.icon());
    icon.setFitWidth(ICON);
    icon.setPreserveRatio(true);
    icon.setSmooth(true);
    StackPane pane = new StackPane(icon);
    pane.setBackground(Background.fill(color));
    stage.getIcons().setAll(icon.getImage());
    stage.setTitle("DeskBERT …");
    stage.setScene(new Scene(pane, DeskBertApp.WIDTH, DeskBertApp.HEIGHT, color));
    stage.show();
    Pulse.afterLayout(pane, () -> Platform.runLater(then));
  }

  /**
   * Shows a form in the midst of {@code stage}, in the size and at the place that the window has,
   * so that it has them still when its content takes the form's place.
   */
  static void form(Stage stage, Region form) {
    form.setMaxSize(FORM, Region.USE_PREF_SIZE);
    Scene scene = new Scene(new StackPane(form), DeskBertApp.WIDTH, DeskBertApp.HEIGHT);
    Theming.dress(scene);
    stage.setTitle("DeskBERT");
    stage.setScene(scene);
    stage.show();
  }
}
