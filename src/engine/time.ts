/** ISO 8601 in UTC or with a zone; without one it would be read in the zone of whoever reads it. */
export const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

/** Server times have a resolution of one second. */
export function toSecond(time: string): number {
  return Math.floor(Date.parse(time) / 1000)
}
