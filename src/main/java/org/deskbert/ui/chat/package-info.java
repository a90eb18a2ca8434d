/** The conversation: messages, composer, suggestions, the explanation of an answer. */
@NullMarked
package org.deskbert.ui.chat;

import org.jspecify.annotations.NullMarked;
