package id.pantau.api;

/**
 * A place that the search found.
 *
 * @param kind area or station
 * @param path names of the areas above it, from the province down
 */
record SearchHit(String kind, String code, String name, int level, String path) {}
