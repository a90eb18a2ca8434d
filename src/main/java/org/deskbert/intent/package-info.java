/**
 * The few-shot intent head on the vector (small talk, hand-off, own intents), out-of-scope and
 * calibration. Knows no FAQ and no conversation.
 */
@NullMarked
package org.deskbert.intent;

import org.jspecify.annotations.NullMarked;
