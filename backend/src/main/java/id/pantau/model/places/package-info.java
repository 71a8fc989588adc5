/** Finding areas and stations by name or code, for every page that asks for a place. */
@NullMarked
package id.pantau.model.places;

import org.jspecify.annotations.NullMarked;
