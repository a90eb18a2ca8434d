package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemingTest {
  @Test
  void highContrastFollowsTheSwitchOfWindowsAndTheThemeOfGtk() {
    assertTrue(Theming.highContrast(Map.of("Windows.SPI.HighContrast", true)));
    assertTrue(Theming.highContrast(Map.of("GTK.theme_name", "HighContrastInverse")));
    assertFalse(Theming.highContrast(Map.of("Windows.SPI.HighContrast", false)));
    assertFalse(Theming.highContrast(Map.of("GTK.theme_name", "Adwaita")));
    assertFalse(Theming.highContrast(Map.of()));
  }
}
