package org.deskbert.app;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What the user has chosen.
 *
 * @param model name of the bundle in use, empty for the shipped one
 * @param wordsOnly true to answer without the model
 * @param wrongPercent of a hundred answers that are given, how many may be wrong, 0 to 100
 * @param indexThreads how many texts are indexed side by side; a question always takes one thread
 * @param theme light, dark, or as the system has it
 * @param density how close things stand
 * @param reducedMotion whether nothing blinks or slides, also where the system asks for no less
 * @param zoom size of everything in percent, 80 to 300
 * @param contact whom to ask where the FAQ has no answer, Markdown, may be empty
 * @param latencyOverlay whether the latency overlay is open
 * @param language tag of the window's language, empty for the one that the system has
 * @param sidebar whether the list of conversations is open
 * @param keys shortcuts that the user has changed: name of the action and its keys, empty for none
 * @param keeping what is kept of what people ask
 * @param saving when the model makes room
 * @param likedTests whether a question whose answer helped becomes a test question
 * @param kiosk whether the window is for passers-by
 */
public record Settings(
    String model,
    boolean wordsOnly,
    double wrongPercent,
    int indexThreads,
    Theme theme,
    Density density,
    boolean reducedMotion,
    int zoom,
    String contact,
    boolean latencyOverlay,
    String language,
    boolean sidebar,
    Map<String, String> keys,
    Keeping keeping,
    Saving saving,
    boolean likedTests,
    Kiosk kiosk) {
  /** How the window is coloured. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST
  }

  /** How close things stand. */
  public enum Density {
    ROOMY,
    COMPACT
  }

  /**
   * What is kept of what people ask, and how long.
   *
   * @param conversations whether conversations are kept
   * @param redacted whether mail addresses, phone, card and account numbers are taken out of them
   * @param conversationDays days after which one that is not pinned goes, 0 for never
   * @param questions whether questions are kept for the owner, always without such numbers
   * @param questionDays days after which they go, 0 for never
   */
  public record Keeping(
      boolean conversations,
      boolean redacted,
      int conversationDays,
      boolean questions,
      int questionDays) {
    /** Both, for ninety days. */
    static Keeping defaults() {
      return new Keeping(true, false, 90, true, 90);
    }
  }

  /**
   * When the model makes room; with the next question it comes back, and words answer meanwhile.
   *
   * @param restMinutes without a question after which it goes, 0 for never
   * @param onBattery whether a machine on battery lets it go after two minutes, and takes one
   *     thread to index
   */
  public record Saving(int restMinutes, boolean onBattery) {
    /** Never. */
    static Saving defaults() {
      return new Saving(0, false);
    }
  }

  /**
   * The window for passers-by.
   *
   * @param on whether it begins so
   * @param minutes after which a conversation that nobody goes on with makes room for the next
   */
  public record Kiosk(boolean on, int minutes) {
    /** Off; three minutes. */
    static Kiosk defaults() {
      return new Kiosk(false, 3);
    }
  }

  /** What holds before anything was chosen. */
  public static Settings defaults() {
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    return new Settings(
        "",
        false,
        5,
        threads,
        Theme.SYSTEM,
        Density.ROOMY,
        false,
        100,
        "",
        false,
        "",
        true,
        Map.of(),
        Keeping.defaults(),
        Saving.defaults(),
        true,
        Kiosk.defaults());
  }

  /** The same with another model. */
  public Settings withModel(String name) {
    return with(now -> now.model = name);
  }

  /** The same with the words-only switch set. */
  public Settings withWordsOnly(boolean on) {
    return with(now -> now.wordsOnly = on);
  }

  /** The same with another tolerance for wrong answers. */
  public Settings withWrongPercent(double percent) {
    return with(now -> now.wrongPercent = percent);
  }

  /** The same with another number of indexing threads. */
  public Settings withIndexThreads(int threads) {
    return with(now -> now.indexThreads = threads);
  }

  /** The same with another theme. */
  public Settings withTheme(Theme other) {
    return with(now -> now.theme = other);
  }

  /** The same with another density. */
  public Settings withDensity(Density other) {
    return with(now -> now.density = other);
  }

  /** The same with motion reduced, or as the system has it. */
  public Settings withReducedMotion(boolean reduced) {
    return with(now -> now.reducedMotion = reduced);
  }

  /** The same at another size. */
  public Settings withZoom(int percent) {
    return with(now -> now.zoom = percent);
  }

  /** The same with another contact. */
  public Settings withContact(String markdown) {
    return with(now -> now.contact = markdown);
  }

  /** The same with the latency overlay shown or hidden. */
  public Settings withLatencyOverlay(boolean shown) {
    return with(now -> now.latencyOverlay = shown);
  }

  /** The same in another language. */
  public Settings withLanguage(String tag) {
    return with(now -> now.language = tag);
  }

  /** The same with the list of conversations open or closed. */
  public Settings withSidebar(boolean open) {
    return with(now -> now.sidebar = open);
  }

  /** The same with other shortcuts. */
  public Settings withKeys(Map<String, String> changed) {
    return with(now -> now.keys = changed);
  }

  /** The same with another choice of what is kept. */
  public Settings withKeeping(Keeping other) {
    return with(now -> now.keeping = other);
  }

  /** The same with another choice of when the model makes room. */
  public Settings withSaving(Saving other) {
    return with(now -> now.saving = other);
  }

  /** The same where questions whose answers helped become tests, or do not. */
  public Settings withLikedTests(boolean on) {
    return with(now -> now.likedTests = on);
  }

  /** The same with another choice for passers-by. */
  public Settings withKiosk(Kiosk other) {
    return with(now -> now.kiosk = other);
  }

  private Settings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings while one of them is changed, so that each is listed once and not in every change. */
  private static final class Draft {
    String model;
    boolean wordsOnly;
    double wrongPercent;
    int indexThreads;
    Theme theme;
    Density density;
    boolean reducedMotion;
    int zoom;
    String contact;
    boolean latencyOverlay;
    String language;
    boolean sidebar;
    Map<String, String> keys;
    Keeping keeping;
    Saving saving;
    boolean likedTests;
    Kiosk kiosk;

    Draft(Settings from) {
      model = from.model;
      wordsOnly = from.wordsOnly;
      wrongPercent = from.wrongPercent;
      indexThreads = from.indexThreads;
      theme = from.theme;
      density = from.density;
      reducedMotion = from.reducedMotion;
      zoom = from.zoom;
      contact = from.contact;
      latencyOverlay = from.latencyOverlay;
      language = from.language;
      sidebar = from.sidebar;
      keys = from.keys;
      keeping = from.keeping;
      saving = from.saving;
      likedTests = from.likedTests;
      kiosk = from.kiosk;
    }

    Settings settings() {
      return new Settings(
          model,
          wordsOnly,
          wrongPercent,
          indexThreads,
          theme,
          density,
          reducedMotion,
          zoom,
          contact,
          latencyOverlay,
          language,
          sidebar,
          keys,
          keeping,
          saving,
          likedTests,
          kiosk);
    }
  }
}
