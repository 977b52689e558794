"use strict";
exports.id = 279;
exports.ids = [279,26,249];
exports.modules = {

/***/ 249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C8: () => (/* binding */ SECRET_HINTS),
/* harmony export */   N0: () => (/* binding */ findSecretIn),
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   redactSecrets: () => (/* binding */ redactSecrets)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(475);

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
/** Three letters, without regard to case, that every shape has one of; what has none needs no look. */
const SECRET_HINTS = [
    '---',
    ...['ghp', 'gho', 'ghu', 'ghs', 'ghr', 'git'],
    ...['glp', 'gld', 'glr', 'glc', 'glf', 'gli', 'gla', 'gls'],
    ...['xox', 'xap', 'sla', 'aki', 'asi', 'aiz', 'ya2', 'goc'],
    ...['sk_', 'rk_', 'whs', 'npm', 'sk-', 'eyj', '://', 'aut'],
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

/***/ 749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findInvisible)
/* harmony export */ });
/**
 * Characters that make text read otherwise than it runs: bidirectional controls (CVE-2021-42574),
 * zero-width or filler characters, and controls that move a terminal's cursor. Joiners are let through where a script or an emoji needs them.
 */
const SUSPECT = /[\x01-\x08\x0E-\x1F\x7F]|\p{Cf}|[\u115F\u1160\u3164\uFFA0]|\u034F|[\u17B4\u17B5]|[\u180B-\u180D]|[\u{E0100}-\u{E01EF}]/u;
const SUSPECTS = new RegExp(SUSPECT.source, 'gu');
const ZERO_WIDTH_JOINER = '\u200D';
const ZERO_WIDTH_NON_JOINER = '\u200C';
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
/** Scripts whose spelling uses joiners (Unicode UAX 31, section 2.3). */
const JOINING_SCRIPT = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}]/u;
/** Format characters that are visible signs of the Arabic and Syriac scripts. */
const VISIBLE_FORMAT = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]/u;
/** The first character of the line that hides something, as `U+202E`; null when there is none. */
function findInvisible(line) {
    if (!SUSPECT.test(line))
        return null;
    for (const match of line.matchAll(SUSPECTS)) {
        const [character] = match;
        const before = line.slice(Math.max(0, match.index - 2), match.index);
        const after = line.slice(match.index + character.length, match.index + character.length + 2);
        if (!isExpected(character, before, after))
            return codePointName(character);
    }
    return null;
}
function isExpected(character, before, after) {
    if (VISIBLE_FORMAT.test(character))
        return true;
    if (character === ZERO_WIDTH_JOINER && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after))
        return true;
    if (character !== ZERO_WIDTH_JOINER && character !== ZERO_WIDTH_NON_JOINER)
        return false;
    return JOINING_SCRIPT.test(before.slice(-1)) && JOINING_SCRIPT.test(after.slice(0, 1));
}
function codePointName(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}


/***/ }),

/***/ 26:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isUnsafeName),
/* harmony export */   showName: () => (/* binding */ showName)
/* harmony export */ });
/* harmony import */ var _invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(749);

/**
 * File names as the pull request's author chose them: any bytes but NUL and `/`. A name that a
 * person cannot read off a screen, or that git refuses to check out, is never taken at face value.
 */
/** Control, format and other invisible characters, line breaks, lone surrogates, undecodable bytes. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\uFFFD]/u;
/** Invisible, Hangul fillers included; emoji are spelled with the two presentation selectors. */
const INVISIBLE = /(?!\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/u;
/** Joiners that scripts and emoji are spelled with; where they do not belong is another question. */
const JOINERS = /[\u200C\u200D]/g;
/** Segments that git's own `verify_path` refuses, with the spellings Windows takes for `.git`. */
const REFUSED_SEGMENT = /^(?:\.{0,2}|\.git[. ]*|git~1)$/i;
/** Whether a path may look like another one, or like nothing, to whoever approves it. */
function isUnsafeName(path) {
    return (UNREADABLE.test(path.replace(JOINERS, '')) ||
        INVISIBLE.test(path.replace(JOINERS, '')) ||
        (path.search(JOINERS) >= 0 && (0,_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .findInvisible */ .t)(path) !== null) ||
        path.split('/').some((segment) => REFUSED_SEGMENT.test(segment)));
}
const SHORT_ESCAPES = new Map([
    ['\\', '\\\\'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
]);
const TO_ESCAPE = /[\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\uFFFD]|(?!\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/gu;
/** The name with everything unreadable written as an escape, so that no two names look alike by it. */
function showName(path) {
    return path.replace(TO_ESCAPE, (character) => SHORT_ESCAPES.get(character) ?? escapeCodePoint(character));
}
function escapeCodePoint(character) {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16).toUpperCase().padStart(4, '0')}}`;
}


/***/ }),

/***/ 279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordEnd: () => (/* binding */ recordEnd),
  recordOutcome: () => (/* binding */ recordOutcome),
  recordPrompt: () => (/* binding */ recordPrompt)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __webpack_require__(482);
// EXTERNAL MODULE: ./build/src/engine/secrets.js
var secrets = __webpack_require__(249);
// EXTERNAL MODULE: ./build/src/engine/text/well-formed.js
var well_formed = __webpack_require__(982);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ./build/src/sources/git/work-index.js
var work_index = __webpack_require__(483);
// EXTERNAL MODULE: ./build/src/recorder/lock.js
var lock = __webpack_require__(649);
// EXTERNAL MODULE: ./build/src/recorder/session.js
var recorder_session = __webpack_require__(496);
;// CONCATENATED MODULE: ./build/src/recorder/final-state.js





/**
 * Appends a record with the final state of every path that changed since the chain began. It takes
 * part in no explanation: what somebody changed after the agent's last call is listed and stays
 * unexplained.
 */
async function recordFinalState(session, event, change = {}) {
    const { lookLock } = (0,recorder_session/* filesOf */.R8)(session);
    const begun = await (0,recorder_session/* record */.g1)(session, () => []);
    return (0,lock/* withLock */.k)(lookLock, async () => {
        const files = await readFinalFiles((0,recorder_session/* workTreeOf */.FY)(session), begun.genesis.base_sha);
        return (0,recorder_session/* record */.g1)(session, () => [{ event, files }], change);
    });
}
/** Looked up in a copy of the recorder's index, so that the next call still sees what is new. */
async function readFinalFiles(tree, base) {
    const copy = { ...tree, index: `${tree.index}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}` };
    try {
        (0,work_index/* copyIndex */.UZ)(tree.index, copy.index);
        const { settle } = await (0,work_index/* lookAtChanges */.a_)(copy);
        settle();
        return Object.fromEntries(await (0,work_index/* compareWith */.G_)(copy, base));
    }
    finally {
        for (const ending of ['', '.lock', '.next', '.next.lock'])
            (0,external_node_fs_.rmSync)(`${copy.index}${ending}`, { force: true });
    }
}

// EXTERNAL MODULE: ./build/src/hook/record-call.js
var record_call = __webpack_require__(369);
;// CONCATENATED MODULE: ./build/src/hook/record-outcome.js









/** Looks wait for one another, and each may take a while in a large work tree; milliseconds. */
const LOOK_WAIT_MS = 50_000;
/**
 * Records how a call ended together with every file that changed meanwhile, whoever changed it: a
 * shell command, or a tool that tells nobody. Looking and recording are one step for all calls of a
 * session, or an older look could be recorded after a newer one.
 */
async function recordOutcome(event, status) {
    const { session } = event;
    const tree = (0,recorder_session/* workTreeOf */.FY)(session);
    const isNew = (0,recorder_session/* peek */.se)(session) === null || !(0,work_index/* isBegun */.av)(tree);
    if (isNew)
        await (0,recorder_session/* record */.g1)(session, () => []);
    const lookAndRecord = async () => {
        if (!(0,work_index/* isBegun */.av)(tree))
            await (0,work_index/* beginIndex */.wq)(tree);
        const stamp = (0,work_index/* stampIndex */.qW)(tree);
        const { blobs, settle } = isNew ? await lookAtTargets(event) : await look(session, stamp);
        await (0,recorder_session/* record */.g1)(session, await (0,record_call/* draftResult */.X)(event, status, blobs), { indexStamp: stamp });
        settle();
    };
    await (0,lock/* withLock */.k)((0,recorder_session/* filesOf */.R8)(session).lookLock, lookAndRecord, LOOK_WAIT_MS);
}
/** Without an earlier look only the files that the call names can be told to be its own. */
async function lookAtTargets({ session, call }) {
    const isWrite = call.action.category === 'file_write';
    const inside = call.action.paths.filter((path) => isWrite && !path.startsWith('.git/'));
    const { root } = session.place;
    const there = inside.filter((path) => isFile(`${root}/${path}`));
    return { blobs: await (0,work_index/* readBlobsNow */.jb)((0,recorder_session/* workTreeOf */.FY)(session), there), settle: () => { } };
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function look(session, stamp) {
    return (0,work_index/* lookAtChanges */.a_)((0,recorder_session/* workTreeOf */.FY)(session), (0,recorder_session/* peek */.se)(session)?.indexStamp !== stamp);
}
/** Ends the chain with the state of every file that changed since it began; a new one looks anew. */
async function recordEnd(session) {
    await recordFinalState(session, 'session_end');
    (0,external_node_fs_.rmSync)((0,recorder_session/* filesOf */.R8)(session).index, { force: true });
}
/** Longer prompts are kept in part. */
const MAX_PROMPT = 10_000;
/** Records that somebody asked for something: as a hash, or as text where the policy wants it. */
async function recordPrompt(session, prompt, keep) {
    const text = keep === 'redacted' ? { text: (0,well_formed/* wellFormed */.E)((0,secrets.redactSecrets)(prompt).slice(0, MAX_PROMPT)) } : {};
    const request = { category: 'other', input_sha256: (0,hash/* hashCanonical */.z)(prompt), ...text };
    await (0,recorder_session/* record */.g1)(session, () => [{ event: 'prompt', request }]);
}


/***/ }),

/***/ 528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ CannotStart)
/* harmony export */ });
/**
 * Nothing could be judged: exit code 2, which is never a pass. The message is one plain sentence that
 * names the input and the fix; it may be shown as it is.
 */
class CannotStart extends Error {
    name = 'CannotStart';
}


/***/ }),

/***/ 7:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ startGit),
/* harmony export */   E: () => (/* binding */ runGit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(421);
/* harmony import */ var _engine_text_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26);
/* harmony import */ var _cannot_start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(528);



/** Variables that say where a user's configuration is; all other `GIT_*` ones could redirect us. */
const KEPT_VARIABLES = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']);
const FIXED_ENVIRONMENT = {
    LC_ALL: 'C',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
};
/**
 * Runs git with arguments only, never through a shell, and waits for its end. A failing command is a
 * result, not an exception; throws `CannotStart` when git itself cannot be run.
 */
async function runGit(place, args) {
    const child = startGit(place, args);
    child.stdin.end();
    const [stdout, stderr, code] = await Promise.all([
        collect(child.stdout),
        collect(child.stderr),
        child.ended,
    ]);
    return { code, stdout, stderr: stderr.toString('utf8') };
}
/** Starts git; `ended` rejects with `CannotStart` when git itself cannot be run. */
function startGit(place, args) {
    if (args.some((argument) => argument.includes('\0'))) {
        throw new _cannot_start_js__WEBPACK_IMPORTED_MODULE_2__/* .CannotStart */ .c('A path or revision contains a NUL character; git has no such names.');
    }
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', ['-C', place.directory, ...args], {
        env: gitEnvironment(place.env),
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
    });
    // A process that ends early closes its input; its exit code tells the story.
    child.stdin.on('error', () => { });
    const ended = new Promise((resolve, reject) => {
        child.on('error', (error) => reject(describeStartFailure(error, place)));
        child.on('close', (code) => resolve(code ?? 1));
    });
    // Whoever stopped reading half-way does not wait for the end either.
    ended.catch(() => { });
    return {
        stdin: child.stdin,
        stdout: child.stdout,
        stderr: child.stderr,
        ended,
        stop: () => {
            child.kill();
        },
    };
}
function gitEnvironment(additions) {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || KEPT_VARIABLES.has(name));
    return { ...Object.fromEntries(inherited), ...FIXED_ENVIRONMENT, ...additions };
}
function describeStartFailure(error, place) {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    return new _cannot_start_js__WEBPACK_IMPORTED_MODULE_2__/* .CannotStart */ .c(isMissing
        ? 'git was not found; install git 2.38 or newer and put it on the PATH.'
        : `git could not be run in "${(0,_engine_text_names_js__WEBPACK_IMPORTED_MODULE_1__.showName)(place.directory)}"; check that it may be executed.`);
}
async function collect(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ compareWith),
/* harmony export */   UZ: () => (/* binding */ copyIndex),
/* harmony export */   a_: () => (/* binding */ lookAtChanges),
/* harmony export */   av: () => (/* binding */ isBegun),
/* harmony export */   jb: () => (/* binding */ readBlobsNow),
/* harmony export */   qW: () => (/* binding */ stampIndex),
/* harmony export */   wq: () => (/* binding */ beginIndex)
/* harmony export */ });
/* unused harmony export stageFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(760);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(133);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7);




const FIXED_SETTINGS = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.untrackedCache', 'false'],
    ['core.splitIndex', 'false'],
    ['core.quotePath', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
const AUDIT_FOLDER = '.countersign/audit/';
/** Begins an index of the work tree as it is now; what was changed before is nobody's change. */
async function beginIndex(tree) {
    copyIndex((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree.gitDir, 'index'), tree.index);
    if (!isBegun(tree))
        await runOn(tree, ['read-tree', '--empty']);
    const { settle } = await lookAtChanges(tree);
    settle();
}
/** Whether there is an earlier look to compare with. */
function isBegun({ index }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(index, { throwIfNoEntry: false }) !== undefined;
}
/** With the time of the original, by which git tells what it has to look at twice. */
function copyIndex(from, to) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(from, { throwIfNoEntry: false });
    if (stats === undefined) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(to, { force: true });
        return;
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(from, to);
    const seconds = Math.floor(stats.mtimeMs / 1000);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(to, seconds, seconds);
}
/** The blobs of files as they are now, known to have changed or not. */
async function readBlobsNow(tree, paths) {
    if (paths.length === 0)
        return new Map();
    await updateIndex(tree, paths);
    const entries = await readEntries(tree, paths);
    return new Map(paths.map((path) => [path, entries.get(path)?.blob ?? null]));
}
/** How the user's own index looks from outside; it changes whenever something is added or committed. */
function stampIndex({ gitDir }) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'index'), { throwIfNoEntry: false });
    return stats === undefined ? 'none' : `${stats.mtimeMs}-${stats.size}-${stats.ino}`;
}
const NOTHING_NEW = { blobs: new Map(), settle: () => { } };
/**
 * Every file that changed since the last look that was settled, ignored ones only when somebody added
 * them to the index all the same.
 * @param withIndex whether the user's own index may have changed, too
 * @throws Unreadable when git cannot read the work tree
 */
async function lookAtChanges(tree, withIndex = true) {
    const [changed, forced] = await Promise.all([
        listChanged(tree),
        withIndex ? listForced(tree) : [],
    ]);
    const candidates = [...new Set([...changed, ...forced])].filter(isWork).sort();
    if (candidates.length === 0)
        return NOTHING_NEW;
    const before = await readEntries(tree, candidates);
    const seen = new Set(changed);
    const doubtful = candidates.filter((path) => seen.has(path) || !before.has(path));
    if (doubtful.length === 0)
        return NOTHING_NEW;
    const next = { ...tree, index: `${tree.index}.next` };
    copyIndex(tree.index, next.index);
    await updateIndex(next, doubtful);
    const after = await readEntries(next, doubtful);
    const news = doubtful.filter((path) => !isSame(before.get(path), after.get(path)));
    return {
        blobs: new Map(news.map((path) => [path, after.get(path)?.blob ?? null])),
        settle: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(next.index, tree.index),
    };
}
function isWork(path) {
    return !path.startsWith(AUDIT_FOLDER);
}
/** Git names a link again that it looked at within the same tick of the clock. */
function isSame(before, after) {
    return before?.blob === after?.blob && before?.mode === after?.mode;
}
/** Nested repositories end in `/`. Names that are not UTF-8 cannot be told apart: the gate refuses them. */
async function listChanged(tree) {
    const options = ['-z', '-t', '--modified', '--deleted', '--others', '--exclude-standard'];
    const records = await runOn(tree, ['ls-files', ...options]);
    return records
        .split('\0')
        .slice(0, -1)
        .map((record) => record.slice(2))
        .filter((path) => !path.endsWith('/') && !path.includes('\ufffd'));
}
/** Files that are ignored and yet in the user's own index. */
async function listForced(tree) {
    const own = { ...tree, index: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree.gitDir, 'index') };
    const listed = await runOn(own, ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard']);
    return listed.split('\0').slice(0, -1);
}
/** Object ids are worked out and no object is written. */
async function updateIndex(tree, paths) {
    const options = ['--add', '--remove', '--replace', '--info-only', '-z', '--stdin'];
    await runOn(tree, ['update-index', ...options], paths.map((path) => `${path}\0`).join(''));
}
/** More paths than this do not go onto a command line. */
const MAX_ARGUMENTS = 200;
async function readEntries(tree, paths) {
    const named = paths.length > MAX_ARGUMENTS ? [] : paths;
    const listed = await runOn(tree, ['ls-files', '-z', '--stage', '--', ...named]);
    const entries = new Map();
    for (const record of listed.split('\0').slice(0, -1)) {
        const [, mode, blob, path] = /^(\d{6}) ([0-9a-f]+) \d\t(.*)$/s.exec(record) ?? [];
        if (path !== undefined)
            entries.set(path, { mode: mode ?? null, blob: blob ?? null });
    }
    return entries;
}
/**
 * Every path whose content in the index differs from a commit, with its final state; without the
 * audit trail itself.
 * @throws Unreadable when the commit cannot be read
 */
async function compareWith(tree, commit) {
    const options = ['--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--end-of-options'];
    const fields = (await runOn(tree, ['diff-index', ...options, commit])).split('\0');
    const files = new Map();
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const [, mode, blob] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) /.exec(fields[at] ?? '') ?? [];
        const path = fields[at + 1];
        if (mode === undefined || blob === undefined || path === undefined)
            throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreadable */ .I('the changed files', 'git diff-index answered in an unknown form');
        const isGone = mode === '000000';
        if (!path.startsWith(AUDIT_FOLDER))
            files.set(path, isGone ? { mode: null, blob: null } : { mode, blob });
    }
    return files;
}
/**
 * Adds one file to the user's own index, ignored or not.
 * @throws Unreadable when git refuses
 */
async function stageFile(tree, path) {
    const own = { ...tree, index: join(tree.gitDir, 'index') };
    await runOn(own, ['add', '--force', '--sparse', '--', path]);
}
async function runOn(tree, args, input = '') {
    const env = { GIT_DIR: tree.gitDir, GIT_WORK_TREE: tree.root, GIT_INDEX_FILE: tree.index };
    const place = { directory: tree.root, env };
    const git = (0,_git_js__WEBPACK_IMPORTED_MODULE_3__/* .startGit */ .B)(place, [...FIXED_SETTINGS, ...args]);
    git.stdin.end(input);
    const [stdout, stderr, code] = await Promise.all([
        collect(git.stdout),
        collect(git.stderr),
        git.ended,
    ]);
    if (code === 0)
        return stdout;
    const [cause = ''] = stderr.split('\n');
    throw new _unreadable_js__WEBPACK_IMPORTED_MODULE_2__/* .Unreadable */ .I('the work tree', `git ${args[0]} failed (${cause})`);
}
async function collect(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ Unreadable)
/* harmony export */ });
/**
 * Evidence that could not be read. Every source throws this and nothing else for it, and every entry
 * turns it into a block with an `evidence/incomplete` finding.
 */
class Unreadable extends Error {
    name = 'Unreadable';
    /** What is missing, such as `the file list`. */
    missing;
    constructor(missing, cause) {
        super(cause);
        this.missing = missing;
    }
}


/***/ })

};
;