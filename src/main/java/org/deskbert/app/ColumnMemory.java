package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.faq.Column;
import org.deskbert.faq.Mapping;
import org.deskbert.faq.TableImport;
import org.deskbert.faq.TableSheet;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of imported tables hold, so that nobody has to say it twice. A table is known
 * again by the name of its file (and sheet) and the names of its columns.
 */
final class ColumnMemory {
  /** Older ones are forgotten. */
  private static final int KEPT = 200;

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;

  /** As it stands in the file, where any part may be missing. */
  private record Known(
      int header, @Nullable List<String> names, @Nullable List<@Nullable Column> columns) {}

  ColumnMemory(Path file) {
    this.file = file;
  }

  /** The table with the columns that its sheets had last. */
  TableImport recall(TableImport table) {
    Map<String, Known> all = read();
    TableImport recalled = table;
    for (int i = 0; i < table.sheets().size(); i++) {
      TableSheet sheet = table.sheets().get(i);
      Known known = all.get(sheet.name());
      if (known != null
          && known.names() != null
          && known.columns() != null
          && !known.columns().contains(null)) {
        Mapping mapping = new Mapping(known.header(), List.copyOf(known.columns()));
        if (mapping.fits(sheet, known.names())) {
          recalled = recalled.with(i, mapping);
        }
      }
    }
    return recalled;
  }

  /** Whether anything of a file of this name, or of a sheet of it, is known. */
  boolean knows(String name) {
    return read().keySet().stream()
        .anyMatch(sheet -> sheet.equals(name) || sheet.startsWith(name + ", sheet "));
  }

  /** Keeps what the columns of a table hold. */
  void keep(TableImport table) {
    Map<String, Known> all = read();
    for (int i = 0; i < table.sheets().size(); i++) {
      TableSheet sheet = table.sheets().get(i);
      Mapping mapping = table.mapping(i);
      all.remove(sheet.name()); // so that it comes last
      all.put(sheet.name(), new Known(mapping.header(), mapping.names(sheet), mapping.columns()));
    }
    all.keySet().removeAll(List.copyOf(all.keySet()).subList(0, Math.max(0, all.size() - KEPT)));
    try {
      byte[] json = (GSON.toJson(all) + "\n").getBytes(StandardCharsets.UTF_8);
      WholeFile.<RuntimeException>write(file, out -> out.write(json));
    } catch (IOException e) {
      // Then the columns have to be named again; the import itself is done.
    }
  }

  private Map<String, Known> read() {
    try {
      Map<String, Known> all =
          Files.exists(file)
              ? GSON.fromJson(
                  Files.readString(file),
                  new TypeToken<LinkedHashMap<String, Known>>() {}.getType())
              : null;
      return all == null ? new LinkedHashMap<>() : all;
    } catch (IOException | JsonParseException e) {
      return new LinkedHashMap<>(); // as above
    }
  }
}
