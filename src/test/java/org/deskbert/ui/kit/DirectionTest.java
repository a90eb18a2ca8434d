package org.deskbert.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.Test;

class DirectionTest {
  @Test
  void theFirstLetterWithADirectionDecides() {
    assertEquals(NodeOrientation.LEFT_TO_RIGHT, Direction.of("1. (Open שלום"));
    assertEquals(NodeOrientation.RIGHT_TO_LEFT, Direction.of("12 - שלום Windows"));
    assertEquals(NodeOrientation.INHERIT, Direction.of("12 %"));
  }
}
