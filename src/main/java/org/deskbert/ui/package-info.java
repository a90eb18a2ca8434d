/**
 * The JavaFX window: views in code, view models without nodes. The only packages that know JavaFX.
 * No answer is computed here.
 */
@NullMarked
package org.deskbert.ui;

import org.jspecify.annotations.NullMarked;
