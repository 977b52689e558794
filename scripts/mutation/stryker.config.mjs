/** How the engine is mutated; docs/mutation.md says why, and what came of it. */
const path = process.env.MUTATION_PATH ?? 'src/engine'

/** Each part has its own report, from which the table is made. */
const report = `coverage/mutation/${path.replaceAll('/', '-').replaceAll('*', 'x')}`

export default {
  mutate: [
    path.endsWith('.ts') ? path : `${path}/**/*.ts`,
    '!src/engine/**/*.generated.ts',
    '!src/engine/wording/**',
    '!src/engine/catalogue/**',
    '!src/engine/json-schema/**',
  ],
  testRunner: 'engine',
  plugins: ['./scripts/mutation/runner.mjs', './scripts/mutation/ignore-prose.mjs'],
  ignorers: ['prose'],
  buildCommand: 'npx tsc -p tsconfig.json --noCheck',
  disableTypeChecks: false,
  // TypeScript 7 has no JavaScript interface, with which Stryker would rewrite the file of this name.
  tsconfigFile: 'none.json',
  ignorePatterns: ['/build*', '/dist', '/coverage'],
  tempDirName: 'coverage/mutation/sandbox',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Generous: an endless loop is mostly found by counting, and the machine may be busy.
  timeoutMS: 8000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 20,
  // Modules loaded anew are never let go of.
  maxTestRunnerReuse: 2000,
  reporters: ['json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
  warnings: { slow: false },
}
