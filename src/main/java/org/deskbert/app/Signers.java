package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.WholeFile;

/** The signers whom the user trusts: their fingerprints, and since when. */
final class Signers {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;

  Signers(Path file) {
    this.file = file;
  }

  boolean trusted(String fingerprint) throws FaqException {
    return read().containsKey(fingerprint);
  }

  /** Trusts a signer from now on. */
  void trust(String fingerprint) throws FaqException {
    Map<String, String> all = read();
    if (all.putIfAbsent(fingerprint, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        != null) {
      return;
    }
    try {
      byte[] json = (GSON.toJson(all) + "\n").getBytes(StandardCharsets.UTF_8);
      WholeFile.<RuntimeException>write(file, out -> out.write(json));
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be written (" + WholeFile.reason(e) + "); check the data folder.", e);
    }
  }

  private Map<String, String> read() throws FaqException {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      Map<String, String> all =
          GSON.fromJson(
              Files.readString(file), new TypeToken<TreeMap<String, String>>() {}.getType());
      return all == null ? new TreeMap<>() : all;
    } catch (IOException | JsonParseException e) {
      throw new FaqException(
          file + " is damaged; correct it or move it away. Signers are then asked for anew.", e);
    }
  }
}
