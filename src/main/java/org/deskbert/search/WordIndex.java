package org.deskbert.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene in memory, one document per phrasing: finds by BM25 the phrasings that share stems or
 * letter trigrams with a question. The finer comparison is not its work.
 */
final class WordIndex {
  private static final String STEM = "stem";
  private static final String GRAM = "gram";

  /** Trigrams are many, so each counts little beside a stem. */
  private static final float GRAM_BOOST = 0.25f;

  private final IndexSearcher searcher;

  /** Indexes phrasings; the document's number is the phrasing's. */
  WordIndex(List<? extends Collection<String>> stems, List<? extends Collection<String>> grams) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      IndexWriterConfig config =
          new IndexWriterConfig()
              .setMergeScheduler(new SerialMergeScheduler())
              .setMergePolicy(NoMergePolicy.INSTANCE)
              .setMaxBufferedDocs(IndexWriterConfig.DISABLE_AUTO_FLUSH)
              .setRAMBufferSizeMB(1_000);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < stems.size(); i++) {
          Document document = new Document();
          for (String stem : stems.get(i)) {
            document.add(new StringField(STEM, stem, Field.Store.NO));
          }
          for (String gram : grams.get(i)) {
            document.add(new StringField(GRAM, gram, Field.Store.NO));
          }
          writer.addDocument(document);
        }
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /** Numbers of the {@code limit} best phrasings. */
  int[] find(Collection<String> stems, Collection<String> grams, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    int clauses = 0;
    for (String stem : stems) {
      query.add(new TermQuery(new Term(STEM, stem)), BooleanClause.Occur.SHOULD);
      clauses++;
    }
    for (String gram : grams) {
      if (++clauses > IndexSearcher.getMaxClauseCount()) {
        break;
      }
      query.add(
          new BoostQuery(new TermQuery(new Term(GRAM, gram)), GRAM_BOOST),
          BooleanClause.Occur.SHOULD);
    }
    try {
      ScoreDoc[] hits = searcher.search(query.build(), limit).scoreDocs;
      int[] numbers = new int[hits.length];
      for (int i = 0; i < hits.length; i++) {
        numbers[i] = hits[i].doc;
      }
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
