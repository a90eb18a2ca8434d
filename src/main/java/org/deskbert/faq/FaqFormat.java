package org.deskbert.faq;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The formats in which a FAQ is written. */
public enum FaqFormat {
  CSV("csv"),
  XLSX("xlsx"),
  MD("md markdown"),
  JSON("json"),
  /** A page to read and to print. */
  HTML("html htm"),
  /** The table that Azure's Custom Question Answering imports. */
  QNAMAKER("tsv");

  private final String extensions;

  FaqFormat(String extensions) {
    this.extensions = extensions;
  }

  /** The format of an option's or extension's name, whatever its case. */
  public static FaqFormat of(String name) throws FaqException {
    for (FaqFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw new FaqException(
        "There is no format \"" + name + "\". Choose csv, xlsx, md, json, html or qnamaker.");
  }

  /** The format that a file's extension asks for. */
  public static FaqFormat of(Path file) throws FaqException {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (FaqFormat format : values()) {
      if (List.of(format.extensions.split(" ", -1)).contains(extension)) {
        return format;
      }
    }
    throw new FaqException(
        file
            + " does not say its format. End the name in .csv, .xlsx, .md, .json, .html or .tsv,"
            + " or give one.");
  }
}
