package org.deskbert.ui.faq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Intent;
import org.deskbert.faq.Intents;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/**
 * The owner's own words for a FAQ: its synonyms and intents. A change is stored at once; one that
 * is refused leaves everything as it was and says why. Used on the window's thread.
 */
public final class WordsModel {
  private final Desk desk;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<@Nullable Faq> faq = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Creates a model that shows nothing until {@link #open}. */
  public WordsModel(Desk desk, Tasks tasks) {
    this.desk = desk;
    this.tasks = tasks;
  }

  /** The FAQ with its synonyms and intents, null before the first is opened. */
  public ReadOnlyObjectProperty<@Nullable Faq> faqProperty() {
    return faq.getReadOnlyProperty();
  }

  /** What was refused last and why, a sentence; empty if nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Shows a FAQ of the library. */
  public void open(String name) {
    run(() -> desk.faq(name), () -> {});
  }

  /**
   * Adds a group of synonyms, or more terms to the group of the first.
   *
   * @param others with {@code |} or commas between them
   * @param done what follows if it is taken
   */
  public void addSynonyms(String term, String others, Runnable done) {
    List<String> terms = new ArrayList<>(List.of(term));
    terms.addAll(Arrays.asList(others.split("[|,]", -1)));
    change(name -> desk.changeSynonyms(name, before -> before.add(terms)), done);
  }

  /** Removes the group that begins with {@code term}. */
  public void removeSynonyms(String term) {
    change(name -> desk.changeSynonyms(name, before -> before.remove(term)), () -> {});
  }

  /**
   * Puts an intent in the place of another, or adds it.
   *
   * @param old the one that was edited, null for a new one
   * @param done what follows if it is taken
   */
  public void saveIntent(@Nullable Intent old, Intent intent, Runnable done) {
    change(
        name ->
            desk.changeIntents(
                name,
                before -> {
                  List<Intent> all = new ArrayList<>(before.all());
                  int at = old == null ? -1 : all.indexOf(old);
                  if (at < 0) {
                    all.add(intent);
                  } else {
                    all.set(at, intent);
                  }
                  return Intents.of(all);
                }),
        done);
  }

  /** Removes an intent. */
  public void removeIntent(Intent intent) {
    change(name -> desk.changeIntents(name, before -> before.remove(intent.name())), () -> {});
  }

  @FunctionalInterface
  private interface Change {
    Object make(String faq) throws Exception;
  }

  private void change(Change change, Runnable done) {
    Faq shown = faq.get();
    if (shown != null) {
      run(
          () -> {
            change.make(shown.name());
            return desk.faq(shown.name());
          },
          done);
    }
  }

  private void run(Callable<Faq> work, Runnable done) {
    tasks.run(
        work,
        now -> {
          problem.set("");
          faq.set(now);
          done.run();
        },
        failure ->
            problem.set(failure.getMessage() == null ? failure.toString() : failure.getMessage()));
  }
}
