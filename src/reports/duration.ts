const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time as people say it: `40 s`, `25 min`, `3 h 20 min`, `4 d 6 h`. `seconds` is not negative. */
export function formatDuration(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} s`
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`
  if (seconds < DAY) return join(seconds, HOUR, 'h', MINUTE, 'min')
  return join(seconds, DAY, 'd', HOUR, 'h')
}

function join(seconds: number, big: number, bigName: string, small: number, smallName: string) {
  const rest = Math.floor((seconds % big) / small)
  const whole = `${Math.floor(seconds / big)} ${bigName}`
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`
}
