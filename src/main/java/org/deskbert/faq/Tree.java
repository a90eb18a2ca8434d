package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON or YAML file with its line: an object, a list or a text. Numbers and truth
 * values are texts, null is nothing of all three.
 *
 * @param line 1-based
 * @param members of an object, in the order of the file; empty for the others
 * @param items of a list; empty for the others
 * @param text empty for the others
 */
record Tree(int line, Map<String, Tree> members, List<Tree> items, String text) {
  /** Keeps memory bounded: more values than any FAQ has. */
  static final int MAX_VALUES = 1_000_000;

  static final int MAX_DEPTH = 100;

  /** What stands where nothing is. */
  static final Tree NONE = new Tree(0, Map.of(), List.of(), "");

  static Tree text(int line, String text) {
    return new Tree(line, Map.of(), List.of(), text);
  }

  static Tree list(int line, List<Tree> items) {
    return new Tree(line, Map.of(), items, "");
  }

  static Tree object(int line, Map<String, Tree> members) {
    return new Tree(line, members, List.of(), "");
  }

  /** A member, whatever the case of its name; {@link #NONE} if there is none. */
  Tree get(String name) {
    Tree exact = members.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Tree> member : members.entrySet()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return NONE;
  }

  /** A member's text; empty if there is none. */
  String text(String name) {
    return get(name).text();
  }

  /** The texts of a list, or the one text; blank ones are left out. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    add(this, texts);
    items.forEach(item -> add(item, texts));
    return texts;
  }

  private static void add(Tree tree, List<String> texts) {
    if (!tree.text.isBlank()) {
      texts.add(tree.text);
    }
  }

  /** Whether a truth value is true. */
  boolean isTrue(String name) {
    return text(name).equalsIgnoreCase("true");
  }
}
