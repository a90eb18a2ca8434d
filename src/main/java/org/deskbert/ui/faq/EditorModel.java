package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Edit;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FindReplace;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a FAQ as its owner edits them. Each change is stored at once and can be undone;
 * one that is refused leaves everything as it was and says why. Used on the window's thread.
 */
public final class EditorModel {
  private final Supplier<OwnerDesk> desk;
  private final Tasks library;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final FilteredList<Entry> shown = new FilteredList<>(entries);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Entry> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * Creates a model that shows nothing until {@link #open}.
   *
   * @param library where the library is read and changed
   */
  public EditorModel(Supplier<OwnerDesk> desk, Tasks library) {
    this.desk = desk;
    this.library = library;
    filter.addListener(_ -> refilter());
  }

  /** Name of the FAQ, empty before the first is opened. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** The entries that fit the filter, in the order of the FAQ. */
  public ObservableList<Entry> shown() {
    return shown;
  }

  /** Words that an entry must have, empty for all. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The entry in the form, null if none is. */
  public ReadOnlyObjectProperty<@Nullable Entry> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** What was refused last and why, a sentence; empty if nothing. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The categories in use, sorted. */
  public List<String> categories() {
    return entries.stream()
        .map(Entry::category)
        .filter(category -> !category.isEmpty())
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  /** Shows a FAQ of the library. */
  public void open(String faq) {
    if (!faq.equals(name.get())) {
      current.set(null);
      filter.set("");
    }
    name.set(faq);
    reload();
  }

  /** Shows a FAQ of the library, and puts the entry with that id into the form. */
  public void open(String faq, String id) {
    name.set(faq);
    filter.set("");
    run(() -> true, _ -> show(id));
  }

  /** Reads the FAQ again. */
  public void reload() {
    if (!name.get().isEmpty()) {
      run(() -> true, _ -> {});
    }
  }

  /** Puts an entry into the form. */
  public void show(@Nullable Entry entry) {
    current.set(entry);
  }

  /** Puts the entry with that id into the form, whatever the filter says. */
  public void show(String id) {
    entries.stream().filter(entry -> entry.id().equals(id)).findFirst().ifPresent(this::show);
  }

  /** The first question of an entry, or its id where there is none. */
  public String questionOf(String id) {
    return entries.stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .map(Entry::question)
        .orElse(id);
  }

  /** Stores the entry in the form; nothing happens where it is as it was. */
  public void save(Entry entry) {
    if (!entry.equals(current.get())) {
      apply(Edits.save(entry), entry.id());
    }
  }

  /** Adds an entry that asks {@code question}, and puts it into the form. */
  public void create(String question) {
    String asked = question.isBlank() ? text("desk.new-question") : question;
    String id = Edits.freshId(new Faq(name.get(), entries), asked);
    String answer = text("desk.new-answer");
    apply(Edits.create(new Entry(id, List.of(asked), answer, "", List.of(), null, null)), id);
  }

  /** Deletes entries. */
  public void delete(List<String> ids) {
    List<Entry> gone = entries.stream().filter(entry -> ids.contains(entry.id())).toList();
    apply(gone.size() == 1 ? Edits.delete(gone.getFirst()) : Edits.delete(ids), "");
  }

  /** Joins entries into the first of them. */
  public void join(List<String> ids) {
    apply(Edits.join(ids.getFirst(), ids.subList(1, ids.size())), ids.getFirst());
  }

  /** Moves entries to a category. */
  public void move(List<String> ids, String category) {
    apply(Edits.move(ids, category), ids.getFirst());
  }

  /** Makes a new entry of some phrasings of the one in the form; it begins with the same answer. */
  public void split(List<String> phrasings) {
    Entry from = current.get();
    if (from == null || phrasings.isEmpty() || phrasings.size() >= from.phrasings().size()) {
      problem.set(text("desk.split-some"));
      return;
    }
    String id = Edits.freshId(new Faq(name.get(), entries), phrasings.getFirst());
    Entry part =
        new Entry(
            id,
            phrasings,
            from.answer(),
            from.category(),
            from.tags(),
            from.parent(),
            from.until(),
            "");
    apply(Edits.split(from.id(), part), id);
  }

  /** Tells how many entries a replacement would change, and one of them as an example. */
  public void preview(FindReplace change, Consumer<String> done) {
    String faq = name.get();
    library.run(
        () -> desk.get().library().preview(faq, change.edit()).changes(),
        changes ->
            done.accept(
                changes.isEmpty()
                    ? text("desk.replace-none")
                    : text("desk.replace-some", changes.size(), example(changes.getFirst()))),
        failure -> done.accept(String.valueOf(failure.getMessage())));
  }

  private static String example(EntryChange change) {
    Entry after = change.after();
    return after == null ? "" : after.question();
  }

  /** Replaces text in all entries. */
  public void replace(FindReplace change) {
    apply(change.edit(), "");
  }

  /** Takes back the last change of the FAQ. */
  public void undo() {
    run(() -> desk.get().library().history().undo(name.get()), _ -> {});
  }

  /** Does again what was undone. */
  public void redo() {
    run(() -> desk.get().library().history().redo(name.get()), _ -> {});
  }

  private void apply(Edit edit, String id) {
    String faq = name.get();
    run(
        () -> desk.get().library().apply(faq, edit),
        _ -> {
          if (!id.isEmpty()) {
            show(id);
          }
        });
  }

  private <T> void run(Callable<T> work, Consumer<T> done) {
    String faq = name.get();
    library.run(
        () -> {
          T result = work.call();
          return new Loaded<>(result, desk.get().library().load(faq).entries());
        },
        loaded -> {
          problem.set("");
          if (faq.equals(name.get())) {
            update(loaded.entries());
            done.accept(loaded.result());
          }
        },
        failure -> problem.set(String.valueOf(failure.getMessage())));
  }

  private record Loaded<T>(T result, List<Entry> entries) {}

  /** Keeps the list where it is scrolled: only entries that differ are touched. */
  private void update(List<Entry> fresh) {
    Entry before = current.get();
    if (fresh.size() == entries.size()) {
      for (int i = 0; i < fresh.size(); i++) {
        if (!fresh.get(i).equals(entries.get(i))) {
          entries.set(i, fresh.get(i));
        }
      }
    } else {
      entries.setAll(fresh);
    }
    if (before != null) {
      current.set(fresh.stream().filter(e -> e.id().equals(before.id())).findFirst().orElse(null));
    }
  }

  private void refilter() {
    List<String> words = List.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
    shown.setPredicate(entry -> {
      List<String> texts = new ArrayList<>(entry.phrasings());
      texts.addAll(List.of(entry.id(), entry.category(), entry.answer(), entry.notes()));
      texts.addAll(entry.tags());
      String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
      return words.stream().allMatch(all::contains);
    });
  }
}
