import { READS } from './reads.ts'
import type { Row } from './row.ts'
import { WRITES } from './writes.ts'

/** Every request the action can make, by use. */
export const TABLE: readonly Row[] = [...READS, ...WRITES]

/** Whether a row is about reading. */
export function isRead({ request }: Row): boolean {
  return request.startsWith('GET ') || request === 'POST /graphql'
}

/** Which requests a row is about, as `METHOD /path?query`. */
export function patternOf({ request }: Pick<Row, 'request'>): RegExp {
  const [target = '', query = ''] = request.split('?')
  const path = target.replace(/\{\w+\}/g, '[^/?]+')
  const [name = ''] = query.split('=')
  return new RegExp(`^${path}(?:\\?${name === '' ? '' : `(?:.*&)?${pickValue(name, query)}`}|$)`)
}

function pickValue(name: string, query: string): string {
  return `${name}=${query.includes('{') ? '' : query.slice(name.length + 1)}`
}
