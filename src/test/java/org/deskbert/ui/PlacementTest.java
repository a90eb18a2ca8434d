package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.deskbert.app.WindowPlace;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 800);
  private static final Rectangle2D LEFT = new Rectangle2D(-1920, -200, 1920, 1080);

  @Test
  void goesBackToItsScreen() {
    assertEquals(rectangle(-1500, 0, 900, 700), fit(-1500, 0, 900, 700, LAPTOP, LEFT));
    assertEquals(rectangle(100, 50, 900, 700), fit(100, 50, 900, 700, LAPTOP, LEFT));
  }

  @Test
  void staysAwayFromAScreenThatIsGone() {
    assertEquals(Optional.empty(), fit(-1500, 0, 900, 700, LAPTOP));
    assertEquals(Optional.empty(), fit(-850, 0, 900, 700, LAPTOP), "50 pixels are no grip");
  }

  @Test
  void isPulledInAndMadeToFit() {
    assertEquals(rectangle(380, 100, 900, 700), fit(1000, 300, 900, 700, LAPTOP));
    assertEquals(rectangle(0, 0, 1280, 800), fit(0, 0, 1900, 1000, LAPTOP));
  }

  @Test
  void aPlaceWithoutSizeIsNone() {
    assertEquals(Optional.empty(), fit(0, 0, 0, 0, LAPTOP));
    assertEquals(Optional.empty(), fit(0, 0, Double.NaN, 700, LAPTOP));
  }

  private static Optional<Rectangle2D> rectangle(double x, double y, double w, double h) {
    return Optional.of(new Rectangle2D(x, y, w, h));
  }

  private static Optional<Rectangle2D> fit(
      double x, double y, double w, double h, Rectangle2D... screens) {
    return Placement.fit(new WindowPlace(x, y, w, h, false, false), List.of(screens));
  }
}
