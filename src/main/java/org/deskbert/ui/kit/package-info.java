/**
 * What all parts of the window share: the door to the program, Markdown, icons, meters. Knows no
 * screen.
 */
@NullMarked
package org.deskbert.ui.kit;

import org.jspecify.annotations.NullMarked;
