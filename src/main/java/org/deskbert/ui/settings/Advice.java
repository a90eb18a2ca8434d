package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deskbert.app.Measured;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.ui.kit.Texts;

/** Says in one sentence which bundle is best on this machine with the owner's FAQ. */
final class Advice {
  /** Less than this is nothing that anybody feels, and no more than timings differ anyway. */
  private static final double SLOWER = 1.1;

  private Advice() {}

  private record Candidate(String name, Measured measured) {
    double first() {
      return measured.first();
    }

    double millis() {
      return measured.questionMillis();
    }

    /** Whether chance explains the difference: it is within one standard error of it. */
    boolean asGoodAs(Candidate other) {
      double p = (first() + other.first()) / 2;
      double error = Math.sqrt(2 * p * (1 - p) / Math.max(1, measured.asked()));
      return Math.abs(first() - other.first()) <= error;
    }
  }

  /** The sentence, empty unless two bundles were measured with the FAQs of now. */
  static String of(List<ModelInfo> models, Map<String, Known> known) {
    List<Candidate> candidates = new ArrayList<>();
    for (ModelInfo model : models) {
      Known found = known.get(model.hash());
      if (model.problem().isEmpty() && found != null && found.current()) {
        candidates.add(new Candidate(model.name(), found.measured()));
      }
    }
    if (candidates.size() < 2) {
      return "";
    }
    candidates.sort(Comparator.comparingDouble(Candidate::first).reversed());
    Candidate mostRight = candidates.getFirst();
    Candidate best =
        candidates.stream()
            .filter(mostRight::asGoodAs)
            .min(Comparator.comparingDouble(Candidate::millis))
            .orElse(mostRight);
    Candidate next =
        candidates.stream()
            .filter(each -> !each.name().equals(best.name()))
            .findFirst()
            .orElseThrow();
    double times = next.millis() / best.millis();
    if (best.asGoodAs(next) && times < SLOWER) {
      return text("advice.alike", best.name(), next.name());
    }
    if (best.asGoodAs(next)) {
      String faster = String.format(Texts.locale(), "%.1f", times);
      return text("advice.as-right", best.name(), next.name(), faster);
    }
    return times >= 1
        ? text("advice.both", best.name(), hundred(best), next.name(), hundred(next))
        : text("advice.slower", best.name(), hundred(best), next.name(), hundred(next));
  }

  private static long hundred(Candidate candidate) {
    return Math.round(candidate.first() * 100);
  }
}
