import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

interface Group {
  readonly matcher?: string
  readonly hooks: readonly Record<string, unknown>[]
}

const EVENTS = [
  'SessionStart',
  'UserPromptSubmit',
  'PreToolUse',
  'PermissionDenied',
  'PostToolUse',
  'PostToolUseFailure',
  'SubagentStop',
  'Stop',
  'SessionEnd',
]

test('the plugin runs the bundle at every event and blocks where it fails', () => {
  const { hooks } = readJson('hooks/hooks.json') as { hooks: Record<string, Group[]> }
  expect(Object.keys(hooks)).toEqual(EVENTS)
  for (const [event, groups] of Object.entries(hooks)) {
    expect(groups).toHaveLength(1)
    const [group] = groups
    expect(group?.matcher).toBe(/Tool|Permission/.test(event) ? '*' : undefined)
    expect(group?.hooks).toEqual([
      {
        type: 'command',
        command: `node "\${CLAUDE_PLUGIN_ROOT}/dist/hook/index.js"`,
        timeout: 60,
        onFailure: 'block',
      },
    ])
  }
})

test('plugin, marketplace and package agree', () => {
  const manifest = readJson('package.json') as { version: string; bin: object; files: string[] }
  const plugin = readJson('.claude-plugin/plugin.json')
  const market = readJson('.claude-plugin/marketplace.json') as {
    plugins: Record<string, string>[]
  }
  expect(plugin).toMatchObject({ name: 'countersign', version: manifest.version })
  expect(market.plugins).toEqual([expect.objectContaining({ name: 'countersign', source: './' })])
  expect(manifest.bin).toMatchObject({ 'countersign-hook': 'dist/hook/index.js' })
  expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'hooks', '.claude-plugin']))
  expect(existsSync('src/hook.ts')).toBe(true)
})
