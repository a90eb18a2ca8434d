/** The settings page with the model settings panel. */
@NullMarked
package org.deskbert.ui.settings;

import org.jspecify.annotations.NullMarked;
