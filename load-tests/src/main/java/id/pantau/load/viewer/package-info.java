/**
 * A swarm of WebSocket viewers that cost as little as they can, so that the server is what is
 * measured: one thread for thousands of sockets, each distinct text parsed once however many
 * viewers got it. It checks while it loads: positions of a topic never go back on a socket, rows
 * come only after a complete state, and at the end every viewer shows what the API says. Start with
 * {@link id.pantau.load.viewer.Swarm}.
 */
@NullMarked
package id.pantau.load.viewer;

import org.jspecify.annotations.NullMarked;
