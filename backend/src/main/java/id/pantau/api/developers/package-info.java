/**
 * The reference page for those who build on us, {@code /developers/}: written from the guide in the
 * jar's resources and from the OpenAPI document, with addresses of the election that is served.
 */
@NullMarked
package id.pantau.api.developers;

import org.jspecify.annotations.NullMarked;
