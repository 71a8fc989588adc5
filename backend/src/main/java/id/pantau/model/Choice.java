package id.pantau.model;

/**
 * What a vote can be for.
 *
 * @param id stable id on the wire
 * @param number the number on the ballot
 * @param name full name as on the ballot
 * @param shortName a name for narrow columns
 * @param color the official colour, {@code #RRGGBB}
 */
public record Choice(String id, int number, String name, String shortName, String color) {}
