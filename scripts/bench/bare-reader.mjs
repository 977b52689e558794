// Reads what the gate reads of a pull request, side by side and in the fewest rounds, and checks nothing: the least
// that any reader of the same can take. Usage: bare-reader.mjs API TOKEN OWNER/NAME NUMBER
const [api, token, name, number] = process.argv.slice(2)
const repo = `${api}/repos/${name}`
const headers = { authorization: `token ${token}`, 'user-agent': 'bare-reader' }

const get = async (path) => (await fetch(`${repo}${path}`, { headers })).json()

const pull = await get(`/pulls/${number}`)
const { head, base } = pull
const pages = Array.from({ length: Math.ceil(pull.changed_files / 100) }, (_, at) => at + 1)
const branch = encodeURIComponent(`refs/heads/${head.ref}`)
await Promise.all([
  get(`/git/ref/heads%2F${base.ref}`),
  ...pages.map((page) => get(`/pulls/${number}/files?per_page=100&page=${page}`)),
  get(`/git/trees/${head.sha}?recursive=1`),
  get(`/git/trees/${base.sha}?recursive=1`),
  get(`/compare/${base.sha}...${head.sha}?per_page=100`),
  get(`/issues/${number}/events?per_page=100`),
  get(`/pulls/${number}/reviews?per_page=100`),
  get(`/activity?ref=${branch}&per_page=100`),
  get(`/codeowners/errors?ref=${base.sha}`),
  get('/contents/.github/countersign.yml'),
  get('/contents/.github/CODEOWNERS'),
  get(`/commits/${head.sha}/pulls`),
])
