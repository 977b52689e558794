/** What a person sees: pages in a real browser. Apart from `npm test`, which needs no browser. */
export default {
  testMatch: ['<rootDir>/build/__tests__/browser/**/*.browser.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  transform: {},
  testTimeout: 30_000,
  // One browser at a time: two would only take turns on a small machine.
  maxWorkers: 1,
}
