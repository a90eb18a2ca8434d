/**
 * The picocli commands: words in, lines out, exit codes. The only package that prints. Decides
 * nothing.
 */
@NullMarked
package org.deskbert.cli;

import org.jspecify.annotations.NullMarked;
