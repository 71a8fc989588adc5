@NullMarked
package id.pantau.load.counting;

import org.jspecify.annotations.NullMarked;
