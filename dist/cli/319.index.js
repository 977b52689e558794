export const id = 319;
export const ids = [319];
export const modules = {

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ resolvePlace),
/* harmony export */   ef: () => (/* binding */ parsePullTarget),
/* harmony export */   l: () => (/* binding */ parseRepositoryTarget)
/* harmony export */ });
/* harmony import */ var _sources_cannot_start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7528);

const NAME = '([A-Za-z0-9_.-]+)';
const SHORT_PULL = new RegExp(`^${NAME}/${NAME}#([1-9]\\d{0,9})$`);
const PULL_PATH = new RegExp(`^/${NAME}/${NAME}/pull/([1-9]\\d{0,9})(?:/.*)?$`);
const REPOSITORY = new RegExp(`^${NAME}/${NAME}$`);
const REPOSITORY_PATH = new RegExp(`^/${NAME}/${NAME}?(?:\\.git)?/?$`);
/** Reads `OWNER/REPO#N` or a pull request's address. @throws CannotStart for anything else. */
function parsePullTarget(text) {
    const url = parseHttps(text);
    const match = url === null ? SHORT_PULL.exec(text) : PULL_PATH.exec(url.pathname);
    const [, owner = '', repo = '', number = ''] = match ?? [];
    if (match === null || !isName(owner) || !isName(repo)) {
        throw new _sources_cannot_start_js__WEBPACK_IMPORTED_MODULE_0__/* .CannotStart */ .c(`"${text}" names no pull request; write it as OWNER/REPO#N or https://github.com/OWNER/REPO/pull/N.`);
    }
    return { host: url?.host ?? null, owner, repo, number: Number(number) };
}
/** Reads `OWNER/REPO` or a repository's address. @throws CannotStart for anything else. */
function parseRepositoryTarget(text) {
    const url = parseHttps(text);
    const match = url === null ? REPOSITORY.exec(text) : REPOSITORY_PATH.exec(url.pathname);
    const [, owner = '', name = ''] = match ?? [];
    const repo = name.replace(/\.git$/, '');
    if (match === null || !isName(owner) || !isName(repo)) {
        throw new _sources_cannot_start_js__WEBPACK_IMPORTED_MODULE_0__/* .CannotStart */ .c(`"${text}" names no repository; write it as OWNER/REPO or https://github.com/OWNER/REPO.`);
    }
    return { host: url?.host ?? null, owner, repo };
}
/** A token must not travel in the clear, nor under a name that somebody put before the host. */
function parseHttps(text) {
    if (!/^https:\/\//i.test(text) || !URL.canParse(text))
        return null;
    const url = new URL(text);
    return url.username === '' && url.password === '' ? url : null;
}
/** `.` and `..` would be walked, not looked up. */
function isName(name) {
    return name !== '' && !/^\.{1,2}$/.test(name);
}
/**
 * Finds the API and the token for a host. `GH_HOST`, else `GITHUB_API_URL`, say which host a target
 * without one is on, and which host the token in `GH_TOKEN` or `GITHUB_TOKEN` is for; without them that is
 * github.com. A token is sent to no other host, whatever address somebody pasted.
 * @throws CannotStart when one of the variables cannot be used.
 */
function resolvePlace(host, env) {
    const api = readApiUrl(env);
    const apiHost = api === null ? null : hostOfApi(api, env);
    const home = readHost(env) ?? apiHost ?? 'github.com';
    const wanted = (host ?? home).toLowerCase().replace(/^www\.(?=github\.com$)/, '');
    const apiUrl = api !== null && apiHost === wanted ? api : standardApi(wanted);
    const isMeant = wanted === home;
    const name = ['GH_TOKEN', 'GITHUB_TOKEN'].find((one) => (env[one] ?? '') !== '') ?? null;
    return {
        host: wanted,
        apiUrl,
        token: name !== null && isMeant ? (env[name] ?? '').trim() : '',
        tokenName: isMeant ? name : null,
        teamToken: isMeant ? (env.COUNTERSIGN_TEAM_TOKEN ?? '').trim() : '',
        withheld: name !== null && !isMeant ? { name, host: home } : null,
    };
}
function readHost({ GH_HOST: host = '' }) {
    if (host === '')
        return null;
    if (/^[a-z0-9.-]+(?::\d+)?$/i.test(host))
        return host.toLowerCase();
    throw new _sources_cannot_start_js__WEBPACK_IMPORTED_MODULE_0__/* .CannotStart */ .c(`GH_HOST is "${host}", which is no host name; write it as github.example.com.`);
}
function readApiUrl({ GITHUB_API_URL: text = '' }) {
    if (text === '')
        return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    const isOwnMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '');
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine);
    if (url !== null && isSafe && url.username === '' && url.password === '')
        return text.replace(/\/+$/, '');
    throw new _sources_cannot_start_js__WEBPACK_IMPORTED_MODULE_0__/* .CannotStart */ .c('GITHUB_API_URL is no https:// address of an API; write it as https://HOST/api/v3, or unset it.');
}
/** The host whose API an address is. One that does not say, such as a proxy's, stands for github.com. */
function hostOfApi(api, { GITHUB_SERVER_URL: server = '' }) {
    if (URL.canParse(server))
        return new URL(server).host;
    const { host, pathname } = new URL(api);
    if (/^api\./.test(host))
        return host.replace(/^api\./, '');
    return /^\/api\/v3$/.test(pathname) ? host : 'github.com';
}
function standardApi(host) {
    const isHosted = host === 'github.com' || host.endsWith('.ghe.com');
    return isHosted ? `https://api.${host}` : `https://${host}/api/v3`;
}


/***/ }),

/***/ 3875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fA: () => (/* binding */ openSession),
  vv: () => (/* binding */ readFirst),
  Ww: () => (/* binding */ refuseUsedUpLimit)
});

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(5194);
;// CONCATENATED MODULE: ./build/src/github-client.js

const PATIENCE = {
    timeout: 20_000,
    retries: 2,
    longestWait: 60_000,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};
/**
 * An authenticated REST client with bounded retries: failed reads (network, timeout, 5xx, half an answer)
 * after a short pause, any request that met a rate limit after the time GitHub asks for (REST
 * documentation: Best practices, "Handle rate limit errors appropriately").
 */
function makeGitHubClient(token, apiUrl, patience = PATIENCE) {
    const octokit = new dist_src/* Octokit */.E({
        auth: token,
        baseUrl: apiUrl,
        userAgent: 'countersign',
        // GitHub's own words may repeat what the pull request's author wrote; nothing is logged here.
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    octokit.hook.wrap('request', async (request, options) => {
        const { timeout = patience.timeout, maxBytes, readsJson } = options.request;
        for (let attempt = 0;; attempt += 1) {
            const isLast = attempt >= patience.retries;
            const signal = patience.deadline(Number(timeout), options);
            // Hooks that were there before see these options, not those that are passed on.
            options.request = { ...options.request, signal };
            try {
                const answer = await request(options);
                if (maxBytes !== undefined)
                    answer.data = await readStream(answer.data, Number(maxBytes));
                if (readsJson === true)
                    answer.data = readJson(await readStream(answer.data, MAX_JSON_BYTES));
                if (!isBroken(answer))
                    return answer;
                // What Octokit makes of a body that did not come in time is an empty one.
                if (signal.aborted)
                    throw signal.reason;
                if (isLast || !isRepeatable(options))
                    return answer;
                throw new Error('The answer is no JSON.');
            }
            catch (error) {
                const wait = isLast ? null : waitBeforeRetry(error, isRepeatable(options), attempt);
                if (wait === null || wait > patience.longestWait)
                    throw error;
                await patience.sleep(wait);
            }
        }
    });
    return octokit;
}
function ignore() { }
/** An artifact may be large, and comes from another host; milliseconds. */
const DOWNLOAD_TIMEOUT = 120_000;
/**
 * The body is left to us. Octokit looks at every value of an answer for large numbers, which takes several times as
 * long as reading it.
 */
const UNREAD = { parseSuccessResponseBody: false };
/** The largest answer there can be is a blob of 20 MB in base64. */
const MAX_JSON_BYTES = 64 * 1024 * 1024;
/** The reading side of a client, as the source sees it. */
function toGitHubApi(client) {
    return {
        get: async (route, parameters) => {
            const request = { ...UNREAD, readsJson: true };
            const { data, headers } = await client.request(route, { ...parameters, request });
            return { data, link: headers.link ?? '', date: headers.date ?? '' };
        },
        graphql: (query, variables) => client.graphql(query, { ...variables }),
        download: async (route, parameters, maxBytes) => {
            const request = { ...UNREAD, timeout: DOWNLOAD_TIMEOUT, maxBytes };
            const { data } = await client.request(route, { ...parameters, request });
            return data;
        },
    };
}
/** What is no JSON is an empty text, as Octokit has it: an answer in no documented form. */
function readJson(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return '';
    }
}
/** @throws RangeError when there are more bytes, however many were announced. */
async function readStream(body, maxBytes) {
    const chunks = [];
    let total = 0;
    for await (const chunk of body ?? []) {
        total += chunk.length;
        if (total > maxBytes)
            throw new RangeError(`more than ${maxBytes} bytes were sent`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/**
 * Reads, among them our one question in GraphQL, and the one write whose repetition does no harm: the newest
 * check run of a name counts.
 */
function isRepeatable({ method, url }) {
    return method === 'GET' || (method === 'POST' && /\/(?:check-runs|graphql)$/.test(url));
}
/** JSON that broke off, or was none, arrives as text. Where nothing was to come there is none, either. */
function isBroken({ status, data }) {
    return typeof data === 'string' && status !== 204 && status !== 205;
}
/** Milliseconds to wait before asking again; null when asking again is of no use. */
function waitBeforeRetry(error, repeatable, attempt) {
    if (error instanceof RangeError)
        return null;
    const { status, headers } = readFailure(error);
    const isTransient = status === null || status >= 500;
    if (isTransient)
        return repeatable ? 500 * 2 ** attempt : null;
    if (status !== 403 && status !== 429)
        return null;
    const after = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(after))
        return after * 1000;
    if (headers['x-ratelimit-remaining'] !== '0')
        return null;
    const reset = Number(headers['x-ratelimit-reset']);
    return Number.isFinite(reset) ? Math.max(0, reset * 1000 - Date.now()) : null;
}
/** Octokit gives failures of the network the status 500 and no answer. */
function readFailure(error) {
    if (typeof error !== 'object' || error === null)
        return { status: null, headers: {} };
    const response = 'response' in error ? error.response : undefined;
    const status = 'status' in error ? Number(error.status) : null;
    return { status: response === undefined ? null : status, headers: response?.headers ?? {} };
}

// EXTERNAL MODULE: ./build/src/sources/cannot-start.js
var cannot_start = __webpack_require__(7528);
// EXTERNAL MODULE: ./build/src/sources/github/ask.js
var ask = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/src/commands/io.js + 1 modules
var io = __webpack_require__(5343);
// EXTERNAL MODULE: ./build/src/commands/progress.js
var commands_progress = __webpack_require__(7793);
;// CONCATENATED MODULE: ./build/src/commands/github-session.js





/** Opens a server for reading; `what` is shown while it is read. */
function openSession(place, what) {
    const progress = (0,commands_progress/* startProgress */.ot)(`Reading ${what}`, process.stderr, process.env.TERM);
    const connect = (token) => (0,commands_progress/* watchApi */.kv)(toGitHubApi(makeGitHubClient(token, place.apiUrl)), progress.step);
    const api = connect(place.token);
    const teams = place.teamToken === '' ? null : connect(place.teamToken);
    if (place.withheld !== null) {
        const { name, host } = place.withheld;
        (0,io/* note */.N4)(`${name} is for ${host} and is not sent to ${place.host}; if it is for ${place.host}, set GH_HOST=${place.host}.`);
    }
    const usedUpLimit = () => api.usedUpLimit() ?? teams?.usedUpLimit() ?? null;
    return { place, api, teams, progress, usedUpLimit };
}
/**
 * Reads something without which there is nothing to do.
 * @throws CannotStart with one sentence on what to do about a refusal.
 */
async function readFirst(session, what, read) {
    try {
        return await read();
    }
    catch (error) {
        session.progress.stop();
        if (error instanceof ask/* Refused */.Lw)
            throw new cannot_start/* CannotStart */.c(explainRefusal(session, what, error));
        throw error;
    }
}
/** @throws CannotStart when a limit stopped a request: what was read is then no basis for anything. */
function refuseUsedUpLimit(session) {
    const limit = session.usedUpLimit();
    if (limit !== null)
        throw new cannot_start/* CannotStart */.c(explainLimit(session.place, limit));
}
function explainRefusal(session, what, { status }) {
    const { host, tokenName } = session.place;
    const limit = session.usedUpLimit();
    if (limit !== null)
        return explainLimit(session.place, limit);
    switch (status) {
        case null:
            return `${host} could not be reached; check the network and any proxy, then try again.`;
        case 401:
            return `${host} did not accept the token in ${tokenName ?? 'GH_TOKEN'}; set a valid one, or unset it for public repositories.`;
        case 404:
            return tokenName === null
                ? `${what} was not found on ${host}; check the name, and set GH_TOKEN if the repository is private.`
                : `${what} was not found on ${host}, or the token in ${tokenName} may not read it; check both.`;
        case 403:
            return tokenName === null
                ? `${host} does not show ${what} to everybody; set GH_TOKEN to a token that may read it.`
                : `The token in ${tokenName} may not read ${what}; use one that has read access to the repository.`;
        default:
            return `${host} failed to answer (${status}) when asked for ${what}; try again later.`;
    }
}
function explainLimit({ host, tokenName }, { until }) {
    const when = until === null ? 'later' : `after ${until.toISOString().slice(11, 16)} UTC`;
    return tokenName === null
        ? `The requests that ${host} answers without a token (60 an hour) are used up; set GH_TOKEN, or try again ${when}.`
        : `The requests that ${host} answers for the token in ${tokenName} are used up; try again ${when}.`;
}


/***/ }),

/***/ 4211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ isRefusedWith),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   XF: () => (/* binding */ readLink),
/* harmony export */   kr: () => (/* binding */ makeAsk)
/* harmony export */ });
/* unused harmony export describeApiError */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3133);
/* harmony import */ var _concurrently_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9446);



/** GitHub answered, but not with what was asked for. */
class Refused extends _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreadable */ .I {
    /** The HTTP status; null when there was no answer. */
    status;
    /** Whether a rate limit was met, which says nothing about what was asked for. */
    isLimited;
    constructor(missing, error) {
        super(missing, describeApiError(error));
        this.status = readStatus(error);
        this.isLimited = hasMetLimit(error);
    }
}
const PER_PAGE = 100;
const CONCURRENT_READS = 8;
/**
 * Asks GitHub and validates what it answers: half an answer read as a whole one is how a gate lets
 * something through. `common` are parameters of every request.
 */
function makeAsk(api, common) {
    let requests = 0;
    let answeredAt = null;
    /** @throws Refused when the request fails, Unreadable when its answer is of another form. */
    async function one(what, schema, route, parameters = {}) {
        requests += 1;
        const answer = await api.get(route, { ...common, ...parameters }).catch((error) => {
            throw new Refused(what, error);
        });
        const date = new Date(answer.date);
        if (!Number.isNaN(date.getTime()))
            answeredAt = date;
        return { value: parse(what, schema, answer.data), link: answer.link };
    }
    /**
     * All pages of a list, up to `limit` items. The first page says how many there are; the others are
     * read side by side, and what was added meanwhile after them.
     */
    async function all(what, schema, route, parameters, limit) {
        const readPage = (page) => one(what, schema, route, { ...parameters, per_page: PER_PAGE, page });
        const pages = [await readPage(1)];
        while (pages.at(-1)?.link.includes('rel="next"')) {
            const known = readLastPage(pages.at(-1)?.link ?? '') ?? pages.length + 1;
            if (known * PER_PAGE > limit + PER_PAGE)
                throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreadable */ .I(what, `there are more than ${limit}`);
            const numbers = Array.from({ length: Math.max(1, known - pages.length) }, (_, at) => pages.length + 1 + at);
            pages.push(...(await (0,_concurrently_js__WEBPACK_IMPORTED_MODULE_1__/* .mapConcurrently */ .X)(numbers, CONCURRENT_READS, readPage)));
        }
        const items = pages.flatMap(({ value }) => value);
        if (items.length > limit)
            throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreadable */ .I(what, `there are more than ${limit}`);
        return items;
    }
    /** @throws Refused or Unreadable, like `one`. */
    async function graphql(what, schema, query, variables) {
        requests += 1;
        const data = await api.graphql(query, { ...common, ...variables }).catch((error) => {
            throw new Refused(what, error);
        });
        return parse(what, schema, data);
    }
    /** @throws Refused, also when the answer is larger than `maxBytes`. */
    async function download(what, route, parameters, maxBytes) {
        requests += 1;
        return api.download(route, { ...common, ...parameters }, maxBytes).catch((error) => {
            throw new Refused(what, error);
        });
    }
    const requestCount = () => requests;
    return { one, all, graphql, download, requestCount, answeredAt: () => answeredAt };
}
function parse(what, schema, data) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(schema, data);
    if (result.success)
        return result.output;
    throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreadable */ .I(what, 'GitHub answered in a form that is not documented');
}
/** The number of the last page by a `Link` header; null when it does not say. */
function readLastPage(link) {
    const address = readLink(link, 'last');
    const page = Number(address?.searchParams.get('page') ?? Number.NaN);
    return Number.isSafeInteger(page) ? page : null;
}
/** Whether an error says that GitHub does not have, or no longer has, a commit that was asked for. */
function isGone(error) {
    return isRefusedWith(error, 404, 409, 422);
}
/** Whether GitHub answered with one of these statuses, and not because of a rate limit. */
function isRefusedWith(error, ...statuses) {
    return error instanceof Refused && !error.isLimited && statuses.includes(error.status ?? 0);
}
/** The address a `Link` header gives for a relation (RFC 8288); null without one. */
function readLink(link, relation) {
    const address = new RegExp(`<([^<>]*)>; rel="${relation}"`).exec(link)?.[1];
    return address !== undefined && URL.canParse(address) ? new URL(address) : null;
}
/** A failed request in words that carry nothing of the answer's body. */
function describeApiError(error) {
    const status = readStatus(error);
    if (status === null)
        return 'the request failed (network, timeout or unreadable answer)';
    return `GitHub answered ${status}${STATUS_HINTS[status] ?? ''}`;
}
/** Octokit gives failures of the network the status 500, too, and no answer with it. */
function readStatus(error) {
    if (typeof error !== 'object' || error === null || !('status' in error))
        return null;
    const isUnanswered = 'response' in error && error.response === undefined;
    const status = Number(error.status);
    return isUnanswered || Number.isNaN(status) ? null : status;
}
/** REST documentation: Rate limits, "Exceeding the rate limit". */
function hasMetLimit(error) {
    const { headers } = (error?.response ?? {});
    return headers?.['retry-after'] !== undefined || headers?.['x-ratelimit-remaining'] === '0';
}
const STATUS_HINTS = {
    401: ' (the token is not valid)',
    403: ' (the token may not read it, or a rate limit is used up)',
    404: ' (it does not exist, or the token may not see it)',
    429: ' (a rate limit is used up)',
    500: ' (its own error)',
    502: ' (its own error)',
    503: ' (its own error)',
};


/***/ }),

/***/ 9446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ mapConcurrently)
/* harmony export */ });
/** Maps items side by side, at most `limit` at once, keeping their order. The first failure rejects. */
async function mapConcurrently(items, limit, convert) {
    const results = new Array(items.length);
    let next = 0;
    async function work() {
        for (let at = next++; at < items.length; at = next++) {
            results[at] = await convert(items[at], at);
        }
    }
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
    return results;
}


/***/ }),

/***/ 8563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sizeOf),
/* harmony export */   Y: () => (/* binding */ makeReader)
/* harmony export */ });
/* harmony import */ var _engine_blob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8429);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3133);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4211);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8006);




/** Bytes of an entry's content; of a size that GitHub does not give, more than anybody reads. */
function sizeOf(entry) {
    return (0,_engine_blob_js__WEBPACK_IMPORTED_MODULE_3__/* .isSubmodule */ .X)(entry) ? 0 : (entry.size ?? Number.POSITIVE_INFINITY);
}
const PER_PAGE = 100;
/** More of one kind on one pull request and nobody can have read them. */
const MAX_EVENTS = 20_000;
const MAX_REVIEWS = 5_000;
const MAX_COMMENTS = 10_000;
const MAX_CHECK_RUNS = 2_000;
/** GitHub lists the first 1,000 runs of a commit and does not say that there are more. */
const MAX_RUNS = 999;
const MAX_ARTIFACTS = 1_000;
const EDIT_QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { issue(number: $number) { lastEditedAt } }
}`;
/** Reads one repository. Every answer is validated; whatever cannot be read is `Unreadable`. */
function makeReader(api, { owner, repo }) {
    const ask = (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .makeAsk */ .kr)(api, { owner, repo });
    async function get(what, schema, route, parameters = {}) {
        return (await ask.one(what, schema, route, parameters)).value;
    }
    function compare(base, head, page, perPage) {
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        const parameters = { basehead: `${base}...${head}`, per_page: perPage, page };
        return get('the comparison of base and head', _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .Comparison */ .Uf, route, parameters);
    }
    return {
        repository: `${owner}/${repo}`,
        requestCount: ask.requestCount,
        /** GitHub's time of the last answer; null before the first one. */
        answeredAt: ask.answeredAt,
        pull: (number) => get(`pull request #${number}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .Pull */ .uX, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: number }),
        async branchTip(branch) {
            const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
            const parameters = { ref: `heads/${branch}` };
            return (await get(`the tip of ${branch}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .GitRef */ .aY, route, parameters)).object.sha;
        },
        /** One page of the changed files; pages count from 1. */
        filePage(number, page) {
            const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
            const parameters = { pull_number: number, per_page: PER_PAGE, page };
            return get('the list of changed files', _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .FileList */ .$c, route, parameters);
        },
        compare: (base, head, page = 1) => compare(base, head, page, PER_PAGE),
        /** The merge base GitHub's diff of two commits starts at. */
        async mergeBase(base, head) {
            return (await compare(base, head, 1, 1)).merge_base_commit.sha;
        },
        /** Every file, link and submodule of a commit, by path. */
        async tree(commit) {
            const what = `the tree of ${commit.slice(0, 12)}`;
            const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';
            const value = await get(what, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .Tree */ .PH, route, { tree_sha: commit, recursive: '1' });
            if (value.truncated)
                throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreadable */ .I(what, 'GitHub truncated it (it has too many entries)');
            const files = value.tree.filter((entry) => entry.type !== 'tree');
            return new Map(files.map(({ path, mode, sha, size }) => [path, { mode, blob: sha, size: size ?? null }]));
        },
        async blob(sha) {
            const what = `the content of ${sha.slice(0, 12)}`;
            const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
            const value = await get(what, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .Blob */ .YQ, route, { file_sha: sha });
            const bytes = Buffer.from(value.content, 'base64');
            if (value.size !== null && value.size !== bytes.length)
                throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_0__/* .Unreadable */ .I(what, 'its size is wrong');
            return bytes;
        },
        /** The files of a commit as a gzipped tar archive, made by its attributes. */
        archive: (commit, maxBytes) => ask.download(`the archive of ${commit.slice(0, 12)}`, 'GET /repos/{owner}/{repo}/tarball/{ref}', { ref: commit }, maxBytes),
        /** What GitHub finds wrong with the CODEOWNERS of a commit. */
        async codeownersErrors(commit) {
            const route = 'GET /repos/{owner}/{repo}/codeowners/errors';
            const what = 'the errors in CODEOWNERS';
            return (await get(what, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .CodeownersErrors */ .$u, route, { ref: commit })).errors;
        },
        commit(sha) {
            const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
            return get(`commit ${sha.slice(0, 12)}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .GitCommit */ .Yg, route, { commit_sha: sha });
        },
        issue(number) {
            const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
            return get(`issue #${number}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .Issue */ .m2, route, { issue_number: number });
        },
        /** When an issue's text was last edited; null: never. */
        async issueEditedAt(number) {
            const what = `the edit history of issue #${number}`;
            const answer = await ask.graphql(what, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .IssueEdit */ .YF, EDIT_QUERY, { number });
            return answer.repository.issue.lastEditedAt;
        },
        /** Everything that happened to an issue or pull request, oldest first. */
        events: (number) => ask.all(`the events of #${number}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .EventList */ .lV, 'GET /repos/{owner}/{repo}/issues/{issue_number}/events', { issue_number: number }, MAX_EVENTS),
        reviews: (number) => ask.all(`the reviews of #${number}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .ReviewList */ .DV, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { pull_number: number }, MAX_REVIEWS),
        comments: (number) => ask.all(`the comments of #${number}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .CommentList */ .QM, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: number }, MAX_COMMENTS),
        /** All runs of a check on a commit, replaced ones included. */
        checkRuns: (sha, name) => ask.all(`the check runs of ${sha.slice(0, 12)}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .CheckRunPage */ .JD, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ref: sha, check_name: name, filter: 'all' }, MAX_CHECK_RUNS),
        /**
         * A page of the moves of a branch, newest first, with the cursor of the next; the head repository
         * may be a fork.
         */
        async activity(repository, branch, cursor) {
            const [headOwner = '', headRepo = ''] = repository.split('/');
            const { value, link } = await ask.one(`the pushes to ${branch}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .ActivityList */ ._0, 'GET /repos/{owner}/{repo}/activity', {
                owner: headOwner,
                repo: headRepo,
                ref: `refs/heads/${branch}`,
                per_page: PER_PAGE,
                ...(cursor !== null && { after: cursor }),
            });
            return { moves: value, next: (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .readLink */ .XF)(link, 'next')?.searchParams.get('after') ?? null };
        },
        /** The runs of all workflows on a commit, newest first. */
        workflowRuns: (headSha) => ask.all(`the workflow runs of ${headSha.slice(0, 12)}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .WorkflowRunPage */ .gU, 'GET /repos/{owner}/{repo}/actions/runs', { head_sha: headSha }, MAX_RUNS),
        artifacts: (run) => ask.all(`the artifacts of run ${run}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .ArtifactPage */ .QL, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', { run_id: run }, MAX_ARTIFACTS),
        /** The ZIP file of an artifact. */
        artifactZip: (id, maxBytes) => ask.download(`artifact ${id}`, 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', { artifact_id: id, archive_format: 'zip' }, maxBytes),
        /** The open pull requests of the repository. */
        openPulls: () => ask.all('the open pull requests', _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .PullList */ .EO, 'GET /repos/{owner}/{repo}/pulls', { state: 'open' }, 5000),
        /** The pull requests, closed ones too, whose head was this branch of this owner's. */
        pullsOfBranch: (owner, branch) => ask.all(`the pull requests of the branch ${branch}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .PullList */ .EO, 'GET /repos/{owner}/{repo}/pulls', { state: 'all', head: `${owner}:${branch}` }, 1000),
        /** The open pull requests whose head is this commit. */
        pullsOfCommit: (sha) => ask.all(`the pull requests of ${sha.slice(0, 12)}`, _schemas_js__WEBPACK_IMPORTED_MODULE_2__/* .PullList */ .EO, 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { commit_sha: sha }, 1000),
    };
}


/***/ }),

/***/ 9053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRevision)
/* harmony export */ });
/* harmony import */ var _concurrently_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9446);

const CONCURRENT_READS = 16;
const REGULAR_FILE = /^100(644|755)$/;
/** The files of one tree as the shared readers of policy and plans want them. */
function readRevision(reader, name, tree) {
    const isRegular = (path) => REGULAR_FILE.test(tree.get(path)?.mode ?? '');
    return {
        name,
        read: async (paths) => {
            const found = paths.filter(isRegular);
            const blobs = await (0,_concurrently_js__WEBPACK_IMPORTED_MODULE_0__/* .mapConcurrently */ .X)(found, CONCURRENT_READS, (path) => reader.blob(tree.get(path)?.blob ?? ''));
            return new Map(found.map((path, at) => [path, blobs[at]]));
        },
        list: async (folder) => {
            const prefix = `${folder}/`;
            const isDirect = (path) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/');
            return [...tree.keys()].filter((path) => isDirect(path) && isRegular(path));
        },
    };
}


/***/ }),

/***/ 8006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ FileList),
/* harmony export */   $u: () => (/* binding */ CodeownersErrors),
/* harmony export */   DL: () => (/* binding */ Membership),
/* harmony export */   DV: () => (/* binding */ ReviewList),
/* harmony export */   EO: () => (/* binding */ PullList),
/* harmony export */   JD: () => (/* binding */ CheckRunPage),
/* harmony export */   PH: () => (/* binding */ Tree),
/* harmony export */   QL: () => (/* binding */ ArtifactPage),
/* harmony export */   QM: () => (/* binding */ CommentList),
/* harmony export */   Uf: () => (/* binding */ Comparison),
/* harmony export */   YF: () => (/* binding */ IssueEdit),
/* harmony export */   YQ: () => (/* binding */ Blob),
/* harmony export */   Yg: () => (/* binding */ GitCommit),
/* harmony export */   _0: () => (/* binding */ ActivityList),
/* harmony export */   aY: () => (/* binding */ GitRef),
/* harmony export */   gU: () => (/* binding */ WorkflowRunPage),
/* harmony export */   lV: () => (/* binding */ EventList),
/* harmony export */   m2: () => (/* binding */ Issue),
/* harmony export */   u: () => (/* binding */ Team),
/* harmony export */   uX: () => (/* binding */ Pull)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/**
 * The parts of GitHub's REST answers that the gate reads. Answers are validated, because half an
 * answer read as a whole one is how a gate lets something through. Source: docs.github.com/rest.
 */
const sha = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** Server times, ISO 8601. */
const time = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((text) => !Number.isNaN(Date.parse(text))));
const count = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const account = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** Null for an account that was deleted. */
const nullableAccount = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(account);
const app = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ slug: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }));
const gitPerson = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), email: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }));
const Pull = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: count,
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    user: nullableAccount,
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })),
    changed_files: count,
    created_at: time,
    merged: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    mergeable: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
    merge_commit_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        /** An earlier tip of the base: GitHub refreshes it only now and then. */
        sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(sha),
        repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ default_branch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    }),
    head: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha, repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) }),
});
const PullList = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: count,
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    head: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha }),
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    created_at: time,
    closed_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(time),
}));
const FileList = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    filename: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    previous_filename: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([
        'added',
        'removed',
        'modified',
        'renamed',
        'copied',
        'changed',
        'unchanged',
    ]),
    sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    additions: count,
    deletions: count,
    patch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
}));
const GitRef = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ object: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha, type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }) });
const comparedCommit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    sha,
    author: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([account, valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({})])),
    committer: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([account, valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({})])),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), author: gitPerson, committer: gitPerson }),
    parents: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha })),
});
const Comparison = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['diverged', 'ahead', 'behind', 'identical']),
    merge_base_commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha }),
    total_commits: count,
    commits: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(comparedCommit),
});
const Tree = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    truncated: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    tree: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        mode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        sha,
        size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
    })),
});
const Blob = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    content: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    encoding: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('base64'),
    size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(count),
});
const GitCommit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    sha,
    tree: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha }),
    parents: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha })),
});
const ActivityList = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    before: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    after: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    timestamp: time,
    activity_type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    actor: nullableAccount,
}));
const labelName = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) });
const Issue = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: count,
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((name) => ({ name }))),
        labelName,
    ])),
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({})),
});
/** GraphQL: `Issue.lastEditedAt`, null for a text that was never edited. */
const IssueEdit = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ issue: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ lastEditedAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(time) }) }),
});
/** Only what the gate knows is looked at; GitHub has dozens of kinds and adds to them. */
const EventList = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    actor: nullableAccount,
    created_at: time,
    label: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(labelName),
    performed_via_github_app: app,
}));
const ReviewList = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    user: nullableAccount,
    state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Absent while a review is pending. */
    submitted_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(time),
    commit_id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
}));
const CommentList = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    user: nullableAccount,
    body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    created_at: time,
    /** Later than `created_at` once it was edited, by whoever may edit comments here. */
    updated_at: time,
    performed_via_github_app: app,
}));
const CodeownersErrors = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    errors: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ line: count, column: count, kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
});
const CheckRunPage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    check_runs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        /** Counts up in the order of creation, over the whole of GitHub. */
        id: count,
        status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        conclusion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        completed_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(time),
        external_id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        app,
    })),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((page) => page.check_runs));
const Team = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ slug: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** `pending` until the person has accepted the invitation. */
const Membership = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const WorkflowRunPage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    workflow_runs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: count,
        /** With `@ref` behind it for some events. */
        path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        conclusion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        head_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        head_branch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        /** Null for a fork that is gone. */
        head_repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
        created_at: time,
        /** Start of the latest attempt. */
        run_started_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(time),
        html_url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        repository: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    })),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((page) => page.workflow_runs));
const ArtifactPage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    artifacts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: count,
        name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        size_in_bytes: count,
        expired: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        created_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(time),
        /** `sha256:` and hex digits; older servers have none. */
        digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        workflow_run: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(count), head_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })),
    })),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((page) => page.artifacts));


/***/ })

};
