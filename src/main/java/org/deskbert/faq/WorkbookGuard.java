package org.deskbert.faq;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook before the reader does, which would take any size and any cell address
 * at its word: zip bombs, a cell in column ZZZZZZ, numbers with millions of digits.
 */
final class WorkbookGuard {
  private static final long MAX_UNPACKED = 128L << 20;
  private static final int MAX_PARTS = 10_000;

  /** Cells that the reader would lay out, empty ones before a filled one included. */
  private static final long MAX_CELLS = 5_000_000;

  private static final int MAX_FORMULAS_OVER_RANGES = 1_000;

  /** Excel's own limit for a formula is 8,192 characters, for a value 32,767. */
  private static final int MAX_FORMULA = 8_192;

  private static final int MAX_VALUE = 100_000;

  /** Excel's last column is XFD. */
  private static final Pattern ADDRESS = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");

  private final String file;
  private long unpacked;
  private long cells;
  private int rangeFormulas;

  private WorkbookGuard(String file) {
    this.file = file;
  }

  /**
   * Reads all parts once.
   *
   * @throws IOException if the zip itself is broken
   * @throws FaqException if it is too large, or no workbook
   */
  static void check(String file, Path path) throws IOException, FaqException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      // The part that every Office file has, and the folder that only a workbook has.
      if (zip.getEntry("[Content_Types].xml") == null
          || zip.stream().noneMatch(entry -> entry.getName().startsWith("xl/"))) {
        throw new FaqException(
            file
                + " is no Excel workbook. Choose a FAQ as "
                + FaqFiles.KINDS
                + ", or save it as one of these.");
      }
      WorkbookGuard guard = new WorkbookGuard(file);
      if (zip.size() > MAX_PARTS) {
        throw guard.tooLarge();
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          InputStream counted = guard.new Counter(in);
          guard.part(counted);
          counted.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (TooLargeException e) {
      throw new FaqException(String.valueOf(e.getMessage()), e);
    }
  }

  private void part(InputStream in) throws TooLargeException {
    try {
      XMLStreamReader xml = Xml.reader(in);
      int columns = 0;
      int column = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "row" -> {
              cells += columns;
              columns = 0;
              column = 0;
            }
            case "c" -> {
              column = column(xml.getAttributeValue(null, "r"), column);
              columns = Math.max(columns, column);
              if (cells + columns > MAX_CELLS) {
                throw tooLargeInside();
              }
            }
            case "v" -> checkText(xml, MAX_VALUE);
            case "f" -> {
              if (xml.getAttributeValue(null, "ref") != null
                  && ++rangeFormulas > MAX_FORMULAS_OVER_RANGES) {
                throw tooLargeInside();
              }
              checkText(xml, MAX_FORMULA);
            }
            default -> {}
          }
        }
      }
      cells += columns;
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof TooLargeException tooLarge) {
        throw tooLarge;
      }
      // A picture, or broken XML: the reader comes no further in it than we did.
    }
  }

  /** The 1-based column of a cell's address, or the one behind {@code before}. */
  private int column(@Nullable String address, int before) throws TooLargeException {
    if (address == null) {
      return before + 1;
    }
    if (!ADDRESS.matcher(address).matches()) {
      throw new TooLargeException(
          file
              + " has a cell with the impossible address "
              + Text.shorten(address, 20)
              + ". Open it in your spreadsheet program and save it again.");
    }
    int column = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = Character.toUpperCase(address.charAt(i));
      if (c >= 'A') {
        column = 26 * column + c - 'A' + 1;
      }
    }
    return column;
  }

  private void checkText(XMLStreamReader xml, int max)
      throws XMLStreamException, TooLargeException {
    int length = 0;
    while (xml.hasNext() && xml.next() != XMLStreamConstants.END_ELEMENT) {
      length += xml.hasText() ? xml.getTextLength() : 0;
      if (length > max) {
        throw tooLargeInside();
      }
    }
  }

  private FaqException tooLarge() {
    return new FaqException(String.valueOf(tooLargeInside().getMessage()));
  }

  private TooLargeException tooLargeInside() {
    return new TooLargeException(
        file
            + " unpacks to more than a FAQ can be. Save the sheet with the questions as CSV and"
            + " import that.");
  }

  /** Ends reading from inside a stream. */
  private static final class TooLargeException extends IOException {
    TooLargeException(String message) {
      super(message);
    }
  }

  /** Counts what comes out of the archive, whatever its directory claims. */
  private final class Counter extends FilterInputStream {
    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public void close() {
      // The XML reader closes what it has read; the rest of the part is to be counted too.
    }

    private void count(int bytes) throws IOException {
      unpacked += bytes;
      if (unpacked > MAX_UNPACKED) {
        throw tooLargeInside();
      }
    }
  }
}
