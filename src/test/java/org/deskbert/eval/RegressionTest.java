package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Policy;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.TestQuestion;
import org.deskbert.search.VectorCache;
import org.junit.jupiter.api.Test;

class RegressionTest {
  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "x", "", List.of(), null, null);
  }

  private static Assistant assistant(Entry... entries) throws Exception {
    return Assistants.of(
        new Faq("it", List.of(entries)), null, VectorCache.inMemory(), Policy.DEFAULT);
  }

  @Test
  void tellsWhatIsAnsweredOtherwiseThanAgreed() throws Exception {
    Entry printer = entry("printer", "the printer is broken", "printer does not print");
    TestQuestion asked =
        new TestQuestion("printer jam", "printer", "", "", TestQuestion.Origin.OWNER);
    Regression.Result first =
        Regression.replay("it", List.of(asked), assistant(printer, entry("car", "a car"))::reply);
    assertEquals(List.of(), first.differences());
    TestQuestion agreed = first.fresh().getFirst();
    assertEquals("printer", agreed.given());

    Assistant edited = assistant(printer, entry("jam", "printer jam"), entry("car", "a car"));
    Regression.Result second = Regression.replay("it", List.of(agreed), edited::reply);
    Regression.Difference difference = second.differences().getFirst();
    assertTrue(difference.worse());
    assertEquals("jam", difference.given());
    assertEquals("answered", difference.outcome());

    Regression.Result third = Regression.replay("it", List.of(difference.agreed()), edited::reply);
    assertEquals(List.of(), third.differences());
  }
}
