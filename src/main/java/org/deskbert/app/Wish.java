package org.deskbert.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window is to do at once.
 *
 * @param file a FAQ to open, or null
 * @param question a question to ask, or null
 * @param kiosk whether it is to be a kiosk
 */
public record Wish(@Nullable Path file, @Nullable String question, boolean kiosk) {}
