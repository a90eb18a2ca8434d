/**
 * The hybrid index of words (Lucene BM25) and vectors, the cache of vectors, and why something
 * matched. The only package that knows Lucene. Whether a match is good enough is decided in chat.
 */
@NullMarked
package org.deskbert.search;

import org.jspecify.annotations.NullMarked;
