/**
 * Shows the newest state to everyone who watches, over WebSocket and SSE. One {@link
 * id.pantau.live.Hub} for each event loop follows the board; a state is encoded once for all of a
 * hub's viewers; a viewer who reads slowly gets the newest state and never a queue.
 */
@NullMarked
package id.pantau.live;

import org.jspecify.annotations.NullMarked;
