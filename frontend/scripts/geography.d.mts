import type { AreaMap } from '../src/model/map-shape.js';

/** Writes the maps to target/geography unless what they are made of is what it was. */
export function prepareGeography(): void;

/** The maps as they were written, by the code of their area, the nation first. */
export function preparedMaps(): Map<string, AreaMap>;
