package org.deskbert.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what may be learnt from is read. */
class SourcesTest {
  @TempDir Path data;

  private void write(String name, String text) throws Exception {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void oddLinesOfStackFaqAreLeftForTests() throws Exception {
    String entry =
        "{\"id\": %d, \"question\": \"q\", \"queries\": [\"a\"], \"answers\": [\"b\"]}\n";
    write(
        "stackfaq/stackfaq.jsonl",
        "line 1\n" + entry.formatted(1) + "line 3\n" + entry.formatted(3) + "line 5\n");
    List<Integer> ids = Sources.stackFaq(data).stream().map(Sources.Stack::id).toList();
    assertEquals(List.of(1, 3), ids);
  }

  @Test
  void intentsComeFromTrainingTexts() throws Exception {
    write("banking77/train.csv", "text,category\n\"Where, oh where?\",card_arrival\n");
    write("hwu64/train/seq.in", "what alarms\nwake me\n");
    write("hwu64/train/label", "alarm_query\nalarm_set\n");
    write(
        "clinc150/data_full.json",
        """
        {"train": [["say hi in french", "translate"]], "oos_train": [["how far is the moon", "oos"]],
         "test": [["never read", "translate"]], "val": [], "oos_test": [["nor this", "oos"]]}
        """);
    assertEquals(Map.of("card_arrival", List.of("Where, oh where?")), Sources.banking(data));
    assertEquals(
        Map.of("alarm_query", List.of("what alarms"), "alarm_set", List.of("wake me")),
        Sources.hwu(data));
    assertEquals(
        Map.of("translate", List.of("say hi in french"), "oos", List.of("how far is the moon")),
        Sources.clinc(data));
  }
}
