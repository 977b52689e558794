import { diagnoseRequirement } from '../../tools.ts'

/** The ruleset names no App. */
export const run = diagnoseRequirement(null)
