package org.deskbert.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Reply.Explanation;
import org.deskbert.chat.Reply.Mode;
import org.deskbert.chat.Reply.Scored;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Problem;
import org.deskbert.search.Candidate;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Timings;
import org.jspecify.annotations.Nullable;

/** The JSON that scripts read; its field names stay put. */
final class Json {
  static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private static final int MAX_CANDIDATES = 10;

  private Json() {}

  /** A number with four decimals. */
  static BigDecimal number(double value) {
    double finite = Double.isFinite(value) ? value : 0;
    BigDecimal rounded = BigDecimal.valueOf(finite).setScale(4, RoundingMode.HALF_EVEN);
    BigDecimal shortest = rounded.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest; // never an exponent
  }

  /** One line of {@code ask --json}. */
  static JsonObject reply(Reply reply) {
    Explanation why = reply.explanation();
    JsonObject json = head(reply);
    JsonObject intent = new JsonObject();
    intent.addProperty("name", why.intent());
    intent.addProperty("confidence", number(why.intentConfidence()));
    json.add("intent", intent);
    json.add("candidates", candidates(why));
    json.add("micros", micros(reply.timings()));
    json.addProperty("mode", why.mode() == Mode.MODEL ? "model" : "words");
    json.addProperty("cut", why.cut());
    json.addProperty("model", why.model());
    json.addProperty("faq", why.faq());
    if (!reply.parts().isEmpty()) {
      JsonArray parts = new JsonArray();
      reply.parts().stream().map(Json::part).forEach(parts::add);
      json.add("parts", parts);
    }
    return json;
  }

  private static JsonObject part(Reply reply) {
    JsonObject json = head(reply);
    json.add("candidates", candidates(reply.explanation()));
    return json;
  }

  /** What the reply and each of its parts begin with. */
  private static JsonObject head(Reply reply) {
    Explanation why = reply.explanation();
    JsonObject json = new JsonObject();
    json.addProperty("question", why.question());
    json.addProperty("outcome", reply.outcome());
    switch (reply) {
      case Reply.Answered a ->
          answer(json, a.entry(), a.source(), a.entry().answer(), matched(why));
      case Reply.DidYouMean d -> answer(json, null, null, null, null);
      case Reply.SmallTalk s -> answer(json, null, null, s.text(), null);
      case Reply.HandOff h -> answer(json, null, null, h.text(), null);
      case Reply.Unknown u -> answer(json, null, null, null, null);
    }
    json.addProperty("confidence", number(why.confidence()));
    return json;
  }

  private static JsonArray candidates(Explanation why) {
    JsonArray candidates = new JsonArray();
    why.candidates().stream().limit(MAX_CANDIDATES).map(Json::candidate).forEach(candidates::add);
    return candidates;
  }

  private static @Nullable String matched(Explanation why) {
    Candidate first = why.first();
    return first == null ? null : first.matched();
  }

  private static void answer(
      JsonObject json,
      @Nullable Entry entry,
      @Nullable String source,
      @Nullable String text,
      @Nullable String matched) {
    json.addProperty("entry", entry == null ? null : entry.id());
    json.addProperty("source", source);
    json.addProperty("answer", text);
    json.addProperty("matched", matched);
  }

  private static JsonObject candidate(Scored scored) {
    JsonObject json = new JsonObject();
    json.addProperty("entry", scored.candidate().entry().id());
    json.addProperty("source", scored.candidate().source());
    json.addProperty("matched", scored.candidate().matched());
    json.addProperty("confidence", number(scored.confidence()));
    json.addProperty("words", number(scored.candidate().words()));
    json.addProperty("meaning", number(scored.candidate().meaning()));
    return json;
  }

  private static JsonObject micros(Timings timings) {
    JsonObject json = new JsonObject();
    json.addProperty("tokenize", timings.micros(Stage.TOKENIZE));
    json.addProperty("encode", timings.micros(Stage.ENCODE));
    json.addProperty("intent", timings.micros(Stage.INTENT));
    json.addProperty("search", timings.micros(Stage.SEARCH));
    json.addProperty("decide", timings.micros(Stage.DECIDE));
    json.addProperty("total", timings.totalNanos() / 1000);
    return json;
  }

  /** One finding of {@code faq check}. */
  static JsonObject finding(Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", problem.kind());
    json.addProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.addProperty("entry", problem.entry());
    json.addProperty("line", problem.line());
    json.addProperty("text", problem.text());
    json.addProperty("remedy", problem.remedy());
    return json;
  }
}
