// What the scripts that people call have in common: usage, errors in one line, and a fresh build.
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** Reads the arguments; for `--help`, and for what is no argument, prints the usage and ends. */
export function readArguments(usage, config) {
  const options = { ...config.options, help: { type: 'boolean', short: 'h' } }
  try {
    const parsed = parseArgs({ ...config, options })
    if (!parsed.values.help) return parsed
    process.stdout.write(usage)
    process.exit(0)
  } catch (error) {
    refuse(usage, error.message)
  }
}

/** Ends with what is wrong, and how it is called. */
export function refuse(usage, why) {
  process.stderr.write(`${why}\n\n${usage}`)
  process.exit(2)
}

/** Brings `build/` up to date. */
export function build() {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' })
}
