/** Tests of the pages made on the server. */
@NullMarked
package id.pantau.api.lite;

import org.jspecify.annotations.NullMarked;
