package org.deskbert.chat.history;

import java.time.Instant;

/**
 * A kept conversation as a list shows it.
 *
 * @param id names it for ever
 * @param title the first question until the asker renames it
 * @param pinned true to keep it on top, and from being deleted when it is old
 * @param created when its first question was asked
 * @param updated when its last question was asked
 */
public record ConversationInfo(
    String id, String title, boolean pinned, Instant created, Instant updated) {}
