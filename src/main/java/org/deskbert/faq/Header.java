package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which column holds what; numbers are 0-based, -1 for none.
 *
 * @param questions columns with phrasings, the main one first
 */
record Header(
    int id, List<Integer> questions, int answer, int category, int tags, int parent, int until) {
  /** What a column, or a member of a JSON object, holds. */
  enum Kind {
    ID,
    QUESTION,
    PHRASINGS,
    ANSWER,
    CATEGORY,
    TAGS,
    PARENT,
    UNTIL,
    OTHER
  }

  /** No name of a column is longer; what is longer may be made to keep the patterns busy. */
  private static final int MAX_NAME = 100;

  private static final Pattern PLURAL = Pattern.compile("\\((\\p{L}{1,2})\\)");
  private static final Pattern NUMBER = Pattern.compile(" ?\\d+$");

  // Names after normalising, with a plural's "(s)" opened and without a number at the end.
  private static final Map<String, Kind> NAMES = new TreeMap<>();

  static {
    names(Kind.ID, "id|ids|nr|no|key|number|nummer|entry id|faq id|qna id|question id|kennung");
    names(
        Kind.QUESTION,
        "q|question|questions|frage|fragen|query|faq question|question text|fragestellung|prompt"
            + "|pregunta|preguntas|domanda|domande|pergunta|vraag|vragen|utterance|user question");
    names(
        Kind.PHRASINGS,
        "alternate question|alternate questions|alternative question|alternative questions"
            + "|alternates|alternatives|alternate phrasing|alternate phrasings|other question"
            + "|other questions|also|also asked as|phrasing|phrasings|variant|variants|variation"
            + "|variations|paraphrase|paraphrases|similar question|similar questions|utterances"
            + "|weitere frage|weitere fragen|alternative frage|alternative fragen|alternativfragen"
            + "|variante|varianten|formulierung|formulierungen|weitere formulierungen");
    names(
        Kind.ANSWER,
        "a|answer|answers|antwort|antworten|reply|response|answer text|faq answer|antworttext"
            + "|lösung|solution|respuesta|réponse|reponse|risposta|resposta|antwoord");
    names(
        Kind.CATEGORY,
        "category|categories|kategorie|kategorien|topic|thema|section|group|gruppe|bereich"
            + "|rubrik|categoría|catégorie|categorie|categoria");
    names(
        Kind.TAGS,
        "tag|tags|keyword|keywords|label|labels|schlagwort|schlagworte|schlagwörter|stichwort"
            + "|stichworte|stichwörter");
    names(
        Kind.PARENT,
        "parent|parent id|parent entry|follow up to|follow up of|follows|gehört zu|folgt auf"
            + "|übergeordnet|eltern id");
    names(
        Kind.UNTIL,
        "until|valid until|valid to|expires|expires on|expiry|expiry date|expiration date|end date"
            + "|bis|gültig bis|ablaufdatum|läuft ab");
  }

  /** Reads the header; the first column of a kind counts, questions may have several. */
  static Header of(List<String> cells) {
    Map<Kind, Integer> first = new TreeMap<>();
    List<Integer> questions = new ArrayList<>();
    List<Integer> phrasings = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Kind kind = kind(cells.get(i));
      if (kind == Kind.QUESTION) {
        questions.add(i);
      } else if (kind == Kind.PHRASINGS) {
        phrasings.add(i);
      } else {
        first.putIfAbsent(kind, i);
      }
    }
    questions.addAll(phrasings);
    return new Header(
        first.getOrDefault(Kind.ID, -1),
        List.copyOf(questions),
        first.getOrDefault(Kind.ANSWER, -1),
        first.getOrDefault(Kind.CATEGORY, -1),
        first.getOrDefault(Kind.TAGS, -1),
        first.getOrDefault(Kind.PARENT, -1),
        first.getOrDefault(Kind.UNTIL, -1));
  }

  /** How much of a FAQ's header this is: 0 for not at all, 2 for question and answer. */
  int score() {
    return (questions.isEmpty() ? 0 : 1) + (answer < 0 ? 0 : 1);
  }

  /** Whether the column holds anything of an entry. */
  boolean reads(int column) {
    return questions.contains(column)
        || List.of(id, answer, category, tags, parent, until).contains(column);
  }

  /** The kind that a name stands for. */
  static Kind kind(String cell) {
    if (cell.length() > MAX_NAME) {
      return Kind.OTHER;
    }
    String name = Normalizer.normalize(PLURAL.matcher(cell).replaceFirst("$1").replace('_', ' '));
    Kind kind = NAMES.get(name);
    return kind != null
        ? kind
        : NAMES.getOrDefault(NUMBER.matcher(name).replaceFirst(""), Kind.OTHER);
  }

  private static void names(Kind kind, String names) {
    for (String name : names.split("\\|", -1)) {
      NAMES.put(name, kind);
    }
  }
}
