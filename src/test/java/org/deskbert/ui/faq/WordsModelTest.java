package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Intent;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsModelTest {
  private static final Intent LUNCH =
      new Intent("lunch", List.of("what is for lunch"), "Soup.", null);

  private final FakeDesk desk = new FakeDesk();
  private final WordsModel model = new WordsModel(desk, Tasks.immediate());

  @BeforeEach
  void open() {
    model.open("it");
  }

  private Faq faq() {
    return model.faqProperty().get();
  }

  @Test
  void synonymsAreAddedAndRemoved() {
    model.addSynonyms("VPN", "tunnel, virtual private network|remote access", () -> {});
    List<String> group = List.of("VPN", "tunnel", "virtual private network", "remote access");
    assertEquals(List.of(group), faq().synonyms().groups());
    model.addSynonyms("vpn", "gateway", () -> {});
    assertEquals(5, faq().synonyms().groups().getFirst().size());
    model.removeSynonyms("VPN");
    assertTrue(faq().synonyms().isEmpty());
  }

  @Test
  void whatIsRefusedLeavesTheFieldsAndSaysWhy() {
    AtomicBoolean cleared = new AtomicBoolean();
    model.addSynonyms("service desk", "it", () -> cleared.set(true));
    assertFalse(cleared.get());
    assertTrue(model.problemProperty().get().contains("write it in capitals"));
    model.saveIntent(null, new Intent("x", List.of("y"), "", null), () -> cleared.set(true));
    assertFalse(cleared.get());
    assertTrue(model.problemProperty().get().contains("neither a reply nor an entry"));
    model.saveIntent(null, LUNCH, () -> cleared.set(true));
    assertTrue(cleared.get());
    assertEquals("", model.problemProperty().get());
  }

  @Test
  void anEditedIntentStaysInItsPlaceAndMayGetAnotherName() {
    Intent second = new Intent("second", List.of("two"), "", "it-1");
    model.saveIntent(null, LUNCH, () -> {});
    model.saveIntent(null, second, () -> {});
    Intent dinner = new Intent("dinner", List.of("what is for dinner"), "Bread.", null);
    model.saveIntent(LUNCH, dinner, () -> {});
    assertEquals(List.of(dinner, second), faq().intents().all());
    model.removeIntent(dinner);
    assertEquals(List.of(second), faq().intents().all());
  }
}
