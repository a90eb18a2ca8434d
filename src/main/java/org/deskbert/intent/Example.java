package org.deskbert.intent;

/**
 * A text and the intent that it stands for.
 *
 * @param intent empty for a text that is out of scope
 */
public record Example(String text, String intent) {}
