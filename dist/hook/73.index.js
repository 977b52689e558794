"use strict";
exports.id = 73;
exports.ids = [73,249];
exports.modules = {

/***/ 1249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findSecretIn),
/* harmony export */   c: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   redactSecrets: () => (/* binding */ redactSecrets)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

const REDACTED = '[redacted]';
const KEY_END = '-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----';
/** An underscore before a token is a letter to `\\b`, and none to people. */
const SHAPES = [
    {
        name: 'a private key',
        // Without its end the rest of the text may be the key.
        expression: `(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:${KEY_END}|\\z)`,
    },
    {
        name: 'a GitHub token',
        expression: '(?:\\b|_)gh[pousr]_[A-Za-z0-9]{36,}|(?:\\b|_)github_pat_[A-Za-z0-9_]{22,}',
    },
    {
        name: 'a GitLab token',
        expression: '(?:\\b|_)gl(?:pat|ptt|dt|rt|cbt|ft|imt|agent|soat)-[A-Za-z0-9_-]{20,}',
    },
    {
        name: 'a Slack token',
        expression: '(?:\\b|_)xox[abeoprs]-[A-Za-z0-9-]{10,}|(?:\\b|_)xapp-[0-9]-[A-Za-z0-9-]{10,}|hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}',
    },
    { name: 'an AWS access key', expression: '(?:\\b|_)(?:AKIA|ASIA)[A-Z0-9]{16}\\b' },
    {
        name: 'a Google key',
        expression: '(?:\\b|_)AIza[A-Za-z0-9_-]{35}|(?:\\b|_)ya29\\.[A-Za-z0-9_-]{20,}|(?:\\b|_)GOCSPX-[A-Za-z0-9_-]{28}',
    },
    {
        name: 'a Stripe key',
        expression: '(?:\\b|_)[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|(?:\\b|_)whsec_[A-Za-z0-9]{24,}',
    },
    { name: 'an npm token', expression: '(?:\\b|_)npm_[A-Za-z0-9]{36}' },
    { name: 'an Anthropic key', expression: '(?:\\b|_)sk-ant-[A-Za-z0-9_-]{20,}' },
    {
        // One shape each: by itself an expression is only tried where its literal is.
        name: 'an OpenAI key',
        expression: '(?:\\b|_)sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,}',
    },
    { name: 'an OpenAI key', expression: '(?:\\b|_)sk-[A-Za-z0-9]{32,}' },
    {
        name: 'an OpenAI key',
        expression: '(?:\\b|_)sk-[A-Za-z0-9_-]*T3BlbkFJ[A-Za-z0-9_-]{10,}',
    },
    {
        name: 'a JSON Web Token',
        expression: '(?:\\b|_)eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}',
    },
    {
        name: 'a URL with a password',
        // A placeholder such as ${TOKEN}, <token> or *** is no secret.
        expression: '://[^\\s/:@]*:[^\\s/@$<{*\\[%][^\\s/@]*@',
        replacement: `://${REDACTED}@`,
    },
    {
        name: 'an authorization header',
        expression: '(?i)(?:\\b|_)authorization["\']?\\s{0,8}[:=]\\s{0,8}["\']?(?:bearer|basic|token)\\s{1,8}[a-z0-9._~+/=-]{8,}',
        replacement: `Authorization: ${REDACTED}`,
    },
];
/** Bytes of the shortest secret that any of the shapes can be. */
const SHORTEST_SECRET = 6;
/** A list of literals, so linear in any engine; more exact than the hints, and much cheaper than RE2. */
const PREFILTER = /-----BEGIN|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|xox[abeoprs]-|xapp-|slack|A[KS]IA|AIza|ya29|GOCSPX|[sr]k_|whsec_|npm_|sk-|eyJ|:\/\/|authorization/i;
let compiled = null;
/** Compiled when first needed: most runs never are. */
function expressions() {
    compiled ??= SHAPES.map(({ expression }) => re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(expression));
    return compiled;
}
/** What secret a text holds, such as `a GitHub token`; null when it holds none of a known shape. */
function findSecretIn(text) {
    if (!PREFILTER.test(text))
        return null;
    const found = expressions().findIndex((expression) => expression.test(text));
    return SHAPES[found]?.name ?? null;
}
/** The text with `[redacted]` in the place of every secret of a known shape. */
function redactSecrets(text) {
    if (!PREFILTER.test(text))
        return text;
    return expressions().reduce((rest, expression, index) => expression.matcher(rest).replaceAll(SHAPES[index]?.replacement ?? REDACTED), text);
}


/***/ }),

/***/ 7073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginChain: () => (/* binding */ beginChain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _engine_chain_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5419);
/* harmony import */ var _engine_places_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5134);
/* harmony import */ var _engine_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1249);
/* harmony import */ var _sources_git_base_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9612);
/* harmony import */ var _sources_git_work_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6344);
/* harmony import */ var _chain_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1048);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7868);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3496);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3141);












/**
 * Begins a session's chain, bound to where the work starts (docs/audit-chain.md). What was changed before
 * is nobody's change. Under the session's lock.
 * @param last time of the last record of the session's chain before; empty when this is its first
 * @throws Unreadable when the protected branch cannot be read
 */
async function beginChain(session, last) {
    const { place, tip } = session;
    const role = { ...session.role, model: (0,_engine_secrets_js__WEBPACK_IMPORTED_MODULE_4__.redactSecrets)(session.role.model) };
    const git = { directory: place.root, env: { GIT_DIR: place.gitDir, GIT_WORK_TREE: place.root } };
    const facts = await (0,_sources_git_base_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .readBaseFacts */ .hr)(git, tip.commit, _engine_places_js__WEBPACK_IMPORTED_MODULE_11__/* .POLICY_PATH */ .l$);
    const genesis = {
        base_sha: facts.baseSha,
        nonce: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex'),
        policy_sha256: facts.policySha256,
        repository: facts.repository,
    };
    const tree = (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .workTreeOf */ .FY)(session);
    if (!(0,_sources_git_work_index_js__WEBPACK_IMPORTED_MODULE_6__/* .isBegun */ .av)(tree))
        await (0,_sources_git_work_index_js__WEBPACK_IMPORTED_MODULE_6__/* .beginIndex */ .wq)(tree);
    const chain = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    const path = (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .chainFile */ .c9)(place, chain);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
    const first = { v: 1, chain, seq: 0, prev: (0,_engine_chain_format_js__WEBPACK_IMPORTED_MODULE_3__/* .hashGenesis */ .tw)(genesis), role, genesis };
    const ts = (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .timeAfter */ .iR)(last, session.clock);
    const stored = (0,_engine_chain_format_js__WEBPACK_IMPORTED_MODULE_3__/* .storeRecord */ .vQ)({ ...first, ts, event: 'session_start' });
    (0,_chain_file_js__WEBPACK_IMPORTED_MODULE_7__/* .appendLines */ ._g)(path, 0, stored.line);
    const state = {
        v: 1,
        session: role.session_id,
        chain,
        role,
        genesis,
        seq: 1,
        prev: stored.hash,
        time: ts,
        size: Buffer.byteLength(stored.line),
        branch: (0,_refs_js__WEBPACK_IMPORTED_MODULE_8__/* .readBranch */ .pG)(place),
        attached: false,
        closed: false,
        hasNews: false,
        reminded: false,
        open: {},
        turn: 0,
        done: [],
        indexStamp: (0,_sources_git_work_index_js__WEBPACK_IMPORTED_MODULE_6__/* .stampIndex */ .qW)(tree),
    };
    (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .writeState */ .Jq)(place, state);
    (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .pointTo */ .iK)(place, state);
    return state;
}


/***/ }),

/***/ 9612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askBaseTip: () => (/* binding */ askBaseTip),
/* harmony export */   hr: () => (/* binding */ readBaseFacts),
/* harmony export */   isBehindBase: () => (/* binding */ isBehindBase),
/* harmony export */   qE: () => (/* binding */ findFile)
/* harmony export */ });
/* unused harmony export findBase */
/* harmony import */ var _engine_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5482);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3133);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6007);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7883);




/** @throws Unreadable when objects are missing */
async function readBaseFacts(place, tip, policyPath) {
    const [baseSha, remotes] = await Promise.all([findBase(place, tip), (0,_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .readRemotes */ .OC)(place)]);
    const blob = await findFile(place, baseSha, policyPath);
    const bytes = blob === null ? new Uint8Array() : await readBlob(place, blob);
    return { baseSha, policySha256: (0,_engine_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes), repository: remotes.repository ?? '' };
}
/** Where HEAD leaves the protected branch; its tip for a history without such a commit, or none yet. */
async function findBase(place, tip) {
    return (await ask(place, ['merge-base', 'HEAD', tip])) ?? tip;
}
/**
 * Whether work on HEAD may count a commit as its start: it is where HEAD leaves the protected branch, or
 * before. Not so for a chain that began on a newer commit than the branch that was switched to.
 */
async function isBehindBase(place, commit, tip) {
    const base = await findBase(place, tip);
    if (base === commit)
        return true;
    const { code } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)(place, ['merge-base', '--is-ancestor', commit, base]);
    return code === 0;
}
/**
 * The blob of a regular file in a commit; null when there is none. A link or submodule is none.
 * @throws Unreadable when the commit or its trees are missing
 */
async function findFile(place, commit, path) {
    const { code, stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)(place, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
    if (code !== 0)
        throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreadable */ .I('the protected branch', `commit ${commit} is not in the clone`);
    const [, blob] = /^100\d{3} blob ([0-9a-f]+)\t/.exec(stdout.toString('utf8')) ?? [];
    return blob ?? null;
}
async function readBlob(place, blob) {
    const { code, stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)(place, ['cat-file', 'blob', blob]);
    if (code !== 0)
        throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_1__/* .Unreadable */ .I('the policy', `the policy's blob ${blob} is not in the clone; run "git fetch origin"`);
    return stdout;
}
const CANDIDATES = ['HEAD', 'main', 'master'].map((name) => `refs/remotes/origin/${name}`);
/** The default branch's remote-tracking ref as git itself finds it; null when there is none. */
async function askBaseTip(place) {
    for (const candidate of CANDIDATES) {
        const commit = await ask(place, ['rev-parse', '--verify', '--quiet', `${candidate}^{commit}`]);
        const ref = await ask(place, ['rev-parse', '--symbolic-full-name', candidate]);
        if (commit !== null && ref !== null)
            return { branch: ref.replace('refs/remotes/origin/', ''), commit };
    }
    return null;
}
async function ask(place, args) {
    const { code, stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)(place, args);
    const answer = stdout.toString('utf8').trim();
    return code === 0 && answer !== '' ? answer : null;
}


/***/ }),

/***/ 7883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ readObjects),
/* harmony export */   OC: () => (/* binding */ readRemotes),
/* harmony export */   h_: () => (/* binding */ openRepository)
/* harmony export */ });
/* unused harmony exports parseRemoteUrl, missingObjects */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _engine_text_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1026);
/* harmony import */ var _cannot_start_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7528);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3894);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6007);







/** Opens the repository at a directory. Throws `CannotStart` when there is none that can be read. */
async function openRepository(directory) {
    const refs = { directory, env: {} };
    const borrowed = await locateObjects(refs);
    const remotes = await readRemotes(refs);
    const { room, shallowCommits } = await makeRoom(borrowed);
    return {
        name: (0,_engine_text_names_js__WEBPACK_IMPORTED_MODULE_3__.showName)(directory),
        refs,
        objects: {
            directory: room,
            env: { GIT_DIR: room, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        },
        shallowCommits,
        remotes,
        // What cannot be tidied up changes no verdict.
        close: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(room, { recursive: true, force: true, maxRetries: 3 }).catch(() => { }),
    };
}
async function locateObjects(place) {
    const paths = ['--path-format=absolute', '--git-path', 'objects', '--git-path', 'shallow'];
    const question = ['rev-parse', ...paths, '--show-object-format'];
    const { code, stdout, stderr } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .E)(place, question);
    const [objects, shallowFile, format, ...rest] = stdout.toString('utf8').split('\n');
    if (code !== 0)
        throw new _cannot_start_js__WEBPACK_IMPORTED_MODULE_5__/* .CannotStart */ .c(describeRefusal(place, stderr));
    if (!objects || !shallowFile || !format || rest.join('') !== '') {
        throw new _cannot_start_js__WEBPACK_IMPORTED_MODULE_5__/* .CannotStart */ .c('The path of the repository contains a line break; rename the directory.');
    }
    return { objects, shallowFile, format };
}
function describeRefusal(place, stderr) {
    const directory = (0,_engine_text_names_js__WEBPACK_IMPORTED_MODULE_3__.showName)(place.directory);
    return /dubious ownership/.test(stderr)
        ? `git refuses to read "${directory}" because another user owns it; allow it with "git config --global --add safe.directory <directory>".`
        : `"${directory}" is not a git repository that can be read; name one with --repo.`;
}
async function makeRoom(borrowed) {
    try {
        const room = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'countersign-'));
        await furnish(room, borrowed);
        return { room, shallowCommits: await readShallowCommits(room) };
    }
    catch {
        throw new _cannot_start_js__WEBPACK_IMPORTED_MODULE_5__/* .CannotStart */ .c(`No temporary directory can be made in "${(0,_engine_text_names_js__WEBPACK_IMPORTED_MODULE_3__.showName)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)())}"; free some space or set TMPDIR.`);
    }
}
/** The least that git takes for a repository; written by hand, so that no template gets in. */
async function furnish(room, { objects, shallowFile, format }) {
    const config = [
        '[core]',
        'repositoryformatversion = 1',
        'bare = true',
        'attributesFile = /dev/null',
        '[extensions]',
        `objectFormat = ${format}`,
    ];
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'objects', 'info'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'refs'));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'HEAD'), 'ref: refs/heads/none\n');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'config'), `${config.join('\n')}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'objects', 'info', 'alternates'), `${quotePath(objects)}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(shallowFile, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'shallow')).catch(ignoreMissingFile);
}
/** A path as git reads one back from `objects/info/alternates`, line breaks and all. */
function quotePath(path) {
    const escaped = Array.from(Buffer.from(path), (byte) => /[\w./ :-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `\\${byte.toString(8).padStart(3, '0')}`);
    return `"${escaped.join('')}"`;
}
async function readShallowCommits(room) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(room, 'shallow'), 'utf8').catch(ignoreMissingFile);
    return (text ?? '').split('\n').filter((line) => line !== '');
}
function ignoreMissingFile(error) {
    if ((0,_error_code_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$)(error) !== 'ENOENT')
        throw error;
}
/** Reads the remotes from the configuration; a clone may well have none. */
async function readRemotes(place) {
    const query = ['config', '-z', '--get-regexp', '^remote\\..*\\.(url|fetch)$'];
    const { stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .E)(place, query);
    const settings = stdout.toString('utf8').split('\0').map(parseSetting);
    const origin = settings.findLast(({ key }) => key === 'remote.origin.url');
    return {
        names: [...new Set(settings.map(({ key }) => key.split('.').slice(1, -1).join('.')))],
        repository: origin === undefined ? null : parseRemoteUrl(origin.value),
    };
}
function parseSetting(record) {
    const end = record.indexOf('\n');
    return { key: record.slice(0, end), value: record.slice(end + 1) };
}
const URL_FORM = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i;
const SCP_FORM = /^(?:[^@/\s]+@)?[^:/\\\s]{2,}:(?!\/\/)(.+)$/;
/** The end of the path: proxies and groups put something before it. */
const OWNER_AND_NAME = /(?:^|\/)([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+?)(?:\.git)?\/*$/;
/**
 * Owner and name: the last two names of any remote address with a host; user names and passwords in it
 * are dropped. Null for a path on this machine.
 */
function parseRemoteUrl(url) {
    const path = (URL_FORM.exec(url) ?? SCP_FORM.exec(url))?.[1];
    const match = path === undefined ? null : OWNER_AND_NAME.exec(path);
    return match === null ? null : `${match[1]}/${match[2]}`;
}
/** Standard output of a command on the objects; `CannotStart` when objects are missing. */
async function readObjects(repository, args) {
    const { code, stdout } = await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .E)(repository.objects, args);
    if (code !== 0)
        throw missingObjects(repository);
    return stdout;
}
function missingObjects(repository) {
    return new _cannot_start_js__WEBPACK_IMPORTED_MODULE_5__/* .CannotStart */ .c(`Objects of "${repository.name}" are missing or damaged; run "git fsck" there, or use a full clone.`);
}


/***/ })

};
;