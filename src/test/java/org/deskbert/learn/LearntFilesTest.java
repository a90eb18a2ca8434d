package org.deskbert.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deskbert.chat.Confidence;
import org.deskbert.intent.Calibration;
import org.deskbert.search.FusionAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back as the program reads it. */
class LearntFilesTest {
  @TempDir Path folder;

  private JsonObject read(Path file) throws Exception {
    return new Gson().fromJson(Files.readString(file), JsonObject.class);
  }

  @Test
  void fusion() throws Exception {
    Path file = folder.resolve("fusion.json");
    LearntFiles.writeFusion(
        file,
        "On this.",
        new FusionAccess.Weights(
            new FusionAccess.One(-27, new double[] {1, 0.25}),
            new FusionAccess.One(-8, new double[] {0.5, 3}),
            new FusionAccess.One(-5.5, new double[] {2, 0})));
    JsonObject json = read(file);
    assertEquals("On this.", json.get("about").getAsString());
    assertEquals(-27, json.getAsJsonObject("model").get("bias").getAsDouble());
    assertEquals("[0.5,3.0]", json.getAsJsonObject("votes").get("weights").toString());
    assertEquals("[2.0,0.0]", json.getAsJsonObject("words").get("weights").toString());
  }

  @Test
  void confidence() throws Exception {
    Path file = folder.resolve("confidence.json");
    Confidence model =
        new Confidence(
            new Calibration(0.5, new double[] {1, 2, -3}),
            List.of(new Confidence.Simulated(0.9, 1), new Confidence.Simulated(0.0001, 1)));
    LearntFiles.writeConfidence(file, "On that.", model, model);
    Confidence read = new Gson().fromJson(read(file).get("model"), Confidence.class);
    assertEquals(model.simulated(), read.simulated());
    assertEquals(0.5, read.curve().bias());
    assertArrayEquals(new double[] {1, 2, -3}, read.curve().weights());
  }
}
