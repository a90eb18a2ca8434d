package org.deskbert.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deskbert.chat.Conversation;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Library;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.Problem;

/** The FAQs of the library, and those that are read from a file beside it. */
final class Faqs {
  static final List<String> SAMPLES = List.of("it", "hr", "shop");
  private static final int SAMPLE_QUESTIONS = 6;

  private final Library library;
  private final Packs packs;

  Faqs(Library library, Packs packs) {
    this.library = library;
    this.packs = packs;
  }

  /** Opens the library; a new one gets the samples. */
  static Library open(DataFolder folder) throws FaqException {
    boolean first = !Files.exists(folder.library());
    Library library = Library.open(folder.library(), folder.seal());
    try {
      if (first) {
        addSamples(library);
      }
      return library;
    } catch (FaqException | RuntimeException e) {
      library.close();
      throw e;
    }
  }

  /** Fills an empty library with the samples; the first of them answers. */
  private static void addSamples(Library library) throws FaqException {
    List<Faq> samples = new ArrayList<>();
    for (String name : SAMPLES) {
      Path file = Program.samples().resolve(name + ".csv");
      samples.add(new Faq(name, FaqFiles.read(file, false).entries()));
    }
    library.begin(samples, List.of(SAMPLES.getFirst())); // waits for the disk once
  }

  /**
   * The FAQs of the library, by name.
   *
   * @param mostAsked the entries that answer most questions, most frequent first
   */
  List<FaqSummary> summaries(List<Conversation.Key> mostAsked) throws FaqException {
    List<FaqSummary> summaries = new ArrayList<>();
    for (FaqInfo info : library.list()) {
      List<Entry> entries =
          info.active() ? library.load(info.name()).entries() : List.of(); // only these are shown
      summaries.add(
          new FaqSummary(
              info.name(),
              info.active(),
              info.entries(),
              info.phrasings(),
              samples(info.name(), entries, mostAsked),
              topics(entries)));
    }
    return summaries;
  }

  private static List<String> samples(
      String name, List<Entry> entries, List<Conversation.Key> mostAsked) {
    Map<String, Entry> known = new HashMap<>();
    entries.forEach(entry -> known.put(entry.id(), entry));
    Stream<Entry> popular =
        mostAsked.stream()
            .filter(key -> key.source().equals(name) && known.containsKey(key.id()))
            .map(key -> known.get(key.id()));
    // Then one of each category, so that they show what the FAQ is about.
    Set<String> seen = new HashSet<>();
    List<Entry> firsts = entries.stream().filter(entry -> seen.add(entry.category())).toList();
    return questions(Stream.of(popular, firsts.stream(), entries.stream()).flatMap(each -> each));
  }

  private static List<FaqSummary.Topic> topics(List<Entry> entries) {
    Map<String, List<Entry>> topics = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (!entry.category().isEmpty()) {
        topics.computeIfAbsent(entry.category(), _ -> new ArrayList<>()).add(entry);
      }
    }
    return topics.entrySet().stream()
        .map(each -> new FaqSummary.Topic(each.getKey(), questions(each.getValue().stream())))
        .toList();
  }

  private static List<String> questions(Stream<Entry> entries) {
    return entries.map(Entry::question).distinct().limit(SAMPLE_QUESTIONS).toList();
  }

  /** Those that answer. */
  List<Faq> active() throws FaqException {
    List<Faq> faqs = new ArrayList<>();
    for (String name : library.active()) {
      faqs.add(library.load(name));
    }
    return faqs;
  }

  /**
   * A FAQ by its name in the library, or read from a file, which leaves the library alone.
   *
   * @throws FaqException if there is neither, or the file can't be imported
   */
  Faq find(String nameOrFile) throws FaqException {
    List<String> names = library.list().stream().map(FaqInfo::name).toList();
    if (names.contains(nameOrFile)) {
      return library.load(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    boolean looksLikeFile = Files.exists(file) || nameOrFile.matches(".*[./\\\\].*");
    if (!looksLikeFile) {
      throw new FaqException(
          "There is no FAQ and no file named "
              + nameOrFile
              + "; the library has "
              + (names.isEmpty() ? "no FAQ" : String.join(", ", names))
              + ".");
    }
    if (PackFile.isPack(file)) {
      return packs.readTrusted(file, null).shared().faq();
    }
    FaqFile read = FaqFiles.read(file, false);
    return read.as(FaqFiles.nameFor(file));
  }

  /** Whether no row was left out. */
  static boolean whole(FaqFile read) {
    return read.problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
