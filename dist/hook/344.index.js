"use strict";
exports.id = 344;
exports.ids = [344,26];
exports.modules = {

/***/ 5134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ PLANS_FOLDER),
/* harmony export */   PT: () => (/* binding */ AUDIT_FOLDER),
/* harmony export */   l$: () => (/* binding */ POLICY_PATH),
/* harmony export */   wh: () => (/* binding */ ACCEPTED),
/* harmony export */   xn: () => (/* binding */ CODEOWNERS_PATHS)
/* harmony export */ });
/** Where a repository keeps what the gate reads, and what a label of its own begins with. */
const POLICY_PATH = '.github/countersign.yml';
const PLANS_FOLDER = '.countersign/plans';
const AUDIT_FOLDER = '.countersign/audit';
/** Where GitHub looks for code owners, first found wins (GitHub documentation: About code owners). */
const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** What the label begins with by which an owner accepts a criterion: `accepted/<id>` (docs/plan.md). */
const ACCEPTED = 'accepted/';


/***/ }),

/***/ 3749:
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

/***/ 1026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isUnsafeName),
/* harmony export */   showName: () => (/* binding */ showName)
/* harmony export */ });
/* harmony import */ var _invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3749);

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

/***/ 7528:
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

/***/ 6007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ startGit),
/* harmony export */   E: () => (/* binding */ runGit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _engine_text_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1026);
/* harmony import */ var _cannot_start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7528);



/** The exit code of a git that something else ended: what git gives when it dies, and never an answer. */
const KILLED = 128;
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
        child.on('close', (code) => resolve(code ?? KILLED));
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

/***/ 6344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wq: () => (/* binding */ beginIndex),
  G_: () => (/* binding */ compareWith),
  UZ: () => (/* binding */ copyIndex),
  kD: () => (/* binding */ dropIndex),
  av: () => (/* binding */ isBegun),
  a_: () => (/* binding */ lookAtChanges),
  jb: () => (/* binding */ readBlobsNow),
  qW: () => (/* binding */ stampIndex)
});

// UNUSED EXPORTS: stageFile

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/engine/places.js
var places = __webpack_require__(5134);
// EXTERNAL MODULE: ./build/src/sources/unreadable.js
var unreadable = __webpack_require__(3133);
// EXTERNAL MODULE: ./build/src/sources/git/git.js
var git_git = __webpack_require__(6007);
;// CONCATENATED MODULE: ./build/src/sources/git/run-on-index.js



/** The same work tree with the user's own index, for reading. */
function run_on_index_ownIndexOf(tree) {
    return { ...tree, index: (0,external_node_path_.join)(tree.gitDir, 'index') };
}
/** Nothing of them, or of one and not the other, is the same. */
function isSameEntry(one, other) {
    return one?.blob === other?.blob && one?.mode === other?.mode;
}
const FIXED_SETTINGS = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.untrackedCache', 'false'],
    ['core.splitIndex', 'false'],
    ['core.quotePath', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
/**
 * Files that differ from what an index says, or are not in it; of some paths, or of all.
 *
 * Nested repositories end in `/`. Names that are not UTF-8 cannot be told apart: the gate refuses them.
 */
async function listChanged(tree, paths = []) {
    const options = ['-z', '-t', '--modified', '--deleted', '--others', '--exclude-standard'];
    const records = await run_on_index_runOn(tree, ['ls-files', ...options, '--', ...argumentsFor(paths)]);
    return records
        .split('\0')
        .slice(0, -1)
        .map((record) => record.slice(2))
        .filter((path) => !path.endsWith('/') && !path.includes('\ufffd'));
}
/** More paths than this do not go onto a command line; then all are listed. */
const MAX_ARGUMENTS = 200;
function argumentsFor(paths) {
    return paths.length > MAX_ARGUMENTS ? [] : paths;
}
async function readEntries(tree, paths) {
    const args = ['ls-files', '-z', '--stage', '--', ...argumentsFor(paths)];
    return parseEntries(await run_on_index_runOn(tree, args));
}
/** Reads a listing of an index; of a path with a conflict the last side counts. */
function parseEntries(listed) {
    const entries = new Map();
    for (const record of listed.split('\0').slice(0, -1)) {
        const [, mode, blob, path] = /^(\d{6}) ([0-9a-f]+) \d\t(.*)$/s.exec(record) ?? [];
        if (path !== undefined)
            entries.set(path, { mode: mode ?? null, blob: blob ?? null });
    }
    return entries;
}
/** Runs git on an index. @throws Unreadable when git fails */
async function run_on_index_runOn(tree, args, input = '') {
    const env = { GIT_DIR: tree.gitDir, GIT_WORK_TREE: tree.root, GIT_INDEX_FILE: tree.index };
    const place = { directory: tree.root, env };
    const git = (0,git_git/* startGit */.B)(place, [...FIXED_SETTINGS, ...args]);
    git.stdin.end(input);
    const [stdout, stderr, code] = await Promise.all([
        collect(git.stdout),
        collect(git.stderr),
        git.ended,
    ]);
    if (code === 0)
        return stdout;
    const [cause = ''] = stderr.split('\n');
    throw new unreadable/* Unreadable */.I('the work tree', `git ${args[0]} failed (${cause})`);
}
async function collect(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./build/src/sources/git/staged.js


const NOTHING_STAGED = {
    paths: [],
    entries: new Map(),
    isNewsTo: () => false,
    settle: () => { },
};
/** A listing of the user's own index, beside the recorder's. */
function snapshotOf({ index }) {
    return `${index}.staged`;
}
function dropStaged(tree) {
    (0,external_node_fs_.rmSync)(snapshotOf(tree), { force: true });
}
/** What changed in the user's own index. Nothing at the first look, when there is none to compare with. */
async function lookAtStaged(tree) {
    const listed = await run_on_index_runOn(run_on_index_ownIndexOf(tree), ['ls-files', '-z', '--stage']);
    const before = readSnapshot(tree);
    const settle = () => {
        if (listed !== before)
            (0,external_node_fs_.writeFileSync)(snapshotOf(tree), listed, { mode: 0o600 });
    };
    if (before === null || before === listed)
        return { ...NOTHING_STAGED, settle };
    const [old, entries] = [parseEntries(before), parseEntries(listed)];
    const conflicts = listConflicts(listed);
    const paths = [...new Set([...old.keys(), ...entries.keys()])].filter((path) => !isSameEntry(old.get(path), entries.get(path)) &&
        !conflicts.has(path) &&
        !path.includes('\ufffd'));
    const isNewsTo = (known) => paths.some((path) => !isSameEntry(known.get(path), entries.get(path)));
    return { paths, entries, isNewsTo, settle };
}
function readSnapshot(tree) {
    try {
        return (0,external_node_fs_.readFileSync)(snapshotOf(tree), 'utf8');
    }
    catch {
        return null;
    }
}
/** Paths amid a merge: what they will be is not decided. */
function listConflicts(listed) {
    const records = listed.split('\0');
    return new Set(records.flatMap((record) => /^\d{6} [0-9a-f]+ [123]\t(.*)$/s.exec(record)?.[1] ?? []));
}
const SUBMODULE = '160000';
/**
 * Takes entries over into a recorder's index, where the index is what a commit will hold and the file
 * agrees with it or has no say. What was staged in part counts as it is in the work tree.
 * @param known what the recorder's index says of them
 */
async function takeStaged(recorder, { paths, entries }, known) {
    const others = paths.filter((path) => !isSameEntry(known.get(path), entries.get(path)));
    if (others.length === 0)
        return;
    const unclean = new Set(await listChanged(run_on_index_ownIndexOf(recorder), others));
    const taken = others.filter((path) => {
        const [now, before] = [entries.get(path), known.get(path)];
        const isMode = now !== undefined && now.blob === before?.blob;
        return isMode || now?.mode === SUBMODULE || !unclean.has(path);
    });
    if (taken.length === 0)
        return;
    const lines = taken.map((path) => describeEntry(path, entries.get(path), known.get(path)));
    await run_on_index_runOn(recorder, ['update-index', '--add', '--replace', '-z', '--index-info'], lines.join(''));
}
/** A line for `update-index --index-info`; mode 0 deletes. */
function describeEntry(path, now, before) {
    if (now !== undefined)
        return `${now.mode} ${now.blob} 0\t${path}\0`;
    return `0 ${'0'.repeat(before?.blob?.length ?? 40)}\t${path}\0`;
}

;// CONCATENATED MODULE: ./build/src/sources/git/work-index.js






/** Begins an index of the work tree as it is now; what was changed before is nobody's change. */
async function beginIndex(tree) {
    copyIndex(run_on_index_ownIndexOf(tree).index, tree.index);
    if (isBegun(tree))
        await clearFlags(tree);
    else
        await run_on_index_runOn(tree, ['read-tree', '--empty']);
    dropStaged(tree);
    const { settle } = await lookAtChanges(tree);
    settle();
}
/** Deletes a recorder's index and what belongs to it. */
function dropIndex(tree) {
    for (const ending of ['', '.lock', '.next', '.next.lock'])
        (0,external_node_fs_.rmSync)(`${tree.index}${ending}`, { force: true });
    dropStaged(tree);
}
/**
 * Lets git look at files that it was told to pass over. Those that are not there, as in a sparse work
 * tree, stay as they are: they were not deleted.
 */
async function clearFlags(tree) {
    const flagged = (await run_on_index_runOn(tree, ['ls-files', '-z', '-v']))
        .split('\0')
        .filter((record) => /^[a-zS] /.test(record))
        .map((record) => record.slice(2))
        .filter((path) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(tree.root, path), { throwIfNoEntry: false }) !== undefined);
    if (flagged.length === 0)
        return;
    const input = flagged.map((path) => `${path}\0`).join('');
    for (const option of ['--no-assume-unchanged', '--no-skip-worktree'])
        await run_on_index_runOn(tree, ['update-index', option, '-z', '--stdin'], input);
}
/** Whether there is an earlier look to compare with. */
function isBegun({ index }) {
    return (0,external_node_fs_.statSync)(index, { throwIfNoEntry: false }) !== undefined;
}
/** With the time of the original, by which git tells what it has to look at twice. */
function copyIndex(from, to) {
    const stats = (0,external_node_fs_.statSync)(from, { throwIfNoEntry: false });
    if (stats === undefined) {
        (0,external_node_fs_.rmSync)(to, { force: true });
        return;
    }
    (0,external_node_fs_.copyFileSync)(from, to);
    const seconds = Math.floor(stats.mtimeMs / 1000);
    (0,external_node_fs_.utimesSync)(to, seconds, seconds);
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
    const stats = (0,external_node_fs_.statSync)((0,external_node_path_.join)(gitDir, 'index'), { throwIfNoEntry: false });
    return stats === undefined ? 'none' : `${stats.mtimeMs}-${stats.size}-${stats.ino}`;
}
/**
 * Every file that changed since the last look that was settled, ignored ones only when somebody added
 * them to the index all the same, and what only the user's own index shows.
 * @param withIndex whether the user's own index may have changed, too
 * @throws Unreadable when git cannot read the work tree
 */
async function lookAtChanges(tree, withIndex = true) {
    const [changed, forced, staged] = await Promise.all([
        listChanged(tree),
        withIndex ? listForced(tree) : [],
        withIndex ? lookAtStaged(tree) : NOTHING_STAGED,
    ]);
    const candidates = [...new Set([...changed, ...forced, ...staged.paths])].filter(isWork).sort();
    const before = await readEntriesIfAny(tree, candidates);
    const [isChanged, isForced] = [new Set(changed), new Set(forced)];
    const doubtful = candidates.filter((path) => isChanged.has(path) || (isForced.has(path) && !before.has(path)));
    const isQuiet = doubtful.length === 0 && !staged.isNewsTo(before);
    if (isQuiet)
        return { blobs: new Map(), settle: staged.settle };
    const next = { ...tree, index: `${tree.index}.next` };
    copyIndex(tree.index, next.index);
    if (doubtful.length > 0)
        await updateIndex(next, doubtful);
    await takeStaged(next, staged, await readEntries(next, candidates));
    const after = await readEntries(next, candidates);
    // Git names a link again that it looked at within the same tick of the clock.
    const news = candidates.filter((path) => !isSameEntry(before.get(path), after.get(path)));
    const settle = () => {
        (0,external_node_fs_.renameSync)(next.index, tree.index);
        staged.settle();
    };
    return { blobs: new Map(news.map((path) => [path, after.get(path)?.blob ?? null])), settle };
}
function readEntriesIfAny(tree, paths) {
    return paths.length === 0 ? new Map() : readEntries(tree, paths);
}
function isWork(path) {
    return !path.startsWith(`${places/* AUDIT_FOLDER */.PT}/`);
}
/** Files that are ignored and yet in the user's own index. */
async function listForced(tree) {
    const listed = await run_on_index_runOn(run_on_index_ownIndexOf(tree), [
        'ls-files',
        '-z',
        '--cached',
        '--ignored',
        '--exclude-standard',
    ]);
    return listed.split('\0').slice(0, -1);
}
/** Object ids are worked out and no object is written. */
async function updateIndex(tree, paths) {
    const options = ['--add', '--remove', '--replace', '--info-only', '-z', '--stdin'];
    await run_on_index_runOn(tree, ['update-index', ...options], paths.map((path) => `${path}\0`).join(''));
}
/**
 * Every path whose content in the index differs from a commit, with its final state; without the
 * audit trail itself.
 * @throws Unreadable when the commit cannot be read
 */
async function compareWith(tree, commit) {
    const options = ['--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--end-of-options'];
    const fields = (await run_on_index_runOn(tree, ['diff-index', ...options, commit])).split('\0');
    const files = new Map();
    for (let at = 0; at + 1 < fields.length; at += 2) {
        const [, mode, blob] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) /.exec(fields[at] ?? '') ?? [];
        const path = fields[at + 1];
        if (mode === undefined || blob === undefined || path === undefined)
            throw new unreadable/* Unreadable */.I('the changed files', 'git diff-index answered in an unknown form');
        const isGone = mode === '000000';
        if (isWork(path))
            files.set(path, isGone ? { mode: null, blob: null } : { mode, blob });
    }
    return files;
}
/**
 * Adds one file to the user's own index, ignored or not.
 * @throws Unreadable when git refuses
 */
async function stageFile(tree, path) {
    await runOn(ownIndexOf(tree), ['add', '--force', '--sparse', '--', path]);
}


/***/ }),

/***/ 3133:
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