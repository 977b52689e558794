import { errorReply, HttpError, ok, type Reply } from './http.ts'

/** What goes wrong with an answer, or how the honest one is changed. */
export type Fault =
  | number
  /** 403 with the words of GitHub's abuse limits and `retry-after`. */
  | 'secondary-limit'
  /** 403 with `x-ratelimit-remaining: 0` and a reset time. */
  | 'primary-limit'
  /** The honest answer, cut in half while the connection breaks. */
  | 'truncated-body'
  /** 200 with JSON of another shape. */
  | 'wrong-json'
  /** 200 with a page of HTML. */
  | 'not-json'
  /** 200 with an empty list. */
  | 'empty-list'
  /** No answer until the server closes. */
  | 'hang'
  /** The honest answer's first half, and then nothing until the server closes. */
  | 'stall'
  /** The honest answer in many small pieces. */
  | 'slow'
  /** The connection breaks before an answer. */
  | 'reset'
  /** The honest answer's body, changed. */
  | { readonly rewrite: (body: unknown) => unknown }

export interface FaultRule {
  readonly method?: string
  /** Tested against path and query, such as `/repos/acme/shop/pulls/7/files?page=2`. */
  readonly path: RegExp
  /** How often it strikes; by default always. */
  readonly times?: number
  /** How many requests it lets pass first. */
  readonly after?: number
  readonly respond: Fault
  /** What the body of an error says, in place of GitHub's usual words. */
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** How an answer leaves the server. */
export interface Delivery {
  readonly reply: Reply
  readonly manner: 'whole' | 'pieces' | 'half' | 'stall' | 'never' | 'reset'
}

export interface Faults {
  add(rule: FaultRule): void
  /** From now on every answer is honest. */
  clear(): void
  /** The answer to a request: the honest one unless a rule strikes. */
  deliver(method: string, target: string, honest: () => Promise<Reply>): Promise<Delivery>
}

export function createFaults(): Faults {
  const rules: { readonly rule: FaultRule; passes: number; strikes: number }[] = []
  const strike = (method: string, target: string): FaultRule | null => {
    for (const state of rules) {
      const { rule } = state
      if ((rule.method ?? method) !== method || target.search(rule.path) < 0) continue
      if (state.passes > 0) state.passes -= 1
      else if (state.strikes > 0) {
        state.strikes -= 1
        return rule
      }
    }
    return null
  }
  return {
    add: (rule) => {
      const strikes = rule.times ?? Number.POSITIVE_INFINITY
      rules.unshift({ rule, passes: rule.after ?? 0, strikes })
    },
    clear: () => {
      rules.length = 0
    },
    deliver: async (method, target, honest) => {
      const rule = strike(method, target)
      if (rule === null) return { reply: await honest(), manner: 'whole' }
      const { reply, manner } = await applyFault(rule, honest)
      return { reply: { ...reply, headers: { ...reply.headers, ...rule.headers } }, manner }
    },
  }
}

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes.'
const RETRY_AFTER = { 'retry-after': '1' }
const PRIMARY = 'API rate limit exceeded for installation.'
const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  500: 'Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

const whole = (reply: Reply): Delivery => ({ reply, manner: 'whole' })
const nothing = ok(null)

async function applyFault(
  { respond: fault, message }: FaultRule,
  honest: () => Promise<Reply>,
): Promise<Delivery> {
  if (typeof fault === 'number') {
    return whole(errorReply(new HttpError(fault, message ?? MESSAGES[fault] ?? 'Error')))
  }
  if (typeof fault === 'object') {
    const reply = await honest()
    return whole({ ...reply, body: fault.rewrite(reply.body) })
  }
  switch (fault) {
    case 'secondary-limit':
      return whole(errorReply(new HttpError(403, message ?? SECONDARY, undefined, RETRY_AFTER)))
    case 'primary-limit':
      return whole(errorReply(new HttpError(403, PRIMARY, undefined, exhausted())))
    case 'truncated-body':
      return { reply: await honest(), manner: 'half' }
    case 'stall':
      return { reply: await honest(), manner: 'stall' }
    case 'slow':
      return { reply: await honest(), manner: 'pieces' }
    case 'wrong-json':
      return whole(ok({ unexpected: true }))
    case 'not-json':
      return whole(ok(Buffer.from('<!DOCTYPE html><title>Unicorn!</title>'), HTML))
    case 'empty-list':
      return whole(ok([]))
    case 'hang':
      return { reply: nothing, manner: 'never' }
    case 'reset':
      return { reply: nothing, manner: 'reset' }
  }
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

function exhausted(): Record<string, string> {
  const reset = Math.floor(Date.now() / 1000) + 3600
  return { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
}
