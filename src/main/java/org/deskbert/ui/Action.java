package org.deskbert.ui;

import java.util.List;

/**
 * Something that the window can do.
 *
 * @param id names it in the settings
 * @param name as people read it
 * @param defaults its keys as {@link javafx.scene.input.KeyCombination} reads them; the first is
 *     the one that is shown; empty for none
 * @param run does it
 */
record Action(String id, String name, List<String> defaults, Runnable run) {
  Action {
    defaults = List.copyOf(defaults);
  }
}
