import type { Check } from '../case.ts'
import { acceptance } from './acceptance.ts'
import { approvals } from './approvals.ts'
import { audit } from './audit.ts'
import { evidence } from './evidence.ts'
import { limits } from './limits.ts'
import { paths } from './paths.ts'
import { patterns } from './patterns.ts'
import { plan } from './plan.ts'
import { policy } from './policy.ts'
import { scope } from './scope.ts'

/** Every check, in the order in which decisions list them. A new check is one more line here. */
export const CHECKS: readonly Check[] = [
  evidence,
  policy,
  plan,
  scope,
  paths,
  patterns,
  limits,
  audit,
  acceptance,
  approvals,
]
