package org.deskbert.eval;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Finding;
import org.deskbert.faq.FormCheck;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * All checks of a FAQ: of its form, of its meaning, and how robust its entries are.
 *
 * @param findings what is weak: of the form in the order of the entries, then of the meaning, then
 *     the fragile entries
 * @param robustness each entry, the fragile ones first; empty without a model
 */
public record Checks(List<Finding> findings, List<Robustness> robustness) {
  /**
   * Runs them all; long for a FAQ that was not checked before.
   *
   * @param encoder null to check the form only
   * @param lines where entries stand in their file; empty for none
   * @param folder where relative links start; null to leave them unchecked
   * @param day the day that counts as today
   * @throws java.util.concurrent.CancellationException if {@code progress} says stop
   */
  public static Checks run(
      Faq faq,
      @Nullable Encoder encoder,
      VectorCache cache,
      Map<String, Integer> lines,
      @Nullable Path folder,
      LocalDate day,
      int threads,
      Progress progress) {
    List<Finding> findings = new ArrayList<>(FormCheck.check(faq, lines, folder, day));
    if (encoder == null) {
      return new Checks(List.copyOf(findings), List.of());
    }
    FaqIndex index = FaqIndex.build(List.of(faq), encoder, cache, day, threads, progress);
    findings.addAll(MeaningCheck.check(faq.name(), index, lines, threads, progress));
    List<Robustness> robustness = Robustness.of(index, encoder, cache, threads, progress);
    findings.addAll(MeaningCheck.fragile(faq.name(), robustness, lines));
    return new Checks(List.copyOf(findings), robustness);
  }
}
