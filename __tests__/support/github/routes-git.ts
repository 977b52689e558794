import { nodeId, WEB } from './accounts.ts'
import { readCommit } from './git-commits.ts'
import { output, splitNul } from './git-store.ts'
import { type Call, HttpError, notFound, ok, type Reply } from './http.ts'
import { renderGitCommit, repoUrl } from './render-commits.ts'
import { repoRoute } from './route.ts'
import type { Part, Schemas, TreeAnswer } from './schemas.ts'
import type { RepoState } from './world.ts'

/** The git database and the contents of files. */
export const GIT_ROUTES = [
  repoRoute('GET', '/git/commits/{sha}', async (call, repo, sha = '') => {
    const commit = isSha(sha) ? await readCommit(repo.store, sha) : null
    if (commit === null) throw notFound()
    return ok(renderGitCommit(call.world, repo, commit))
  }),
  repoRoute('GET', '/git/trees/{*}', getTree),
  repoRoute('GET', '/git/blobs/{sha}', getBlob),
  repoRoute('GET', '/tarball/{*}', getArchive),
  repoRoute('GET', '/contents', (call, repo) => getContents(call, repo, '')),
  repoRoute('GET', '/contents/{*}', getContents),
]

const isSha = (text: string) => /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)

/** Base64 in lines of 60 characters, as GitHub sends it. */
const encode = (bytes: Buffer) => bytes.toString('base64').replace(/.{1,60}/g, '$&\n')

type TreeItem = TreeAnswer['tree'][number]

async function listTree(repo: RepoState, tree: string, recursive: boolean): Promise<TreeItem[]> {
  const flags = ['-z', '-l', '--full-tree', ...(recursive ? ['-r', '-t'] : [])]
  return splitNul(await output(repo.store, ['ls-tree', ...flags, tree])).map((line) => {
    const tab = line.indexOf('\t')
    const [mode = '', type = '', sha = '', size = ''] = line.slice(0, tab).split(/ +/)
    const path = line.slice(tab + 1)
    return { path, mode, type, sha, ...(type === 'blob' && { size: Number(size) }) }
  })
}

/** A tree by its own id, or by a commit or branch; `recursive` counts however it is spelt. */
async function getTree(call: Call, repo: RepoState, name = ''): Promise<Reply> {
  const commit = await repo.store.resolve(name)
  const tree = await repo.store.object(`${commit ?? (isSha(name) ? name : 'none')}^{tree}`)
  if (tree === null) throw notFound()
  const { sha } = tree
  const recursive = call.query.has('recursive')
  const items = await repo.store.once(`tree ${sha} ${recursive}`, () =>
    listTree(repo, sha, recursive),
  )
  const url = repoUrl(call.world, repo)
  const answer: TreeAnswer = {
    sha,
    url: `${url}/git/trees/${sha}`,
    tree: items.slice(0, call.world.treeLimit).map((item) => ({
      ...item,
      ...(item.type !== 'commit' && { url: `${url}/git/${item.type}s/${item.sha}` }),
    })),
    truncated: items.length > call.world.treeLimit,
  }
  return ok(answer)
}

const wantsRaw = (call: Call) => /application\/vnd\.github(\.v3)?\.raw/.test(call.accept)

const raw = (body: Buffer): Reply =>
  ok(body, { 'content-type': 'application/vnd.github.raw; charset=utf-8' })

async function getBlob(call: Call, repo: RepoState, sha = ''): Promise<Reply> {
  const blob = isSha(sha) ? await repo.store.object(sha) : null
  if (blob === null || blob.type !== 'blob') throw notFound()
  if (wantsRaw(call)) return raw(blob.body)
  const answer: Schemas['blob'] = {
    sha,
    node_id: nodeId(`Blob${sha}`),
    size: blob.body.length,
    url: `${repoUrl(call.world, repo)}/git/blobs/${sha}`,
    content: encode(blob.body),
    encoding: 'base64',
  }
  return ok(answer)
}

/** As git makes it, by the attributes of the commit itself. GitHub sends people on to another host for it. */
async function getArchive(_call: Call, repo: RepoState, ref = ''): Promise<Reply> {
  const commit = await repo.store.resolve(ref)
  if (commit === null) throw notFound()
  const prefix = `--prefix=${repo.owner}-${repo.name}-${commit.slice(0, 7)}/`
  const body = await repo.store.once(`archive ${commit}`, () =>
    output(repo.store, ['archive', '--format=tar.gz', prefix, commit]),
  )
  return ok(body, { 'content-type': 'application/x-gzip' })
}

/** A file, the list of a directory, a link or a submodule; a link to a file answers with that file. */
async function getContents(call: Call, repo: RepoState, path = ''): Promise<Reply> {
  const ref = call.query.get('ref') ?? repo.options.defaultBranch ?? 'main'
  const commit = await repo.store.resolve(ref)
  if (commit === null) throw new HttpError(404, `No commit found for the ref ${ref}`)
  const all = await repo.store.once(`contents ${commit}`, () => listTree(repo, commit, true))
  const wanted = path.replace(/\/+$/, '')
  const item = all.find((entry) => entry.path === wanted)
  if (wanted === '' || item?.type === 'tree') return sendDirectory(call, repo, all, wanted)
  if (item === undefined) throw notFound()
  if (item.type === 'commit') return ok({ ...describe(call, repo, item), type: 'submodule' })
  const body = (await repo.store.object(item.sha))?.body ?? Buffer.alloc(0)
  if (item.mode !== '120000') return sendFile(call, repo, item, body)
  const target = all.find((entry) => entry.path === resolveLink(wanted, body.toString()))
  if (target?.mode.startsWith('100') !== true) {
    return ok({ ...describe(call, repo, item), type: 'symlink', target: body.toString() })
  }
  const followed = (await repo.store.object(target.sha))?.body ?? Buffer.alloc(0)
  return sendFile(call, repo, { ...item, size: followed.length, sha: target.sha }, followed)
}

function resolveLink(path: string, target: string): string {
  const { pathname } = new URL(target.split('/').map(encodeURIComponent).join('/'), `a:/${path}`)
  return decodeURIComponent(pathname.slice(1))
}

function sendDirectory(call: Call, repo: RepoState, all: readonly TreeItem[], path: string): Reply {
  const prefix = path === '' ? '' : `${path}/`
  const direct = all.filter(
    (item) => item.path.startsWith(prefix) && !item.path.slice(prefix.length).includes('/'),
  )
  const types: Record<string, string> = { tree: 'dir', commit: 'file', blob: 'file' }
  return ok(
    direct.map((item) => ({
      ...describe(call, repo, item),
      type: item.mode === '120000' ? 'symlink' : types[item.type],
    })),
  )
}

/** Beyond 1 MB the content is left out, beyond 100 MB the file is refused. */
function sendFile(call: Call, repo: RepoState, item: TreeItem, body: Buffer): Reply {
  if (body.length > 100_000_000) throw new HttpError(403, 'This file is too large')
  if (wantsRaw(call)) return raw(body)
  const large = body.length > 1_000_000
  return ok({
    ...describe(call, repo, item),
    type: 'file',
    content: large ? '' : encode(body),
    encoding: large ? 'none' : 'base64',
  } satisfies ContentFile)
}

type ContentFile = Schemas['content-file']

function describe(
  call: Call,
  repo: RepoState,
  item: TreeItem,
): Omit<ContentFile, 'type' | 'content' | 'encoding'> & Part<'content-file', 'sha'> {
  const link = item.path.split('/').map(encodeURIComponent).join('/')
  const self = `${repoUrl(call.world, repo)}/contents/${link}`
  const git = `${repoUrl(call.world, repo)}/git/blobs/${item.sha}`
  const html = `${WEB}/${repo.fullName}/blob/HEAD/${link}`
  return {
    name: item.path.split('/').at(-1) ?? item.path,
    path: item.path,
    sha: item.sha,
    size: item.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: null,
    _links: { self, git, html },
  }
}
