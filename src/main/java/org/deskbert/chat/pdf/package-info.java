/**
 * Writes a conversation as a PDF: pages, two embedded typefaces, text that can be searched and
 * copied, in both directions of writing. No pictures, and no more of PDF than that needs.
 */
@NullMarked
package org.deskbert.chat.pdf;

import org.jspecify.annotations.NullMarked;
