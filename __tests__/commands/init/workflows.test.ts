import { describe, expect, test } from '@jest/globals'
import { readWorkflow } from '../../../src/commands/init/workflows.ts'
import { endInTime } from '../../support/end-in-time.ts'

const PATH = '.github/workflows/ci.yml'

function workflow(on: string, ...steps: readonly string[]): string {
  return `name: CI\non: ${on}\njobs:\n  test:\n    runs-on: x\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`
}

const read = (text: string | null) => readWorkflow(PATH, text)

describe('the name', () => {
  test('is the one it gives itself', () => {
    expect(read('name: My CI\non: push\njobs: {}').name).toBe('My CI')
  })

  test.each(['on: push\njobs: {}', 'name: ""\non: push', 'name: [a]\non: push'])(
    'is its path for %j',
    (text) => {
      expect(read(text).name).toBe(PATH)
    },
  )
})

describe('events', () => {
  test.each(['push', '[push, workflow_dispatch]', '{ pull_request: { branches: [main] } }'])(
    '%s sees changes',
    (on) => {
      expect(read(workflow(on)).isForChanges).toBe(true)
    },
  )

  test.each(['schedule', '[release]', '{ workflow_dispatch: }', '{ pull_request_target: }'])(
    '%s does not',
    (on) => {
      expect(read(workflow(on)).isForChanges).toBe(false)
    },
  )
})

describe('commands that run tests', () => {
  test.each([
    'npm test',
    'npm ci && npm test',
    'npm run test:unit',
    'pnpm test',
    'yarn run test',
    'npx jest --ci',
    'npx playwright test',
    'node --test',
    'pytest -q',
    'python -m pytest',
    'tox run -e py',
    'uv run --locked tox run',
    'go test ./...',
    'cargo test',
    './mvnw -B verify',
    './gradlew check',
    'make test',
  ])('%s', (command) => {
    expect(read(workflow('push', `run: ${command}`)).testCommand).toBe(command)
  })

  test.each(['npm ci', 'pip install pytest', 'npm install jest', 'echo done', 'npm run build'])(
    'not %s',
    (command) => {
      expect(read(workflow('push', `run: ${command}`)).testCommand).toBeNull()
    },
  )

  test('the line of a longer script', () => {
    const step = 'run: |\n          # npm test is next\n          npm ci\n          npm test'
    expect(read(workflow('push', step)).testCommand).toBe('npm test')
  })
})

describe('artifacts', () => {
  const upload = (inputs: string) =>
    read(workflow('push', `{ uses: actions/upload-artifact@v4, with: ${inputs} }`)).artifacts

  test('that hold reports, those of a matrix as a glob', () => {
    expect(upload('{ name: test-results, path: out }')).toEqual(['test-results'])
    expect(upload(`{ name: "junit-\${{ matrix.os }}-\${{ matrix.node }}", path: x }`)).toEqual([
      'junit-*-*',
    ])
    expect(upload('{ path: reports/ }')).toEqual(['artifact'])
  })

  test('not coverage, screenshots and builds', () => {
    expect(upload('{ name: coverage-report, path: c }')).toEqual([])
    expect(upload('{ name: test-screenshots, path: c }')).toEqual([])
    expect(upload('{ name: site, path: dist }')).toEqual([])
  })
})

test('a gate is known by its action, whatever its file is called', () => {
  const text = workflow('pull_request_target', 'uses: acme/countersign@v1')
  expect(read(text)).toMatchObject({ isGate: true, isForChanges: false })
  expect(read(workflow('push', 'uses: acme/countersigner@v1')).isGate).toBe(false)
})

describe('what is no workflow', () => {
  test.each([null, '', 'a: [', 'just text', '- a\n- b', 'name: CI\nname: again', '\0'])(
    '%j is unreadable and named by its path',
    (text) => {
      expect(read(text)).toMatchObject({ name: PATH, isUnreadable: true, testCommand: null })
    },
  )

  test.each(['jobs: 7', 'jobs: { a: null }', 'jobs: { a: { steps: [1, null, [x]] } }'])(
    '%s has no steps',
    (jobs) => {
      expect(read(`name: CI\non: push\n${jobs}`)).toMatchObject({ testCommand: null })
    },
  )

  test('one made to take long does not', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nname: CI\non: push\njobs: { t: { steps: *c } }`
    const commands = workflow(
      'push',
      ...Array.from({ length: 400 }, () => `run: "${'mvn gradle node '.repeat(60)}"`),
      `{ uses: actions/upload-artifact@v4, with: { name: "test${'${{'.repeat(100_000)}" } }`,
    )
    expect(endInTime(() => [read(bomb).isUnreadable, read(commands).testCommand])).toEqual([
      false,
      null,
    ])
  })
})
