package org.deskbert.learn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbert.encoder.Encoder;
import org.deskbert.search.Candidate;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.FusionAccess;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;

/**
 * Where exams are held: with the encoder, or without one, by words only.
 *
 * @param encoder null for words only
 */
record Room(Encoder encoder, VectorCache cache) {
  private static final int CANDIDATES = 11;

  /** An exam whose FAQ is indexed. */
  record Sitting(Exam exam, FaqIndex index, Map<String, float[]> vectors) {
    List<Candidate> search(Exam.Ask ask) {
      return index.search(ask.text(), vectors.get(ask.text()), CANDIDATES, ask.without());
    }

    List<Candidate> search(String outside) {
      return index.search(outside, vectors.get(outside), CANDIDATES);
    }

    Map<String, double[]> signals(Exam.Ask ask) {
      return FusionAccess.signals(index, ask.text(), vectors.get(ask.text()), ask.without());
    }
  }

  Sitting open(Exam exam, FusionAccess.Weights weights) {
    FaqIndex index = FusionAccess.build(exam.faq(), encoder, cache, weights);
    Set<String> texts = new LinkedHashSet<>(exam.outside());
    exam.asks().forEach(ask -> texts.add(ask.text()));
    Map<String, float[]> vectors = new HashMap<>();
    if (encoder != null) {
      Map<String, String> read = new LinkedHashMap<>();
      texts.forEach(text -> read.put(text, index.rewrite(text)));
      Map<String, float[]> encoded = cache.encode(read.values(), encoder, 2, Progress.NONE);
      read.forEach((text, rewritten) -> vectors.put(text, encoded.get(rewritten)));
    }
    return new Sitting(exam, index, vectors);
  }
}
