package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.Tasks;
import org.deskbert.ui.kit.Desk;
import org.deskbert.ui.kit.FaqNames;

/** The library as the FAQ menu shows it. Used on the window's thread. */
public final class FaqModel {
  private final Desk desk;
  private final Tasks tasks;
  private final Consumer<String> problem;
  private final ObservableList<FaqSummary> faqs = FXCollections.observableArrayList();

  /**
   * Creates a model that knows no FAQ until {@link #reload}.
   *
   * @param problem takes a sentence for the user if the library can't be read or changed
   */
  public FaqModel(Desk desk, Tasks tasks, Consumer<String> problem) {
    this.desk = desk;
    this.tasks = tasks;
    this.problem = problem;
  }

  /** The FAQs of the library. */
  public ObservableList<FaqSummary> faqs() {
    return faqs;
  }

  /** Reads the library again. */
  public void reload() {
    tasks.run(desk::faqs, faqs::setAll, this::failed);
  }

  /** Lets a FAQ answer or not; the others stay as they are. */
  public void use(String name, boolean active) {
    List<String> names = new ArrayList<>();
    for (FaqSummary faq : faqs) {
      if (faq.name().equals(name) ? active : faq.active()) {
        names.add(faq.name());
      }
    }
    use(names);
  }

  private void use(List<String> names) {
    tasks.run(
        () -> {
          desk.useFaqs(names);
          return desk.faqs();
        },
        faqs::setAll,
        failure -> {
          failed(failure);
          reload();
        });
  }

  /** Whether the library has nothing but what came with the program. */
  public boolean isSamplesOnly() {
    return !faqs.isEmpty() && faqs.stream().allMatch(FaqSummary::isSample);
  }

  /** Lets a FAQ answer in place of all others. */
  public void useOnly(String name) {
    use(List.of(name));
  }

  /** Who answers, in words: {@code it and hr}. */
  public String title() {
    List<String> active = faqs.stream().filter(FaqSummary::active).map(FaqSummary::name).toList();
    if (active.isEmpty()) {
      return faqs.isEmpty() ? text("faqs.title") : text("faqs.none");
    }
    return FaqNames.joined(active);
  }

  private void failed(Exception failure) {
    problem.accept(failure.getMessage() == null ? failure.toString() : failure.getMessage());
  }
}
