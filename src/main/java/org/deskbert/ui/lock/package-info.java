/**
 * What keeps askers from changing things: the model of the passphrase, the card that asks for it
 * and the line that says why something can't be used. What is locked decides each page itself.
 */
@NullMarked
package org.deskbert.ui.lock;

import org.jspecify.annotations.NullMarked;
