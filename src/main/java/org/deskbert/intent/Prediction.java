package org.deskbert.intent;

/**
 * What a head says of one text.
 *
 * @param intent the most likely intent
 * @param confidence probability that the text is in scope and the intent is right
 * @param accepted whether the confidence reaches the threshold
 */
public record Prediction(String intent, double confidence, boolean accepted) {}
