package id.pantau.load.layout;

/**
 * A form on its way into a layout: where its station stands, and its votes.
 *
 * @param province index of the province in the tree, as the others
 * @param slot the station's slot in its province
 * @param villageSlot slot of the village's first station
 * @param villageStations stations of the village
 * @param provinceStations stations of the province
 */
public record Arrival(
    int province,
    int kabupaten,
    int kecamatan,
    int village,
    int slot,
    int villageSlot,
    int villageStations,
    int provinceStations,
    int vote1,
    int vote2,
    int vote3) {}
