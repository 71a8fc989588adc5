@NullMarked
package id.pantau.opendata;

import org.jspecify.annotations.NullMarked;
