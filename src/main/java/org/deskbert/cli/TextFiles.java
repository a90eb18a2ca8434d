package org.deskbert.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads plain text files and says what is wrong with them. */
final class TextFiles {
  private TextFiles() {}

  /** The lines of a UTF-8 file, a byte-order mark left out. */
  static List<String> lines(Path file) throws Failure {
    if (Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; name a text file.");
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return split(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      throw new Failure(file + " does not exist; check the name.", e);
    } catch (CharacterCodingException e) {
      throw new Failure(file + " is not UTF-8 text; save it as UTF-8.", e);
    } catch (IOException e) {
      throw new Failure(file + " can't be read; check its rights.", e);
    }
  }

  private static List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return Arrays.stream(body.split("\n", -1))
        .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }
}
