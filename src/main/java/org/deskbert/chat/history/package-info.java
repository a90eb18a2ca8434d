/**
 * What was asked, kept on disk: the asker's conversations and the owner's log of questions, in one
 * file of their own. No answering, no screens, nothing of the FAQ's content but the answers shown.
 */
@NullMarked
package org.deskbert.chat.history;

import org.jspecify.annotations.NullMarked;
