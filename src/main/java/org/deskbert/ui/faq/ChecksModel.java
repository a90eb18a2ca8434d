package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Phrasings;
import org.deskbert.app.Tasks;
import org.deskbert.eval.Checks;
import org.deskbert.eval.Robustness;
import org.deskbert.faq.Edit;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Finding;
import org.deskbert.trace.Progress;

/** What is weak in a FAQ, with remedies of one click. Used on the window's thread. */
public final class ChecksModel {
  private static final Set<String> JOINABLE =
      Set.of(
          "same-phrasing",
          "near-entries",
          "near-phrasings",
          "contradicting-answers",
          "wins-nothing");

  private final Supplier<OwnerDesk> desk;
  private final Tasks files;
  private final EditorModel editor;
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableList<Robustness> robustness = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper robust = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private AtomicBoolean stop = new AtomicBoolean();

  /**
   * Creates an empty list; it fills with {@link #run}.
   *
   * @param files where long work is done
   */
  public ChecksModel(Supplier<OwnerDesk> desk, Tasks files, EditorModel editor) {
    this.desk = desk;
    this.files = files;
    this.editor = editor;
  }

  /** What was found, the worst first. */
  public ObservableList<Finding> findings() {
    return findings;
  }

  /** How well each entry is found when its questions are spoilt, the most fragile first. */
  public ObservableList<Robustness> robustness() {
    return robustness;
  }

  /** The first question of an entry. */
  public String questionOf(String id) {
    return editor.questionOf(id);
  }

  /** How far the check is, or what came of it. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The same of the robustness: how many entries are fragile. */
  public ReadOnlyStringProperty robustProperty() {
    return robust.getReadOnlyProperty();
  }

  /** Whether a check is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Checks the FAQ; long. */
  public void run() {
    cancel();
    AtomicBoolean mine = new AtomicBoolean();
    stop = mine;
    running.set(true);
    say(text("desk.checking"));
    String faq = editor.nameProperty().get();
    Progress progress = (phase, done, total) -> !mine.get();
    files.run(
        () -> desk.get().check(faq, null, progress),
        checks -> done(mine, checks),
        failure -> {
          if (mine.equals(stop)) {
            running.set(false);
            say(
                failure instanceof CancellationException
                    ? ""
                    : String.valueOf(failure.getMessage()));
          }
        });
  }

  /** Stops a check that is under way. */
  public void cancel() {
    stop.set(true);
  }

  private void done(AtomicBoolean mine, Checks checks) {
    if (mine.equals(stop)) {
      running.set(false);
      show(checks);
    }
  }

  /** Shows what was found. */
  public void show(Checks checks) {
    findings.setAll(
        checks.findings().stream()
            .sorted(Comparator.comparing(found -> found.problem().severity()))
            .toList());
    robustness.setAll(checks.robustness());
    count();
  }

  /** Whether the two entries of a finding can be merged. */
  public static boolean canJoin(Finding finding) {
    return !finding.other().isEmpty() && JOINABLE.contains(finding.problem().kind());
  }

  /** Whether a phrasing of the finding can move to the other entry. */
  public static boolean canMove(Finding finding) {
    return canJoin(finding) && !finding.phrasing().isEmpty();
  }

  /** Merges the two entries of a finding. */
  public void join(Finding finding) {
    Edit edit = Edits.join(finding.problem().entry(), List.of(finding.other()));
    remedy(finding, edit);
  }

  /** Moves the phrasing of a finding to the other entry. */
  public void move(Finding finding) {
    remedy(
        finding,
        Edits.movePhrasing(finding.problem().entry(), finding.phrasing(), finding.other()));
  }

  /** Makes the question that breaks an entry a phrasing of it. */
  public void teach(Robustness fragile) {
    Robustness.Broken broken = fragile.broken();
    if (broken != null) {
      change(
          Phrasings.add(fragile.entry().id(), List.of(broken.question())),
          () -> {
            robustness.remove(fragile);
            count();
          });
    }
  }

  /** Ignores a finding for good. */
  public void ignore(Finding finding) {
    String faq = editor.nameProperty().get();
    files.run(
        () -> {
          desk.get().library().upkeep().ignore(faq, finding, true);
          return true;
        },
        _ -> gone(finding),
        failure -> say(String.valueOf(failure.getMessage())));
  }

  private void remedy(Finding finding, Edit edit) {
    change(edit, () -> gone(finding));
  }

  private void change(Edit edit, Runnable done) {
    String faq = editor.nameProperty().get();
    files.run(
        () -> desk.get().library().apply(faq, edit),
        _ -> {
          done.run();
          editor.reload();
        },
        failure -> say(String.valueOf(failure.getMessage())));
  }

  private void gone(Finding finding) {
    findings.remove(finding);
    count();
  }

  private void count() {
    said.set(text("desk.findings", findings.size()));
    long fragile = robustness.stream().filter(Robustness::fragile).count();
    robust.set(robustness.isEmpty() ? "" : text("robust.fragile", fragile));
  }

  private void say(String both) {
    said.set(both);
    robust.set(both);
  }
}
