package org.deskbert.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a published model's README.md says: the lines between the first two {@code ---}.
 *
 * @param licence its licence, "unknown" if it doesn't say
 * @param languages codes such as {@code en}, none if it doesn't say
 */
record Readme(String licence, List<String> languages) {
  static final String FILE = "README.md";

  private static final String UNKNOWN = "unknown";
  private static final Pattern LICENCE = Pattern.compile("(?m)^license: *[\"']?([\\w.+-]+)");
  private static final Pattern LANGUAGES =
      Pattern.compile("(?m)^language:[^\\n]*(?:\\n *- *[\\w\"'-]+)*");
  private static final Pattern CODE = Pattern.compile("\\b[a-z]{2,3}\\b");

  /** Reads the head of a model's README.md; one that is missing or odd says nothing. */
  static Readme read(ModelFiles files) {
    String head = head(files.file(FILE));
    Matcher licence = LICENCE.matcher(head);
    Matcher languages = LANGUAGES.matcher(head);
    List<String> codes = new ArrayList<>();
    if (languages.find()) {
      CODE.matcher(languages.group()).results().forEach(code -> codes.add(code.group()));
    }
    return new Readme(licence.find() ? licence.group(1) : UNKNOWN, List.copyOf(codes));
  }

  private static String head(@Nullable Path file) {
    if (file == null) {
      return "";
    }
    try {
      String[] parts = Files.readString(file).split("(?m)^---\\s*$", 3);
      return parts.length == 3 && parts[0].isBlank() ? parts[1] : "";
    } catch (IOException e) {
      return ""; // A README that can't be read is no reason to refuse the model.
    }
  }

  /** Whether the licence is known. */
  boolean found() {
    return !licence.equals(UNKNOWN);
  }
}
