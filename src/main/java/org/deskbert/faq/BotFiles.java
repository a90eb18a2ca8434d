package org.deskbert.faq;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads the zip or the folder that another program has exported: an agent of Dialogflow ES, the
 * files of a Rasa bot, Q&amp;As of Botpress, or a project of Custom Question Answering.
 */
final class BotFiles {
  private static final List<String> ENDINGS = List.of("yml", "yaml", "md", "json", "tsv", "qna");
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private BotFiles() {}

  /** Whether the file is a zip with such files in it. */
  static boolean isBot(String file, Path path, byte[] bytes) throws FaqException {
    if (!Arrays.equals(bytes, 0, Math.min(4, bytes.length), ZIP, 0, 4)) {
      return false;
    }
    List<String> names = Parts.names(file, path);
    return names.stream().anyMatch(BotFiles::wanted)
        && names.stream().noneMatch(name -> name.equals("[Content_Types].xml"));
  }

  /** Reads all of a zip into {@code drafts}. */
  static void readZip(String file, Path path, Drafts drafts) throws FaqException {
    read(file, Parts.ofZip(file, path, BotFiles::wanted), drafts);
  }

  /** Reads all of a folder into {@code drafts}. */
  static void readFolder(Path folder, Drafts drafts) throws FaqException {
    Map<String, byte[]> parts = Parts.ofFolder(folder, BotFiles::wanted);
    if (parts.isEmpty()) {
      throw new FaqException(folder + " is a folder. Choose a file in it.");
    }
    read(folder.toString(), parts, drafts);
  }

  private static boolean wanted(String name) {
    return ENDINGS.contains(FaqFiles.extension(name));
  }

  private static void read(String file, Map<String, byte[]> parts, Drafts drafts)
      throws FaqException {
    if (parts.keySet().stream().anyMatch(name -> name.contains("_usersays_"))) {
      parts.keySet().removeIf(name -> !DialogflowReader.isPart(name));
      DialogflowReader.read(file, parts, drafts);
      return;
    }
    RasaBot rasa = new RasaBot(file);
    boolean any = false;
    boolean isRasa = false;
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String name = file + ", " + part.getKey();
      String extension = FaqFiles.extension(part.getKey());
      String text = Encodings.utf8(name, part.getValue());
      switch (FaqKind.of(extension, text)) {
        case RASA -> {
          if (FaqKind.isRasa(text)) {
            RasaReader.read(name, text, rasa);
            isRasa = true;
          }
        }
        case RASA_MARKDOWN -> {
          RasaMarkdown.read(name, text, rasa);
          isRasa = true;
        }
        case BOTPRESS -> {
          BotpressReader.read(name, JsonTree.read(name, text), drafts);
          any = true;
        }
        case QNA_JSON -> {
          QnaJson.read(name, JsonTree.read(name, text), drafts);
          any = true;
        }
        case QNA_MARKDOWN -> {
          QnaMarkdown.read(name, text, drafts);
          any = true;
        }
        case TABLE -> {
          if (!QnaTable.rawRows(text).isEmpty()) {
            CsvReader.read(name, text, drafts);
            any = true;
          }
        }
        default -> {
          // Settings, read-me files and what else lies about.
        }
      }
    }
    if (!any && !isRasa) {
      throw new FaqException(
          file
              + " holds no FAQ. Choose one as "
              + FaqFiles.KINDS
              + ", or an export of a bot with its questions and answers.");
    }
    if (isRasa) {
      rasa.addTo(drafts);
    }
  }
}
