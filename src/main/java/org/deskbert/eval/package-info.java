/** Test sets, metrics and benchmarks. Measures what chat and below do; changes nothing. */
@NullMarked
package org.deskbert.eval;

import org.jspecify.annotations.NullMarked;
