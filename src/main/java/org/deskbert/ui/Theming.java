package org.deskbert.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.deskbert.app.Program;
import org.deskbert.app.Settings;
import org.deskbert.ui.kit.TextShaping;
import org.deskbert.ui.settings.SettingsModel;

/** Colours and size of a window, as the settings and the system have them. */
final class Theming {
  private static final String SHEET = "/org/deskbert/ui/deskbert.css";
  private static final String HIGH_CONTRAST = "/org/deskbert/ui/high-contrast.css";
  private static final String COMPACT = "/org/deskbert/ui/compact.css";
  private static final double BODY = 14;
  private static final double ICON = 16;

  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.otf",
          "Inter-Bold.otf",
          "Inter-Italic.otf",
          "Heebo-Regular.ttf",
          "Heebo-Bold.ttf",
          "feather.ttf");

  /** Only the window's thread touches it. */
  private static boolean prepared;

  private final Scene scene;
  private final Supplier<Settings> settings;

  private Theming(Scene scene, Supplier<Settings> settings) {
    this.scene = scene;
    this.settings = settings;
  }

  /**
   * Brings the letters along: a bare Linux has none that are good to read. Once, before the first
   * text.
   */
  static void prepare() {
    if (prepared) {
      return;
    }
    prepared = true;
    TextShaping.mend();
    for (String file : FONTS) {
      // From a file: what is in a jar, JavaFX first copies into a temporary folder. Without it the
      // system's own letters are used.
      Font.loadFont(Program.fonts().resolve(file).toUri().toString(), BODY);
    }
  }

  /** Dresses {@code scene} once, before there are settings. */
  static void dress(Scene scene) {
    prepare();
    new Theming(scene, Settings::defaults).apply();
  }

  /** Dresses {@code scene} and keeps following settings and system. */
  static void follow(Scene scene, SettingsModel settings) {
    prepare();
    Theming theming = new Theming(scene, settings::get);
    theming.apply();
    settings.property().addListener(_ -> theming.apply());
    Platform.getPreferences().addListener((InvalidationListener) _ -> theming.apply());
  }

  /** Whether the windows are dark now. */
  static boolean isDark() {
    return new PrimerDark().getUserAgentStylesheet().equals(Application.getUserAgentStylesheet());
  }

  /**
   * Whether a system asks for high contrast: Windows by a switch of its own, GTK by a theme.
   *
   * @param system {@link Platform#getPreferences()}
   */
  static boolean highContrast(Map<String, Object> system) {
    return Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"))
        || String.valueOf(system.get("GTK.theme_name")).contains("HighContrast");
  }

  private void apply() {
    Settings now = settings.get();
    Platform.Preferences system = Platform.getPreferences();
    boolean follows = now.theme() == Settings.Theme.SYSTEM;
    boolean highContrast =
        now.theme() == Settings.Theme.HIGH_CONTRAST || (follows && highContrast(system));
    boolean dark =
        highContrast
            || now.theme() == Settings.Theme.DARK
            || (follows && system.getColorScheme() == ColorScheme.DARK);
    String theme = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    if (!theme.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(theme);
    }
    // As a stylesheet and not on the root, so that menus and tooltips have the size too.
    // Icons are sized here: in em they would grow with each pass, because the icon is its own font.
    String size =
        """
        .root { -fx-font-size: %1$fpx; }
        .font-icon { -fx-font-size: %2$fpx; }
        .small .font-icon { -fx-font-size: %1$fpx; }
        """
            .formatted(BODY * now.zoom() / 100, ICON * now.zoom() / 100);
    String sized =
        "data:text/css;base64,"
            + Base64.getEncoder().encodeToString(size.getBytes(StandardCharsets.UTF_8));
    List<String> sheets = new ArrayList<>(List.of(SHEET, sized));
    if (now.density() == Settings.Density.COMPACT) {
      sheets.add(COMPACT);
    }
    if (highContrast) {
      sheets.add(HIGH_CONTRAST);
    }
    scene.getPreferences().setReducedMotion(now.reducedMotion() ? true : null);
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
  }
}
