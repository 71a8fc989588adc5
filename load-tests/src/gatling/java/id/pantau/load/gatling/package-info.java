/**
 * Gatling simulations: clients that are not ours, over ordinary HTTP and WebSocket. Run on demand
 * by {@code mvn -Pgatling}, never by the gate; how is in {@code load-tests/README.md}.
 */
@NullMarked
package id.pantau.load.gatling;

import org.jspecify.annotations.NullMarked;
