/**
 * FAQ entries, the file formats, checks on form and the library on disk (SQLite). Knows no model
 * and no index: whatever needs meaning lives in search or eval.
 */
@NullMarked
package org.deskbert.faq;

import org.jspecify.annotations.NullMarked;
