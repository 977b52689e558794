/**
 * How JUnit XML says who a test's ancestors are. The attribute is `classname`; what stands in it
 * differs by runner.
 * - pytest, Surefire, Gradle, gotestsum, PHPUnit: the module, class or package. It is the ancestor.
 * - vitest, Playwright: the file, and the describe blocks stand in `name` (`a > b`, `a › b`).
 * - jest-junit as it comes: `name` and `classname` are the same full title. Once is enough.
 * - Node's own reporter: `test`, or the describe blocks joined by `.`, depending on its version. The
 *   blocks are nested suites as well, and these are the ancestors then. So they are where there is
 *   no `classname` at all.
 */

/** What Node 20 writes for every test; it names nothing. */
const NO_CLASS = 'test'

/**
 * The parts of a test's name.
 * @param suites the names of the suites around it, outermost first
 */
export function nameJUnitTest(
  name: string,
  classname: string | undefined,
  suites: readonly string[],
): readonly string[] {
  const given = classname ?? ''
  const isOfSuites = given === '' || given === NO_CLASS || isJoined(given, suites)
  if (isOfSuites && suites.length > 0) return [...suites, name]
  return given === name ? [name] : [given, name]
}

/** Whether the text is the names with dots in between. They are joined only for a text as long. */
function isJoined(text: string, names: readonly string[]): boolean {
  const length = names.reduce((sum, name) => sum + name.length + 1, -1)
  return text.length === length && text === names.join('.')
}
