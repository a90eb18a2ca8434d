/**
 * Stage timings of one question and latency percentiles over many. Knows nothing of what is timed,
 * and shows nothing.
 */
@NullMarked
package org.deskbert.trace;

import org.jspecify.annotations.NullMarked;
