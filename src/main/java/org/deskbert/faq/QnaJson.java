package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the JSON of QnA Maker ({@code qnaDocuments}, {@code qnaList}) and of Custom Question
 * Answering ({@code Assets}, {@code value}, lists of changes), whatever the case of the names.
 */
final class QnaJson {
  /** Names by which such a file is known. */
  static final Set<String> LISTS =
      Set.of("qnadocuments", "qnalist", "qnapairs", "qnas", "records", "value");

  private final String file;
  private final Drafts drafts;
  private final Slugs slugs = new Slugs();

  private QnaJson(String file, Drafts drafts) {
    this.file = file;
    this.drafts = drafts;
  }

  /** Reads all pairs into {@code drafts}. */
  static void read(String file, Tree tree, Drafts drafts) throws FaqException {
    QnaJson reader = new QnaJson(file, drafts);
    Tree assets = tree.get("assets");
    reader.synonyms(tree.get("wordAlterations"));
    reader.synonyms(assets.get("synonyms"));
    List<Tree> pairs = new ArrayList<>(tree.items());
    for (Tree holder : List.of(tree, assets)) {
      for (Map.Entry<String, Tree> member : holder.members().entrySet()) {
        if (LISTS.contains(member.getKey().toLowerCase(java.util.Locale.ROOT))) {
          pairs.addAll(member.getValue().items());
        }
      }
    }
    if (pairs.isEmpty()) {
      throw new FaqException(
          file + " has no questions. Export the knowledge base again, with its pairs.");
    }
    for (Tree pair : pairs) {
      // A change of the newer service holds its pair one level deeper.
      Tree value = pair.get("value");
      reader.pair(value.members().isEmpty() ? pair : value, "");
    }
  }

  private void synonyms(Tree list) {
    for (Tree group : list.items()) {
      drafts.addSynonyms(group.get("alterations").texts(), file, group.line());
    }
  }

  /**
   * Takes a pair and those inside its prompts.
   *
   * @param other the id if it has none of its own
   * @return its id
   */
  private String pair(Tree pair, String other) throws FaqException {
    String own = pair.text("id").strip();
    String id = own.isEmpty() || own.equals("0") ? other : own;
    List<String> questions = pair.get("questions").texts();
    if (questions.isEmpty()) {
      questions = pair.get("question").texts();
    }
    if (id.isEmpty()) {
      id = slugs.next(questions.isEmpty() ? "" : questions.getFirst());
    }
    Tree dialog = pair.get("dialog");
    Tree context = dialog.members().isEmpty() ? pair.get("context") : dialog;
    List<String> prompts = new ArrayList<>();
    for (Tree prompt : context.get("prompts").items()) {
      Tree inside = prompt.get("qna");
      prompts.add(
          inside.members().isEmpty()
              ? prompt.text("qnaId")
              : pair(inside, id + "-" + (prompts.size() + 1)));
    }
    new QnaPair(
            new Draft.Place(file, pair.line()),
            id,
            questions,
            pair.text("answer"),
            QnaPair.metadata(pair.get("metadata")),
            prompts)
        .addTo(drafts);
    return id;
  }
}
