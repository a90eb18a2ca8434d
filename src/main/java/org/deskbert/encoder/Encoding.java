package org.deskbert.encoder;

/**
 * One encoded text.
 *
 * @param vector unit vector, shape (dimension)
 * @param tokens word pieces read, with [CLS] and [SEP]
 * @param cut true if the text was longer than the model reads and its end was left out
 */
public record Encoding(float[] vector, int tokens, boolean cut) {}
