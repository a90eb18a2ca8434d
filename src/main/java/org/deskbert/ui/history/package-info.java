/** The list of conversations beside the chat: search, open, rename, pin, delete. */
@NullMarked
package org.deskbert.ui.history;

import org.jspecify.annotations.NullMarked;
