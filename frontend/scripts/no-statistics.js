/** Stands where Vaadin's components would report their use: does nothing, sends nothing. */
export function usageStatistics() {}
