/**
 * The entry point: decides between the window and the command line. Nothing else lives here; what
 * the program does is in the packages below.
 */
@NullMarked
package org.deskbert;

import org.jspecify.annotations.NullMarked;
