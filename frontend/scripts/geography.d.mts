import type { AreaMap } from '../src/model/map-shape.js';

/** Every map by the code of its area. */
export function maps(): Map<string, AreaMap>;

/** Writes the maps to target/geography unless what they are made of is what it was. */
export function prepareGeography(): void;
