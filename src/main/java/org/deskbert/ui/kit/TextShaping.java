package org.deskbert.ui.kit;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Mends how JavaFX 26 on Linux wraps text that needs shaping (Hebrew, Arabic, Thai and others). Its
 * {@code PangoGlyphLayout} remembers the letters of each run of a text. When a line's end divides a
 * run, the first part is shaped again, with the remembered letters of the whole, and the window
 * fails with an index out of bounds. See docs/decisions/0009-text-shaping.md.
 */
public final class TextShaping {
  private static boolean mended;

  private TextShaping() {}

  /** Before the first text is laid out. Changes nothing on other systems. */
  public static synchronized void mend() {
    if (mended || !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return;
    }
    mended = true;
    try {
      Field layout =
          Class.forName("com.sun.javafx.text.GlyphLayoutManager")
              .getDeclaredField("REUSABLE_INSTANCE");
      layout.setAccessible(true);
      Object pango = layout.get(null);
      Field remembered = pango.getClass().getDeclaredField("runUtf8");
      remembered.setAccessible(true);
      remembered.set(pango, new Forgetful());
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.getLogger(TextShaping.class.getName())
          .log(Level.WARNING, "Text from right to left may fail to wrap: {0}", e.toString());
    }
  }

  /** Gives nothing back, but keeps all addresses that were put in, which JavaFX frees by them. */
  private static final class Forgetful extends HashMap<Object, Long> {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Long get(Object run) {
      return null;
    }

    @Override
    public @Nullable Long put(Object run, Long address) {
      return super.put(new Object(), address);
    }
  }
}
