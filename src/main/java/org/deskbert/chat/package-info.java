/**
 * The conversation and the reply: calibrated confidence and thresholds turn candidates into a
 * Reply. Knows neither windows nor files.
 */
@NullMarked
package org.deskbert.chat;

import org.jspecify.annotations.NullMarked;
