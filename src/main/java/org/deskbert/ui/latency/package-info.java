/** The latency pill of an answer and the latency overlay. */
@NullMarked
package org.deskbert.ui.latency;

import org.jspecify.annotations.NullMarked;
