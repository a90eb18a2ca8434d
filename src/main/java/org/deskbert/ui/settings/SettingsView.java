package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.lock.LockBar;
import org.deskbert.ui.lock.LockModel;
import org.deskbert.ui.settings.SettingsModel.Tab;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The settings page: sections on the left, one of them on the right. */
public final class SettingsView extends BorderPane {
  private static final double NARROW_EM = 46;

  private final HBox title = new HBox();
  private final ScrollPane scroll = new ScrollPane();
  private final ToggleGroup group = new ToggleGroup();
  private final EnumMap<Tab, Node> sections = new EnumMap<>(Tab.class);
  private final List<ToggleButton> tabs;

  /**
   * Shows the settings.
   *
   * @param close goes back to the conversation
   * @param enterKiosk makes the window one for passers-by
   * @param chooseFolder lets the user choose the folder of a bundle
   * @param chooseArchive lets the user choose where an archive is written
   */
  public SettingsView(
      SettingsModel settings,
      ModelsModel models,
      DataModel data,
      EncryptionModel encryption,
      MachineModel machine,
      AboutModel about,
      LockModel lock,
      Runnable close,
      Runnable enterKiosk,
      Supplier<@Nullable File> chooseFolder,
      Supplier<@Nullable File> chooseArchive) {
    setId("settings");
    getStyleClass().addAll("page", "settings-page");
    tabs =
        List.of(
            tab(
                Tab.MODEL,
                text("settings.model"),
                Feather.CPU,
                LockBar.over(new ModelSection(settings, models, chooseFolder), lock)),
            tab(
                Tab.ANSWERS,
                text("settings.answers"),
                Feather.MESSAGE_SQUARE,
                LockBar.over(new AnswersSection(settings), lock)),
            tab(
                Tab.APPEARANCE,
                text("settings.appearance"),
                Feather.SUN,
                new AppearanceSection(settings)),
            tab(
                Tab.DATA,
                text("settings.data"),
                Feather.DATABASE,
                LockBar.over(
                    new VBox(
                        new DataSection(data, chooseArchive), new EncryptionSection(encryption)),
                    lock)),
            tab(
                Tab.LOCK,
                text("settings.lock"),
                Feather.LOCK,
                LockBar.over(new LockSection(settings, lock, enterKiosk), lock)),
            tab(
                Tab.MACHINE,
                text("settings.machine"),
                Feather.SHIELD,
                new MachineSection(machine, chooseArchive)),
            tab(Tab.ABOUT, text("settings.about"), Feather.INFO, new AboutSection(about)));
    group
        .selectedToggleProperty()
        .addListener((_, before, after) -> {
          if (after == null) {
            group.selectToggle(before);
          } else {
            scroll.setContent(sections.get(after.getUserData()));
            settings.tabProperty().set((Tab) after.getUserData());
            scroll.setVvalue(0);
          }
        });
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("settings-content");
    tabs.stream()
        .filter(tab -> settings.tabProperty().get() == tab.getUserData())
        .forEach(group::selectToggle);

    title
        .getChildren()
        .addAll(
            Controls.back(text("settings.back"), close),
            Controls.text(text("settings.title"), "page-title"));
    title.getStyleClass().add("page-head");
    title.setAlignment(Pos.CENTER_LEFT);
    setCenter(scroll);
    widthProperty().addListener(_ -> arrange());
    arrange();
  }

  /** Puts the focus on the section that is shown. */
  public void focus() {
    ((ToggleButton) group.getSelectedToggle()).requestFocus();
  }

  private ToggleButton tab(Tab which, String name, Feather icon, Node section) {
    ToggleButton tab = new ToggleButton(name, Controls.icon(icon));
    tab.setId("tab-" + which.name().toLowerCase(Locale.ROOT));
    tab.getStyleClass().add("settings-tab");
    tab.setAlignment(Pos.CENTER_LEFT);
    tab.setMaxWidth(Double.MAX_VALUE);
    tab.setToggleGroup(group);
    tab.setUserData(which);
    sections.put(which, section);
    return tab;
  }

  private void arrange() {
    double em = tabs.getFirst().getFont().getSize();
    boolean narrow = getWidth() < NARROW_EM * em;
    Pane nav = narrow ? new FlowPane() : new VBox();
    nav.getStyleClass().add("settings-nav");
    nav.getChildren().setAll(tabs);
    setLeft(narrow ? null : nav);
    setTop(narrow ? new VBox(title, nav) : title);
  }
}
