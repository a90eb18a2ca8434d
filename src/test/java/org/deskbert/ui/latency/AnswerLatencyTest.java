package org.deskbert.ui.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Timings;
import org.deskbert.ui.latency.AnswerLatency.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerLatencyTest {
  @Test
  void theStagesSumUpToTheWhole() {
    Timings timings =
        new Timings(Map.of(Stage.ENCODE, 3_000_000L, Stage.SEARCH, 500_000L), 3_600_000);
    AnswerLatency latency = AnswerLatency.of(timings, 9_000_000, Kind.USUAL);
    assertEquals(9, latency.total());
    assertEquals(
        9, latency.millis().values().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
    assertEquals(
        java.util.List.of(Stage.ENCODE, Stage.SEARCH, Stage.PAINT),
        java.util.List.copyOf(latency.millis().keySet()));
  }

  @ParameterizedTest
  @CsvSource({"0.042, 0.04 ms", "0.999, 1.0 ms", "3.14, 3.1 ms", "9.96, 10 ms", "123.4, 123 ms"})
  void millisecondsAreShownWithTheDigitsThatMatter(double millis, String shown) {
    assertEquals(shown, AnswerLatency.format(millis));
  }

  @Test
  void theCopyHoldsStagesPercentilesTheColdAnswerAndTheReason() {
    LatencyModel model = new LatencyModel(new LatencyStats());
    Timings timings = new Timings(Map.of(Stage.ENCODE, 3_000_000L), 3_000_000);
    assertEquals(Kind.WORDS, model.painted(timings, 5_000_000, true).kind());
    assertEquals("40 ms · cold start", model.painted(timings, 40_000_000, false).shown());
    assertEquals(Kind.CACHED, model.painted(Timings.NONE, 2_000_000, false).kind());
    assertEquals("9.0 ms", model.painted(timings, 9_000_000, false).shown());
    JsonObject json =
        JsonParser.parseString(model.json(new Machine.Figures(210, 3, 25), "no model"))
            .getAsJsonObject();
    assertEquals(40, json.get("cold").getAsDouble());
    assertEquals(4, json.get("answers").getAsInt());
    assertEquals(3, json.getAsJsonObject("stages").get("encode").getAsDouble());
    assertEquals("usual", json.get("mode").getAsString());
    assertEquals("no model", json.get("reason").getAsString());
    assertEquals(4, json.getAsJsonArray("recent").size());
  }
}
