/** Jest runs what `tsc` emitted: no transform, native ES modules. */
export default {
  testMatch: ['<rootDir>/build/__tests__/**/*.test.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Where mutation testing keeps its copy of the project while it runs.
  modulePathIgnorePatterns: ['<rootDir>/coverage/'],
  transform: {},
  testTimeout: 60_000,
  // Jest leaves one core to itself, which on a small machine is half of it.
  maxWorkers: '100%',
  // Tests that run beside each other start processes that each keep a core busy.
  maxConcurrency: 2,
  // To start a process takes as long as the starting one is large, and a worker grows with every file.
  workerIdleMemoryLimit: '250MB',
  coverageDirectory: 'coverage',
  collectCoverageFrom: ['build/src/engine/**/*.js'],
  coverageProvider: 'v8',
  coverageThreshold: { global: { lines: 95, functions: 95, branches: 90, statements: 95 } },
}
