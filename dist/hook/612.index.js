"use strict";
exports.id = 612;
exports.ids = [612,26];
exports.modules = {

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