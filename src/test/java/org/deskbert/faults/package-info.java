/**
 * Faults on purpose: the real program is killed, starved and given damaged files, and what its user
 * sees, loses and has to do is looked at. Not here: bad input, which the tests of each part give.
 */
@NullMarked
package org.deskbert.faults;

import org.jspecify.annotations.NullMarked;
