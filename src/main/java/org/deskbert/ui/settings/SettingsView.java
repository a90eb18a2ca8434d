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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.InSight;
import org.deskbert.ui.lock.LockBar;
import org.deskbert.ui.lock.LockModel;
import org.deskbert.ui.settings.SettingsModel.Tab;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The settings page: sections on the left, one of them on the right or below. */
public final class SettingsView extends BorderPane {
  /** Below so many pixels, at 100 %, the names of the sections stand over the section. */
  private static final double NARROW = 644;

  private final SettingsModel settings;
  private final HBox title = new HBox();
  private final VBox column = new VBox();
  private final ScrollPane scroll = new ScrollPane(column);
  private final ToggleGroup group = new ToggleGroup();
  private final EnumMap<Tab, Node> sections = new EnumMap<>(Tab.class);
  private final List<ToggleButton> tabs;
  private boolean narrow;

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
    this.settings = settings;
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
            column.getChildren().removeAll(sections.values());
            column.getChildren().add(sections.get(after.getUserData()));
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
    InSight.keep(scroll);
    arrange();
    widthProperty().addListener(_ -> follow());
    Follow.of(this, settings.property(), this::follow);
  }

  /** Puts the focus on the section that is shown. */
  public void focus() {
    applyCss(); // only then is what a scroll pane holds in the window
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

  private void follow() {
    boolean now = getWidth() < NARROW * settings.get().zoom() / 100;
    if (now != narrow && getWidth() > 0) {
      narrow = now;
      Node focused = getScene() == null ? null : getScene().getFocusOwner();
      arrange();
      if (focused != null) {
        focused.requestFocus(); // what moves loses it
      }
    }
  }

  /** Beside the section, or where there is no room for that over it, to be scrolled with it. */
  private void arrange() {
    Pane nav = narrow ? new Flow() : new VBox();
    nav.getStyleClass().add("settings-nav");
    nav.getChildren().setAll(tabs);
    column.getChildren().retainAll(sections.values());
    getChildren().clear();
    if (narrow) {
      column.getChildren().addAll(0, List.of(title, nav));
    } else {
      setTop(title);
      setLeft(nav);
    }
    setCenter(scroll); // last, so that the keyboard goes as one reads
  }
}
