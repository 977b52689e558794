import { diagnoseRequirement } from '../../tools.ts'

/** 15368 is GitHub Actions. */
export const run = diagnoseRequirement(15368)
