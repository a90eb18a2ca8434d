package org.deskbert.ui;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;
import java.lang.reflect.Field;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The timer of JavaFX's frames, which rests while nothing moves. JavaFX tells its timer when to
 * rest, but on Linux that timer does not listen and wakes the window's thread 60 times a second for
 * ever: docs/decisions/0014.
 */
final class FrameTimer extends Timer {
  private static final Set<String> RESTLESS = Set.of("GtkTimer", "HeadlessTimer");

  private final Runnable frame;
  private int period; // milliseconds

  /** JavaFX's own timer, null while this one rests. */
  private @Nullable Timer ticking;

  private FrameTimer(Runnable frame) {
    super(frame);
    this.frame = frame;
  }

  /**
   * Puts this timer in the place of one that never rests. Where JavaFX is made otherwise than
   * known, or its timer rests by itself, all stays as it is. On the window's thread.
   */
  static void install() {
    try {
      if (Toolkit.getToolkit() instanceof QuantumToolkit toolkit) {
        Field place = field("pulseTimer");
        if (place.get(toolkit) instanceof Timer restless
            && RESTLESS.contains(restless.getClass().getSimpleName())) {
          FrameTimer timer = new FrameTimer((Runnable) field("timerRunnable").get(toolkit));
          timer.start(field("PULSE_INTERVAL").getInt(toolkit));
          place.set(toolkit, timer);
          restless.stop();
        }
      }
    } catch (ReflectiveOperationException _) {
      // Another JavaFX: it ticks as it did.
    }
  }

  /** JavaFX's timer if it is one of these. */
  static @Nullable FrameTimer installed() throws ReflectiveOperationException {
    return field("pulseTimer").get(Toolkit.getToolkit()) instanceof FrameTimer timer ? timer : null;
  }

  private static Field field(String name) throws ReflectiveOperationException {
    Field field = QuantumToolkit.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** Whether no frame is due until one is asked for. */
  synchronized boolean rests() {
    return ticking == null;
  }

  @Override
  protected long _start(Runnable runnable) {
    throw new UnsupportedOperationException("frames follow a period here, not the screen");
  }

  @Override
  protected long _start(Runnable runnable, int milliseconds) {
    period = milliseconds;
    tick();
    return 1; // JavaFX takes 0 for a failure
  }

  private void tick() {
    Timer timer = Application.GetApplication().createTimer(frame);
    timer.start(period);
    ticking = timer;
  }

  @Override
  protected void _stop(long pointer) {
    _pause(pointer);
  }

  @Override
  protected void _pause(long pointer) {
    if (ticking != null) {
      ticking.stop();
      ticking = null;
    }
  }

  @Override
  protected void _resume(long pointer) {
    if (ticking == null) {
      tick();
      Application.invokeLater(frame); // now, and not a period later
    }
  }
}
