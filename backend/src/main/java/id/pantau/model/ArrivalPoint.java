package id.pantau.model;

/**
 * A point of how an earlier count came in.
 *
 * @param hours since its first stations closed
 * @param share of the stations that had been published, 0…1
 */
public record ArrivalPoint(double hours, double share) {}
