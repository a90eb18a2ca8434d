package org.deskbert.faq;

import java.nio.file.Path;
import java.util.Locale;

/** The formats in which a FAQ is written. */
public enum FaqFormat {
  CSV,
  XLSX,
  MD,
  JSON;

  /** The format of an option's or extension's name, whatever its case. */
  public static FaqFormat of(String name) throws FaqException {
    for (FaqFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw new FaqException("There is no format \"" + name + "\". Choose csv, xlsx, md or json.");
  }

  /** The format that a file's extension asks for. */
  public static FaqFormat of(Path file) throws FaqException {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (FaqFormat format : values()) {
      if (format.name().equalsIgnoreCase(extension)) {
        return format;
      }
    }
    throw new FaqException(
        file + " does not say its format. End the name in .csv, .xlsx, .md or .json, or give one.");
  }
}
