package org.deskbert.faq;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The content of a FAQ as one text, the same for the same content: what {@code faq export} writes
 * as JSON. It is read back exactly, without the checks that files of other programs get.
 */
final class FaqJson {
  private FaqJson() {}

  static String write(Faq faq) {
    StringWriter text = new StringWriter();
    try {
      JsonFormat.write(faq, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no disk is touched
    }
    return text.toString();
  }

  /**
   * The FAQ again.
   *
   * @throws RuntimeException of whatever kind where the text is none of ours
   */
  static Faq read(String name, String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    List<Entry> entries = new ArrayList<>();
    json.getAsJsonArray("entries")
        .forEach(entry -> entries.add(EntryJson.read(entry.getAsJsonObject())));
    Synonyms synonyms =
        json.has("synonyms") ? EntryJson.readSynonyms(json.get("synonyms")) : Synonyms.NONE;
    Intents intents =
        json.has("intents")
            ? IntentJson.of(EntryJson.GSON.toJson(json.get("intents")))
            : Intents.NONE;
    return new Faq(name, entries, synonyms, intents);
  }

  /** SHA-256 of the text, hexadecimal. */
  static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
