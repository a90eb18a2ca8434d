package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedComesBack() {
    Path file = folder.resolve("settings.json");
    Settings settings =
        Settings.defaults()
            .withModel("mine")
            .withWrongPercent(2.5)
            .withTheme(Settings.Theme.DARK)
            .withZoom(200)
            .withContact("Ask **Pat**");
    new SettingsFile(file).save(settings);
    assertEquals(settings, new SettingsFile(file).load());
  }

  @Test
  void whatAnOlderFileLacksHasItsDefault() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"zoom\": 150, \"unheardOf\": true}");
    assertEquals(Settings.defaults().withZoom(150), new SettingsFile(file).load());
  }

  @Test
  void whatIsOutOfRangeIsBroughtBack() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"zoom\": 9000, \"wrongPercent\": -3, \"indexThreads\": 0}");
    Settings loaded = new SettingsFile(file).load();
    assertEquals(300, loaded.zoom());
    assertEquals(5, loaded.wrongPercent());
    assertEquals(1, loaded.indexThreads());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1]", "{\"zoom\": \"large\"}", "\u0000\u0001"})
  void aDamagedFileIsPutAside(String content) throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, content);
    SettingsFile settings = new SettingsFile(file);
    assertEquals(Settings.defaults(), settings.load());
    assertTrue(settings.note().contains("settings.json"), settings.note());
    assertEquals(content, Files.readString(folder.resolve("settings.damaged.json")));
  }
}
