/** Tests of the front door: the parser alone, and the route over real loopback HTTP. */
@NullMarked
package id.pantau.intake;

import org.jspecify.annotations.NullMarked;
