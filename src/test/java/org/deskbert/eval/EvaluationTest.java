package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.ConfidenceFit;
import org.deskbert.chat.Policy;
import org.deskbert.chat.SmallTalk;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.intent.BuiltIn;
import org.deskbert.search.BagEncoder;
import org.deskbert.search.FaqIndex;
import org.deskbert.search.VectorCache;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  @TempDir Path folder;

  private static Entry entry(String id, String... phrasings) {
    return new Entry(id, List.of(phrasings), "Answer", "", List.of(), null, null);
  }

  private static Assistant assistant() {
    BagEncoder encoder = new BagEncoder();
    VectorCache cache = VectorCache.inMemory();
    Faq faq =
        new Faq(
            "it",
            List.of(
                entry("a", "reset my password", "password reset please"),
                entry("b", "printer is jammed", "same words"),
                entry("c", "vpn from home", "same words")));
    FaqIndex index =
        FaqIndex.build(List.of(faq), encoder, cache, LocalDate.EPOCH, 1, Progress.NONE);
    return new Assistant(
        index,
        encoder,
        ConfidenceFit.prior(true),
        SmallTalk.train(BuiltIn.NONE, index, encoder, cache, 1, Progress.NONE),
        new Policy(0, ""));
  }

  @Test
  void countsWhatBecameOfEachQuestion() throws FaqException {
    Evaluation evaluation =
        Evaluation.run(
            assistant(),
            List.of(
                new LabelledText("reset my password", "a"),
                new LabelledText("printer is jammed", "c"),
                new LabelledText("same words", "b"),
                new LabelledText("", "")),
            Progress.NONE);
    Evaluation.Metrics m = evaluation.metrics();
    assertEquals(4, m.questions());
    assertEquals(1, m.right());
    assertEquals(1, m.wrong());
    assertEquals(1, m.askedBack());
    assertEquals(1, m.askedBackRight());
    assertEquals(1, m.declined());
    assertEquals(1, m.declinedRight());
    assertEquals(2 / 3.0, m.pAt1(), 1e-9);
    assertTrue(m.rAt5() > 0.9);
    // Certain and right, certain and wrong, half and right, nothing claimed of nothing.
    assertEquals((1.0 + 0.5) / 4, m.ece(), 1e-9);
    assertEquals(List.of("b", "c"), evaluation.rows().get(2).suggested());
  }

  @Test
  void leavingOneOutNeverFindsThePhrasingItself() {
    Evaluation evaluation = Evaluation.leaveOneOut(assistant(), Progress.NONE);
    assertEquals(6, evaluation.metrics().questions());
    assertEquals("a", evaluation.rows().getFirst().candidates().getFirst());
    assertTrue(evaluation.rows().getFirst().confidence() < 1);
  }

  @Test
  void anUnknownIdIsNamed() {
    FaqException e =
        assertThrows(
            FaqException.class,
            () ->
                Evaluation.run(assistant(), List.of(new LabelledText("q", "nope")), Progress.NONE));
    assertTrue(e.getMessage().contains("nope"), e.getMessage());
  }

  @Test
  void badTestFilesAreRefusedWithPlaceAndRemedy() throws IOException {
    assertRefused("query,answer\na,b\n", "line 1: the column question");
    assertRefused("question,id\n\"open,a\n", "unclosed quote");
    assertRefused("question,id\na,b,c\n", "line 2");
    assertRefused("question,id\n", "no rows");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "question,id\ncafé,a\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refusal(latin).contains("UTF-8"));
    assertTrue(refusal(folder).contains("is a folder"));
    assertTrue(refusal(folder.resolve("none.csv")).contains("does not exist"));
  }

  @Test
  void readsAByteOrderMarkAndEmptyIds() throws Exception {
    Path file = folder.resolve("tests.csv");
    Files.writeString(file, "\uFEFFquestion,id\nknown,a\n\"not, known\",\n");
    assertEquals(
        List.of(new LabelledText("known", "a", 2), new LabelledText("not, known", "", 3)),
        LabelledText.readTests(file));
  }

  private void assertRefused(String content, String expected) throws IOException {
    Path file = Files.writeString(folder.resolve("tests.csv"), content);
    String message = refusal(file);
    assertTrue(message.contains(expected) && message.contains("tests.csv"), message);
  }

  private static String refusal(Path file) {
    return assertThrows(FaqException.class, () -> LabelledText.readTests(file)).getMessage();
  }
}
