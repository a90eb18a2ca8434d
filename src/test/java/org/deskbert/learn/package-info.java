/**
 * Learns {@code fusion.json} and {@code confidence.json} anew for another encoder bundle; {@link
 * org.deskbert.learn.LearnTest} is the command. Not shipped, and no test of the program.
 */
package org.deskbert.learn;
