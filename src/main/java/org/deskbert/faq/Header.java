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
    int id,
    List<Integer> questions,
    int answer,
    int category,
    int tags,
    int parent,
    int until,
    int notes) {
  /** No name of a column is longer; what is longer may be made to keep the patterns busy. */
  private static final int MAX_NAME = 100;

  private static final Pattern PLURAL = Pattern.compile("\\((\\p{L}{1,2})\\)");
  private static final Pattern NUMBER = Pattern.compile(" ?\\d+$");

  // Names after normalising, with a plural's "(s)" opened and without a number at the end.
  private static final Map<String, Column> NAMES = new TreeMap<>();

  static {
    names(
        Column.ID, "id|ids|nr|no|key|ref|number|nummer|entry id|faq id|qna id|question id|kennung");
    names(
        Column.QUESTION,
        "q|question|questions|frage|fragen|query|faq question|question text|fragestellung|prompt"
            + "|pregunta|preguntas|domanda|domande|pergunta|vraag|vragen|utterance|user question"
            + "|perguntas|pytanie|pytania|otázka|otázky|întrebare|întrebări|intrebare|intrebari"
            + "|kérdés|soru|sorular|fråga|frågor|spørgsmål|spørsmål|kysymys|ερώτηση|вопрос|вопросы"
            + "|питання|שאלה|שאלות|سؤال|أسئلة|问题|問題|質問|질문");
    names(
        Column.PHRASINGS,
        "alternate question|alternate questions|alternative question|alternative questions"
            + "|alternates|alternatives|alternate phrasing|alternate phrasings|other question"
            + "|other questions|also|also asked as|phrasing|phrasings|variant|variants|variation"
            + "|variations|paraphrase|paraphrases|similar question|similar questions|utterances"
            + "|weitere frage|weitere fragen|alternative frage|alternative fragen|alternativfragen"
            + "|variante|varianten|formulierung|formulierungen|weitere formulierungen");
    names(
        Column.ANSWER,
        "a|answer|answers|antwort|antworten|reply|response|answer text|faq answer|antworttext"
            + "|lösung|solution|respuesta|réponse|reponse|risposta|resposta|antwoord|respuestas"
            + "|réponses|risposte|respostas|antwoorden|odpowiedź|odpowiedzi|odpověď|odpovědi"
            + "|răspuns|răspunsuri|raspuns|raspunsuri|válasz|cevap|cevaplar|svar|vastaus|απάντηση"
            + "|ответ|ответы|відповідь|відповіді|תשובה|תשובות|جواب|إجابة|答案|回答|답변");
    names(
        Column.CATEGORY,
        "category|categories|kategorie|kategorien|topic|thema|section|group|gruppe|bereich"
            + "|rubrik|categoría|catégorie|categorie|categoria|kategoria|kategória|kategori"
            + "|категория|категорія|קטגוריה|נושא|فئة|分类|カテゴリ|카테고리");
    names(
        Column.TAGS,
        "tag|tags|keyword|keywords|label|labels|schlagwort|schlagworte|schlagwörter|stichwort"
            + "|stichworte|stichwörter");
    names(
        Column.PARENT,
        "parent|parent id|parent entry|follow up to|follow up of|follows|gehört zu|folgt auf"
            + "|übergeordnet|eltern id");
    names(
        Column.UNTIL,
        "until|valid until|valid to|expires|expires on|expiry|expiry date|expiration date|end date"
            + "|bis|gültig bis|ablaufdatum|läuft ab");
    names(
        Column.NOTES,
        "note|notes|owner notes|internal note|internal notes|comment|comments|remark|remarks"
            + "|notiz|notizen|interne notiz|interne notizen|bemerkung|bemerkungen|kommentar"
            + "|kommentare|anmerkung|anmerkungen");
  }

  /** Reads the header; the first column of a kind counts, questions may have several. */
  static Header of(List<String> cells) {
    return ofKinds(cells.stream().map(Header::kind).toList());
  }

  /** The same of columns whose kinds are known. */
  static Header ofKinds(List<Column> columns) {
    Map<Column, Integer> first = new TreeMap<>();
    List<Integer> questions = new ArrayList<>();
    List<Integer> phrasings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column kind = columns.get(i);
      if (kind == Column.QUESTION) {
        questions.add(i);
      } else if (kind == Column.PHRASINGS) {
        phrasings.add(i);
      } else {
        first.putIfAbsent(kind, i);
      }
    }
    questions.addAll(phrasings);
    return new Header(
        first.getOrDefault(Column.ID, -1),
        List.copyOf(questions),
        first.getOrDefault(Column.ANSWER, -1),
        first.getOrDefault(Column.CATEGORY, -1),
        first.getOrDefault(Column.TAGS, -1),
        first.getOrDefault(Column.PARENT, -1),
        first.getOrDefault(Column.UNTIL, -1),
        first.getOrDefault(Column.NOTES, -1));
  }

  /** How much of a FAQ's header this is: 0 for not at all, 2 for question and answer. */
  int score() {
    return (questions.isEmpty() ? 0 : 1) + (answer < 0 ? 0 : 1);
  }

  /** Whether the column holds anything of an entry. */
  boolean reads(int column) {
    return questions.contains(column)
        || List.of(id, answer, category, tags, parent, until, notes).contains(column);
  }

  /** The kind that a name stands for. */
  static Column kind(String cell) {
    if (cell.length() > MAX_NAME) {
      return Column.OTHER;
    }
    String name = Normalizer.normalize(PLURAL.matcher(cell).replaceFirst("$1").replace('_', ' '));
    Column kind = NAMES.get(name);
    return kind != null
        ? kind
        : NAMES.getOrDefault(NUMBER.matcher(name).replaceFirst(""), Column.OTHER);
  }

  private static void names(Column kind, String names) {
    for (String name : names.split("\\|", -1)) {
      NAMES.put(name, kind);
    }
  }
}
