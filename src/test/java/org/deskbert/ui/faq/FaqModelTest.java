package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.Tasks;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.Test;

class FaqModelTest {
  private final List<String> problems = new ArrayList<>();
  private final FakeDesk desk = new FakeDesk();
  private final FaqModel model = new FaqModel(desk, Tasks.immediate(), problems::add);

  @Test
  void theTitleNamesWhoAnswers() {
    assertEquals("FAQs", model.title());
    model.reload();
    assertEquals("IT", model.title());
    model.use("hr", true);
    assertEquals("IT and HR", model.title());
    model.use("it", false);
    model.use("hr", false);
    assertEquals("No FAQ", model.title());
    assertEquals(List.of(), problems);
  }

  @Test
  void onlyWhatCameWithTheProgramIsASample() {
    assertFalse(model.isSamplesOnly());
    model.reload();
    assertTrue(model.isSamplesOnly());
    desk.faqs.add(new FaqSummary("canteen", false, 1, 1, List.of(), List.of()));
    model.useOnly("canteen");
    assertFalse(model.isSamplesOnly());
    assertEquals("Canteen", model.title());
  }
}
