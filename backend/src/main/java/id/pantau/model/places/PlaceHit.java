package id.pantau.model.places;

/**
 * A place that the search found.
 *
 * @param kind area or station
 * @param path names of the areas above it, from the province down
 */
public record PlaceHit(String kind, String code, String name, int level, String path) {}
