/**
 * The truth check after a load: what must stand is known from the forms that were sent and the
 * answers to them, added up here without the project's own counting; against it are held every
 * place that the API gives, what viewers show, and the verb {@code recount} over the node's log.
 * Start with {@link id.pantau.load.truth.Truth}.
 */
@NullMarked
package id.pantau.load.truth;

import org.jspecify.annotations.NullMarked;
