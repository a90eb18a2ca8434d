package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class WordIndexTest {
  private static final String[] WORDS =
      ("the printer password of my account is lost and does not open mail screens reset resetting"
              + " order ordered orders delivery delivers invoice contract café naïve travel")
          .split(" ");

  @Test
  void findsThePhrasingsThatLuceneFinds() throws IOException {
    Random random = new Random(1);
    List<List<String>> texts = Stream.generate(() -> text(random)).limit(2_000).toList();
    TermSets.Builder stems = new TermSets.Builder(Terms::stems);
    TermSets.Builder grams = new TermSets.Builder(Terms::grams);
    int[] firsts = new int[texts.size() + 1];
    for (int i = 0; i < texts.size(); i++) {
      stems.add(texts.get(i), i);
      grams.add(texts.get(i), i);
      firsts[i + 1] = i + 1;
    }
    WordIndex words = new WordIndex(stems.build(), grams.build());
    Comparison comparison = new Comparison(stems.build(), grams.build(), firsts, i -> List.of());
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexSearcher lucene = lucene(directory, texts);
      for (int i = 0; i < 200; i++) {
        List<String> question = text(random);
        assertArrayEquals(
            find(lucene, question), words.find(comparison.query(question), 61), question::toString);
      }
    }
  }

  private static List<String> text(Random random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      String word = WORDS[random.nextInt(WORDS.length)];
      words.add(random.nextInt(4) == 0 ? word.substring(1) + random.nextInt(50) : word);
    }
    return Terms.words(String.join(" ", words));
  }

  private static IndexSearcher lucene(ByteBuffersDirectory directory, List<List<String>> texts)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (List<String> text : texts) {
        Document document = new Document();
        add(document, "stem", Terms.stems(text));
        add(document, "gram", Terms.grams(text));
        writer.addDocument(document);
      }
    }
    return new IndexSearcher(DirectoryReader.open(directory));
  }

  private static void add(Document document, String field, Collection<String> terms) {
    terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
  }

  private static int[] find(IndexSearcher lucene, List<String> question) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String stem : Terms.stems(question)) {
      query.add(new TermQuery(new Term("stem", stem)), BooleanClause.Occur.SHOULD);
    }
    for (String gram : Terms.grams(question)) {
      query.add(
          new BoostQuery(new TermQuery(new Term("gram", gram)), 0.25f), BooleanClause.Occur.SHOULD);
    }
    ScoreDoc[] hits = lucene.search(query.build(), 61).scoreDocs;
    return Stream.of(hits).mapToInt(hit -> hit.doc).toArray();
  }
}
