package org.deskbert.faq;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how a text file is encoded: UTF-8, UTF-16 or Windows-1252. */
final class Encodings {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 4096;

  private Encodings() {}

  /**
   * The text of a file, without byte-order mark. Windows-1252 is a guess, which is noted: almost
   * any bytes fit it.
   *
   * @throws FaqException if it is no text, or in none of the encodings; names line and column
   */
  static String decode(String file, byte[] bytes, Drafts notes) throws FaqException {
    if (isUtf32(bytes)) {
      throw new FaqException(
          file + " is in UTF-32, which DeskBERT does not read. Save it as UTF-8 and try again.");
    }
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(file, bytes, 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return strict(file, bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return strict(file, bytes, 2, StandardCharsets.UTF_16BE);
    }
    int length = Math.min(bytes.length, SAMPLE);
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          evenZeros++;
        } else {
          oddZeros++;
        }
      }
    }
    // Half of the bytes of Western text in UTF-16 are zeros, all on one side.
    if (oddZeros > length / 4 && evenZeros < length / 20) {
      return strict(file, bytes, 0, StandardCharsets.UTF_16LE);
    }
    if (evenZeros > length / 4 && oddZeros < length / 20) {
      return strict(file, bytes, 0, StandardCharsets.UTF_16BE);
    }
    if (looksBinary(bytes)) {
      throw new FaqException(
          file
              + " is not a text file. Choose a FAQ as "
              + FaqFiles.KINDS
              + ", or save it as one of these.");
    }
    if (mostlyUtf8(bytes)) {
      return strict(file, bytes, 0, StandardCharsets.UTF_8);
    }
    String text = strict(file, bytes, 0, WINDOWS_1252);
    notes.note(
        Problem.Severity.NOTE,
        "guessed-encoding",
        new Draft.Place(file, 0),
        0,
        "",
        Sentence.of("guessed-encoding", accented(text)),
        Sentence.of("guessed-encoding.todo"));
    return text;
  }

  /** Plain UTF-8, a byte-order mark left out. */
  static String utf8(String file, byte[] bytes) throws FaqException {
    return strict(file, bytes, starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
  }

  /** The longest piece of a word that is not all ASCII, to judge the guess by. */
  private static String accented(String text) {
    Matcher word = Pattern.compile("[\\p{L}\\p{M}]*[^\\p{ASCII}][^\\s,;]*").matcher(text);
    String best = "";
    for (int tried = 0; tried < 20 && word.find(); tried++) {
      best = word.group().length() > best.length() ? word.group() : best;
    }
    return Text.shorten(best, 40);
  }

  /** By the byte-order mark, or because nothing else has zeros in the two high bytes. */
  private static boolean isUtf32(byte[] bytes) {
    if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return true;
    }
    int length = Math.min(bytes.length, SAMPLE) / 4 * 4;
    boolean little = length > 0;
    boolean big = length > 0;
    for (int i = 0; i < length; i += 4) {
      little &= bytes[i] != 0 && bytes[i + 2] == 0 && bytes[i + 3] == 0;
      big &= bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 3] != 0;
    }
    return little || big;
  }

  private static boolean looksBinary(byte[] bytes) {
    int control = 0;
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
      if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x0B) {
        control++;
      }
    }
    return control > bytes.length / 100;
  }

  /** Whether at least half of the non-ASCII characters are sound UTF-8. */
  private static boolean mostlyUtf8(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int lead = bytes[i++] & 0xff;
      if (lead < 0x80) {
        continue;
      }
      int follow = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
      int found = 0;
      while (found < follow && i < bytes.length && (bytes[i] & 0xC0) == 0x80) {
        found++;
        i++;
      }
      if (follow > 0 && found == follow) {
        good++;
      } else {
        bad++;
      }
    }
    return good >= bad;
  }

  private static String strict(String file, byte[] bytes, int skip, Charset charset)
      throws FaqException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw wrongEncoding(file, bytes, skip, charset);
    }
  }

  private static FaqException wrongEncoding(String file, byte[] bytes, int skip, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    int line = 1;
    int column = 1;
    while (out.hasRemaining()) {
      column++;
      if (out.get() == '\n') {
        line++;
        column = 1;
      }
    }
    Sentence what =
        result.isError() && in.hasRemaining()
            ? wrongByte("0x%02X".formatted(in.get(in.position())), charset)
            : Sentence.of("wrong-encoding.cut", charset.name());
    return new FaqException(
        List.of(
            new Problem(
                Problem.Severity.ERROR,
                "wrong-encoding",
                "",
                file,
                line,
                column,
                what,
                Sentence.of("wrong-encoding.todo"))));
  }

  private static Sentence wrongByte(String found, Charset charset) {
    return charset.equals(WINDOWS_1252)
        ? Sentence.of("wrong-encoding.neither", found)
        : Sentence.of("wrong-encoding", found, charset.name());
  }

  private static boolean starts(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
