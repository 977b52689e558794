import type { Buffer } from 'node:buffer'

/** The one spelling of a time in a chain, `2026-11-20T12:00:00.000Z`, read from its bytes. */

const TEMPLATE = Uint8Array.from('0000-00-00T00:00:00.000Z', (letter) => letter.charCodeAt(0))
const ZERO = 0x30
const DAY = 86_400_000

/**
 * Milliseconds since 1970; NaN when the bytes are not a time of the calendar in exactly the form
 * that `Date.prototype.toISOString` writes for the years 0000 to 9999.
 */
export function readTime(bytes: Buffer, start: number, end: number): number {
  if (end - start !== TEMPLATE.length) return Number.NaN
  for (let index = 0; index < TEMPLATE.length; index += 1) {
    const expected = TEMPLATE[index] as number
    const byte = bytes[start + index] as number
    if (expected === ZERO ? byte < ZERO || byte > ZERO + 9 : byte !== expected) return Number.NaN
  }
  const hour = two(bytes, start + 11)
  const minute = two(bytes, start + 14)
  const second = two(bytes, start + 17)
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN
  const millisecond = two(bytes, start + 20) * 10 + digit(bytes, start + 22)
  return readDay(bytes, start) + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
}

function readDay(bytes: Buffer, start: number): number {
  const year = two(bytes, start) * 100 + two(bytes, start + 2)
  const month = two(bytes, start + 5)
  const day = two(bytes, start + 8)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return Number.NaN
  return daysBefore(year, month, day) * DAY
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] as number)
}

/** Days from 1970-01-01 in the Gregorian calendar, counting years from March so that leap days end them. */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function two(bytes: Buffer, start: number): number {
  return digit(bytes, start) * 10 + digit(bytes, start + 1)
}

function digit(bytes: Buffer, position: number): number {
  return (bytes[position] as number) - ZERO
}
