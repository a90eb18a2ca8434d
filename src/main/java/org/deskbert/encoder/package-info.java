/**
 * Model bundles, WordPiece and the ONNX Runtime session: text in, unit vector out. The only package
 * that knows ONNX Runtime. What a vector means is decided elsewhere.
 */
@NullMarked
package org.deskbert.encoder;

import org.jspecify.annotations.NullMarked;
