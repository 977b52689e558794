import { diagnoseRequirement } from '../../tools.ts'

/** The App of the gate. */
export const run = diagnoseRequirement(4711)
