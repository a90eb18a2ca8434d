/** The FAQ menu: which FAQs there are, which of them answer, import of a file. */
@NullMarked
package org.deskbert.ui.faq;

import org.jspecify.annotations.NullMarked;
