/**
 * Wiring by hand in one class, settings, the data folder and its version, background work. No
 * screens, no command-line words.
 */
@NullMarked
package org.deskbert.app;

import org.jspecify.annotations.NullMarked;
