package org.deskbert.chat.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question and the reply to it as they are kept.
 *
 * @param position place in the conversation, from 0
 * @param time when it was asked
 * @param question in the asker's words
 * @param outcome {@link org.deskbert.chat.Reply#outcome()}
 * @param entry id of the entry that answered, null if none did
 * @param source name of that entry's FAQ, null if none answered
 * @param matched question of that entry, empty if none answered
 * @param answer what was shown, Markdown
 * @param confidence calibrated probability that the first candidate was right
 * @param mode "model" or "words"
 * @param micros question to reply in microseconds
 * @param feedback what the asker thought of it
 */
public record StoredMessage(
    int position,
    Instant time,
    String question,
    String outcome,
    @Nullable String entry,
    @Nullable String source,
    String matched,
    String answer,
    double confidence,
    String mode,
    long micros,
    Feedback feedback) {}
