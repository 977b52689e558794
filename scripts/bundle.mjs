// Bundles every entry into dist/. Starts from an empty directory because ncc leaves old files behind.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

const entries = [
  ['build/src/main.js', 'dist'],
  ['build/src/cli.js', 'dist/cli'],
  ['build/src/hook.js', 'dist/hook'],
]

rmSync('dist', { recursive: true, force: true })
for (const [entry, out] of entries) {
  execFileSync(
    'node',
    ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', out, '--quiet'],
    {
      stdio: 'inherit',
    },
  )
}
