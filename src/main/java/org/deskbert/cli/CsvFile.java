package org.deskbert.cli;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a result as CSV, whole or not at all. */
final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private CsvFile() {}

  /** Refuses a place where no file can be, before long work starts. */
  static void check(Path file) throws Failure {
    if (Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; name a file in it.");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Failure(file + " can't be written, its folder does not exist; make it first.");
    }
  }

  /** Writes {@code rows} below {@code header}; a failure leaves the old file as it was. */
  static void write(Path file, List<String> header, List<List<String>> rows) throws Failure {
    WholeFile.write(
        file,
        fresh -> {
          try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8);
              CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            printer.printRecord(header);
            printer.printRecords(rows);
          }
        });
  }
}
