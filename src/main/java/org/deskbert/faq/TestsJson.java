package org.deskbert.faq;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Test questions as JSON, the same for the same questions. */
final class TestsJson {
  private TestsJson() {}

  static String write(List<TestQuestion> tests) {
    JsonArray list = new JsonArray();
    for (TestQuestion test : tests) {
      JsonObject json = new JsonObject();
      json.addProperty("question", test.question());
      json.addProperty("expected", test.expected());
      json.addProperty("outcome", test.outcome());
      json.addProperty("given", test.given());
      json.addProperty("origin", test.origin().name().toLowerCase(Locale.ROOT));
      list.add(json);
    }
    return EntryJson.GSON.toJson(list) + "\n";
  }

  /**
   * The questions again.
   *
   * @throws RuntimeException of whatever kind where the text is none of ours
   */
  static List<TestQuestion> read(String text) {
    List<TestQuestion> tests = new ArrayList<>();
    for (JsonElement each : JsonParser.parseString(text).getAsJsonArray()) {
      JsonObject json = each.getAsJsonObject();
      tests.add(
          new TestQuestion(
              json.get("question").getAsString(),
              json.get("expected").getAsString(),
              json.get("outcome").getAsString(),
              json.get("given").getAsString(),
              TestQuestion.Origin.valueOf(
                  json.get("origin").getAsString().toUpperCase(Locale.ROOT))));
    }
    return tests;
  }
}
