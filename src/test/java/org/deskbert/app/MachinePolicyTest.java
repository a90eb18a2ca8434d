package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinePolicyTest {
  @TempDir Path folder;

  private MachinePolicy policy(String json) throws Exception {
    return MachinePolicy.read(Files.writeString(folder.resolve("policy.json"), json));
  }

  @Test
  void whatIsSetHoldsAndTheRestIsTheUsers() throws Exception {
    MachinePolicy policy =
        policy(
            """
            {"settings": {"wrongPercent": 2, "keeping": {"questions": false}}, "faqs": ["it"]}\
            """);
    Settings chosen = Settings.defaults().withWrongPercent(30).withZoom(150);
    Settings holds = policy.apply(chosen);
    assertEquals(2, holds.wrongPercent());
    assertEquals(150, holds.zoom());
    assertFalse(holds.keeping().questions());
    assertTrue(holds.keeping().conversations());
    assertTrue(policy.isLocked(Setting.WRONG_PERCENT));
    assertFalse(policy.isLocked(Setting.ZOOM));
  }

  @Test
  void theFaqsOfThePolicyAnswerAndTheUserCannotChange() throws Exception {
    MachinePolicy policy = policy("{\"faqs\": [\"b\", \"a\"]}");
    try (Library library = Library.open(folder.resolve("library.db"))) {
      library.create("a");
      library.create("b");
      library.create("c");
      library.use(List.of("c"));
      policy.choose(library);
      assertEquals(List.of("a", "b"), library.active());
    }
    assertThrows(FaqException.class, policy::checkFaqs);
  }

  @Test
  void aFaqThatTheLibraryLacksIsNamed() throws Exception {
    MachinePolicy policy = policy("{\"faqs\": [\"payroll\"]}");
    try (Library library = Library.open(folder.resolve("library.db"))) {
      library.create("a");
      FaqException e = assertThrows(MachinePolicy.Misfit.class, () -> policy.choose(library));
      assertTrue(e.getMessage().contains("payroll"), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[]; should be an object",
        "{\"setings\": {}}; \"setings\" is unknown",
        "{\"settings\": {\"wrong\": 2}}; \"wrong\" is unknown in \"settings\"",
        "{\"settings\": {\"wrongPercent\": \"2\"}}; \"wrongPercent\" should be a number",
        "{\"settings\": {\"theme\": \"PINK\"}}; one of SYSTEM, LIGHT, DARK, HIGH_CONTRAST",
        "{\"settings\": {\"density\": \"TIGHT\"}}; one of ROOMY, COMPACT",
        "{\"settings\": {\"wrongPercent\": 200}}; \"wrongPercent\" is 200, which is out of its"
            + " range",
        "{\"settings\": {\"keeping\": {\"questionDays\": 4000}}}; \"questionDays\" is 4000",
        "{\"settings\": {\"zoom\": 110.5}}; can't be used",
        "{\"settings\": {\"wordsOnly\": 1}}; \"wordsOnly\" should be true or false",
        "{\"settings\": {\"contact\": null}}; \"contact\" should be a text",
        "{\"settings\": {\"keeping\": 3}}; \"keeping\" should be an object",
        "{\"faqs\": \"it\"}; should be a list",
        "{\"faqs\": [; is no JSON: End of input at line 1",
        "{\"packs\": []}; \"packs\" should be an object",
        "{\"packs\": {\"folder\": \"p\"}}; \"signers\" should be a list of fingerprints",
        "{\"packs\": {\"signers\": [\"12345\"]}}; \"signers\" should be a list of fingerprints",
        "{\"packs\": {\"signer\": []}}; \"signer\" is unknown in \"packs\""
      })
  void aPolicyThatCannotBeUnderstoodIsRefusedInASentence(String json, String words) {
    FaqException e = assertThrows(FaqException.class, () -> policy(json));
    assertTrue(e.getMessage().contains(words), e.getMessage());
    assertTrue(e.getMessage().contains("policy.json"), e.getMessage());
  }

  @Test
  void nobodyGetsRidOfThePolicyByNamingAnother() throws Exception {
    Path usual = folder.resolve("usual.json");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"faqs\": []}");
    assertFalse(MachinePolicy.of(usual, null).isLocked(Setting.ZOOM));
    Files.writeString(usual, "{\"settings\": {\"zoom\": 150}}");
    assertTrue(MachinePolicy.of(usual, other.toString()).isLocked(Setting.ZOOM));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPolicyThatIsNamedOrCannotBeSeenHasToBeRead() throws Exception {
    Path nowhere = folder.resolve("nowhere.json");
    FaqException named =
        assertThrows(
            FaqException.class, () -> MachinePolicy.of(folder.resolve("x"), nowhere.toString()));
    assertTrue(named.getMessage().contains(nowhere.toString()), named.getMessage());
    Path hidden = folder.resolve("in-circles");
    Files.createSymbolicLink(hidden, hidden);
    assertThrows(FaqException.class, () -> MachinePolicy.of(hidden, null));
  }

  @Test
  void thePacksLieBesideThePolicyUnlessItSaysWhere() throws Exception {
    String signer = "12345 67890 12345 67890 12345 67890";
    String json = "{\"packs\": {%s\"signers\": [\"" + signer + "\"]}}";
    MachinePacks.Source usual = policy(json.formatted("")).packs();
    assertEquals(folder.resolve("packs"), usual.folder());
    assertEquals(List.of(signer), usual.signers());
    assertEquals(
        Path.of("/srv/packs"),
        policy(json.formatted("\"folder\": \"/srv/packs\", ")).packs().folder());
  }

  @Test
  void theSchemaKnowsEverySetting() throws Exception {
    JsonObject schema =
        JsonParser.parseString(Files.readString(Path.of("docs/policy.schema.json")))
            .getAsJsonObject();
    assertEquals(Set.of("settings", "faqs", "packs"), properties(schema).keySet());
    JsonObject properties = properties(properties(schema).getAsJsonObject("settings"));
    JsonObject known = SettingsFile.tree(Settings.defaults());
    assertEquals(known.keySet(), properties.keySet());
    for (String group : List.of("keeping", "saving", "kiosk")) {
      assertEquals(
          known.getAsJsonObject(group).keySet(),
          properties(properties.getAsJsonObject(group)).keySet());
    }
  }

  private static JsonObject properties(JsonObject schema) {
    return schema.getAsJsonObject("properties");
  }
}
