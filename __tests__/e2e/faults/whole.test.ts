import { testScenes } from './matrix.ts'

/** What a pull request with everything needs, failing request by request. */
testScenes(['whole'])
