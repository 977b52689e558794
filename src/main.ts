import { runToEnd } from './action/run.ts'

// Until a verdict says otherwise this run has failed: also when it stops without an exception.
process.exitCode = 1
process.exitCode = await runToEnd()
