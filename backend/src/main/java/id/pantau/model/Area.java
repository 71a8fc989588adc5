package id.pantau.model;

/**
 * A place above the station.
 *
 * @param index its place in {@link AreaTree}, dense from 0 (the nation)
 * @param code 0, 2, 4, 6 or 10 characters
 * @param parent index of the parent; -1 for the nation
 * @param level 0 nation, 1 province, 2 kabupaten/kota, 3 kecamatan, 4 kelurahan/desa
 */
public record Area(int index, String code, int parent, int level, String name) {}
