package org.deskbert.cli;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a result as CSV, whole or not at all. */
final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private CsvFile() {}

  /** Writes {@code rows} below {@code header}; a failure leaves the old file as it was. */
  static void write(Path file, List<String> header, List<List<String>> rows) throws Failure {
    ResultFile.write(
        file,
        out -> {
          CSVPrinter printer =
              new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
          printer.printRecord(header);
          printer.printRecords(rows);
          printer.flush();
        });
  }
}
