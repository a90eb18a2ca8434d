import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What a Java program would take instead of our ranking, each as its own documents show it. */
final class Peers {
  private static final int HITS = 100;

  private Peers() {}

  /** A text and what it stands for: the id of an entry, or an intent. */
  record Labelled(String text, String label) {}

  /** Gives the labels that fit a text, best first, each once. */
  interface Ranker {
    List<String> rank(String text);
  }

  /**
   * Lucene's BM25 over the texts, stemmed as English; {@code fuzzy}: with a slip in a word, too.
   */
  static Ranker bm25(List<Labelled> texts, boolean fuzzy) throws IOException {
    Analyzer analyzer = new EnglishAnalyzer();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Labelled each : texts) {
        Document document = new Document();
        document.add(new TextField("text", each.text(), Field.Store.NO));
        document.add(new StoredField("label", each.label()));
        writer.addDocument(document);
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    QueryBuilder builder = new QueryBuilder(analyzer);
    return text -> {
      try {
        Query query = builder.createBooleanQuery("text", text);
        if (query == null) {
          return List.of(); // nothing but stop words
        }
        LinkedHashSet<String> labels = new LinkedHashSet<>();
        for (ScoreDoc hit : searcher.search(fuzzy ? fuzzy(query) : query, HITS).scoreDocs) {
          labels.add(searcher.storedFields().document(hit.doc).get("label"));
        }
        return List.copyOf(labels);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static Query fuzzy(Query query) {
    BooleanQuery.Builder fuzzy = new BooleanQuery.Builder();
    for (Term term : terms(query)) {
      fuzzy.add(new FuzzyQuery(term, term.text().length() < 5 ? 0 : 1), BooleanClause.Occur.SHOULD);
    }
    return fuzzy.build();
  }

  private static List<Term> terms(Query query) {
    List<Term> terms = new ArrayList<>();
    query.visit(
        new org.apache.lucene.search.QueryVisitor() {
          @Override
          public void consumeTerms(Query of, Term... found) {
            terms.addAll(List.of(found));
          }
        });
    return terms;
  }

  /** LangChain4j's store in memory with one of its models. */
  static Ranker store(List<Labelled> texts, EmbeddingModel model) {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    for (Labelled each : texts) {
      TextSegment segment = TextSegment.from(each.text(), Metadata.from("label", each.label()));
      store.add(model.embed(segment).content(), segment);
    }
    return text -> {
      EmbeddingSearchRequest request =
          EmbeddingSearchRequest.builder()
              .queryEmbedding(model.embed(text).content())
              .maxResults(HITS)
              .build();
      LinkedHashSet<String> labels = new LinkedHashSet<>();
      store
          .search(request)
          .matches()
          .forEach(match -> labels.add(match.embedded().metadata().getString("label")));
      return List.copyOf(labels);
    };
  }
}
