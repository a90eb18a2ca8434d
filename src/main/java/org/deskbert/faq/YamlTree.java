package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML from its events: no tag makes an object of anything, an alias is the very value that
 * it names, and values and depth are bounded.
 */
final class YamlTree {
  /** The parser looks for the end of a line before it goes on, and copies what it has seen. */
  private static final int MAX_LINE = 1_000_000;

  private static final int BUFFER = 1 << 16;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(TextFile.MAX_FILE).setBufferSize(BUFFER).build();

  private final String file;
  private final Iterator<Event> events;
  private final Map<String, Tree> anchors = new HashMap<>();
  private int values;
  private int line;

  private YamlTree(String file, String text) {
    this.file = file;
    this.events = new Parse(SETTINGS).parseString(text).iterator();
  }

  /**
   * The documents of the text.
   *
   * @throws FaqException if it is no YAML, or too much of it; names line and column
   */
  static List<Tree> read(String file, String text) throws FaqException {
    if (text.lines().anyMatch(line -> line.length() > MAX_LINE)) {
      throw new FaqException(
          file
              + " has a line of more than "
              + Text.count(MAX_LINE)
              + " characters, too long for a FAQ. Take out what is not needed.");
    }
    YamlTree reader = new YamlTree(file, text);
    List<Tree> documents = new ArrayList<>();
    try {
      while (reader.events.hasNext()) {
        Event event = reader.next();
        if (event instanceof NodeEvent) {
          documents.add(reader.value(event, 0));
        }
      }
    } catch (YamlEngineException e) {
      throw reader.broken(e);
    }
    return documents;
  }

  private Event next() {
    Event event = events.next();
    line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    return event;
  }

  private Tree value(Event event, int depth) throws FaqException {
    int start = line;
    if (++values > Tree.MAX_VALUES || depth > Tree.MAX_DEPTH) {
      throw new FaqException(
          file + " holds more, or deeper, than a FAQ can be. Keep only questions and answers.");
    }
    if (event instanceof AliasEvent alias) {
      return anchors.getOrDefault(alias.getAlias().getValue(), Tree.NONE);
    }
    Tree tree =
        switch (event) {
          case MappingStartEvent mapping -> mapping(start, depth);
          case SequenceStartEvent sequence -> sequence(start, depth);
          case ScalarEvent scalar -> Tree.text(start, scalar.getValue());
          default -> Tree.NONE;
        };
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tree));
    return tree;
  }

  private Tree mapping(int start, int depth) throws FaqException {
    Map<String, Tree> members = new LinkedHashMap<>();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      String name = value(key, depth + 1).text();
      Tree value = value(next(), depth + 1);
      // The same name again: both lists count, as when files are joined by hand.
      members.merge(name, value, YamlTree::join);
    }
    return Tree.object(start, members);
  }

  private static Tree join(Tree first, Tree second) {
    if (first.items().isEmpty() || second.items().isEmpty()) {
      return second;
    }
    List<Tree> items = new ArrayList<>(first.items());
    items.addAll(second.items());
    return Tree.list(first.line(), items);
  }

  private Tree sequence(int start, int depth) throws FaqException {
    List<Tree> items = new ArrayList<>();
    for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
      items.add(value(item, depth + 1));
    }
    return Tree.list(start, items);
  }

  private FaqException broken(YamlEngineException e) {
    Mark mark = null;
    String what = String.valueOf(e.getMessage());
    if (e instanceof MarkedYamlEngineException marked) {
      mark = marked.getProblemMark().orElse(null);
      what = String.valueOf(marked.getProblem());
    }
    return new FaqException(
        List.of(
            new Problem(
                Problem.Severity.ERROR,
                "broken-yaml",
                "",
                file,
                mark == null ? line : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1,
                Sentence.of("broken-yaml", Text.shorten(what, 80)),
                Sentence.of("broken-yaml.todo"))));
  }
}
