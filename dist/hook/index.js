#!/usr/bin/env node
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 8429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ MAX_BLOB_BYTES),
/* harmony export */   X: () => (/* binding */ isSubmodule)
/* harmony export */ });
/** A larger file is not read, by anybody: people do not read it either. */
const MAX_BLOB_BYTES = 20_000_000;
/** Whether an entry names a commit of another repository: of its content nothing is here. */
function isSubmodule(entry) {
    return entry?.mode === '160000';
}


/***/ }),

/***/ 6213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ CHAIN_ID),
/* harmony export */   B: () => (/* binding */ isChainId)
/* harmony export */ });
/** A chain's id, a UUID in lower case, as part of an expression. */
const CHAIN_ID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const WHOLE = new RegExp(`^${CHAIN_ID}$`);
function isChainId(text) {
    return WHOLE.test(text);
}


/***/ }),

/***/ 5419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   R6: () => (/* binding */ CATEGORIES),
/* harmony export */   qY: () => (/* binding */ EVENTS),
/* harmony export */   tw: () => (/* binding */ hashGenesis),
/* harmony export */   vQ: () => (/* binding */ storeRecord),
/* harmony export */   ve: () => (/* binding */ isSameRepository)
/* harmony export */ });
/* unused harmony export toCanonical */
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8799);
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5482);


/**
 * The audit chain (docs/audit-chain.md): one record per line, each linked to the one before by its
 * hash. These are the types of what a recorder writes; a reader believes none of it before it has
 * verified the stored bytes.
 */
const EVENTS = [
    'session_start',
    'prompt',
    'intent',
    'result',
    'denied',
    'checkpoint',
    'session_end',
];
const CATEGORIES = [
    'file_read',
    'file_write',
    'command',
    'network',
    'agent',
    'other',
];
/** A longer line is refused by readers, so no recorder may write one; bytes. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** A record as it is stored: its canonical form (RFC 8785) and the hash over exactly these bytes. */
function storeRecord(record) {
    const text = toCanonical(record);
    const hash = (0,_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text);
    return { line: `{"record":${text},"record_hash":"${hash}"}\n`, hash };
}
/** GitHub's names do not distinguish case. */
function isSameRepository(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** What the first record links to. */
function hashGenesis(genesis) {
    return (0,_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(toCanonical(genesis));
}
/**
 * The canonical form (RFC 8785).
 * @throws Error when the value has a lone surrogate, which JSON in UTF-8 cannot carry.
 */
function toCanonical(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('this value has no JSON form');
    return text;
}


/***/ }),

/***/ 5482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256),
/* harmony export */   z: () => (/* binding */ hashCanonical)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8799);


/** SHA-256 as 64 lower-case hex digits. */
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');
}
/**
 * SHA-256 over the canonical JSON of a value (RFC 8785, JCS), so that key order never matters.
 * Lone surrogates, which JCS refuses, are made visible first: they may come from a file name.
 * @throws TypeError when the value has no JSON form.
 */
function hashCanonical(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(mayHoldSurrogates(value) ? toWellFormed(value) : value);
    if (text === undefined)
        throw new TypeError('this value has no JSON form');
    return sha256(text);
}
/** JSON escapes lone surrogates and nothing else in this way, unless a text says so itself. */
function mayHoldSurrogates(value) {
    return JSON.stringify(value)?.includes('\\ud') ?? false;
}
function toWellFormed(value) {
    if (typeof value === 'string')
        return showSurrogates(value);
    if (Array.isArray(value))
        return value.map(toWellFormed);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [showSurrogates(key), toWellFormed(it)]));
}
function showSurrogates(text) {
    return text.replace(/\p{Cs}/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}


/***/ }),

/***/ 8179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/**
 * `JSON.parse` for text from elsewhere. V8 may take an object's key that has an escape in it for another
 * key that it has read before (https://github.com/nodejs/node/issues/63785): which one depends on all the
 * process has parsed so far, and so on what an attacker had it parse. Where there is such a key, objects
 * are put together here from their parts, each of which is parsed by itself.
 * @throws SyntaxError when the text is not JSON
 * @throws RangeError when an escaped key stands in too many levels
 */
function parseJson(text) {
    const value = JSON.parse(text);
    return hasEscapedKey(text) ? assemble(text.match(TOKENS) ?? []) : value;
}
/** Strings, brackets, and words; in text that is known to be JSON. */
const STRING = '"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"';
const TOKENS = new RegExp(`${STRING}|[[\\]{}]|[^\\s,:"[\\]{}]+`, 'g');
const KEYS = new RegExp(`(${STRING})\\s*(:?)`, 'g');
function hasEscapedKey(text) {
    if (!text.includes('\\'))
        return false;
    for (const [, string, colon] of text.matchAll(KEYS)) {
        if (colon === ':' && string?.includes('\\') === true)
            return true;
    }
    return false;
}
function assemble(tokens) {
    let next = 0;
    const readUntil = (end) => {
        const values = [];
        while (tokens[next] !== end)
            values.push(read());
        next += 1;
        return values;
    };
    const read = () => {
        const token = tokens[next] ?? '';
        next += 1;
        if (token === '[')
            return readUntil(']');
        return token === '{' ? toObject(readUntil('}')) : JSON.parse(token);
    };
    return read();
}
/** Keys and values by turns; the last value of a key counts, as it does for `JSON.parse`. */
function toObject(flat) {
    const entries = flat.flatMap((key, index) => index % 2 === 0 ? [[String(key), flat[index + 1]]] : []);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 1744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 4893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ SECRET_HINTS)
/* harmony export */ });
/**
 * Three letters, in lower case, that every known shape of a secret has one of; what has none needs no
 * look. A module of its own, because every tool call needs it and the shapes take long to load.
 */
const SECRET_HINTS = [
    '---',
    ...['ghp', 'gho', 'ghu', 'ghs', 'ghr', 'git'],
    ...['glp', 'gld', 'glr', 'glc', 'glf', 'gli', 'gla', 'gls'],
    ...['xox', 'xap', 'sla', 'aki', 'asi', 'aiz', 'ya2', 'goc'],
    ...['sk_', 'rk_', 'whs', 'npm', 'sk-', 'eyj', '://', 'aut'],
];


/***/ }),

/***/ 9376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ measureCommonEnds)
/* harmony export */ });
/** How many elements two lists begin and end with alike; none is counted twice. */
function measureCommonEnds(before, after, isSame = isIdentical) {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && isSame(before[start], after[start]))
        start += 1;
    let end = 0;
    while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end)))
        end += 1;
    return { start, end };
}
function isIdentical(left, right) {
    return left === right;
}


/***/ }),

/***/ 2182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isLfsPointer),
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);

/**
 * Decodes UTF-8 and UTF-16, with or without byte order mark, anything else leniently. Never throws.
 * Git LFS pointers follow the specification in git-lfs, `docs/spec.md`.
 */
function decodeText(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return decodeUtf16(buffer) ?? decodeUtf8(buffer);
}
const UTF8_BOM = Buffer.of(0xef, 0xbb, 0xbf);
function decodeUtf8(buffer) {
    const hadBom = buffer.subarray(0, 3).equals(UTF8_BOM);
    const body = hadBom ? buffer.subarray(3) : buffer;
    const isValid = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(body);
    const text = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(body) ? body.toString('latin1') : body.toString('utf8');
    return {
        text,
        opaque: reasonForUtf8(body, text, isValid),
        encoding: 'utf-8',
        hadBom,
        isExact: isValid,
        otherReading: null,
    };
}
function reasonForUtf8(body, text, isValid) {
    if (body.includes(0))
        return 'binary';
    if (!isValid)
        return 'encoding';
    return isLfsPointer(text) ? 'lfs-pointer' : null;
}
const MAX_POINTER_LENGTH = 1024;
const POINTER_START = /^version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com|git-media\.io)\//;
/** Whether the text stands in for a file that git does not hold; as tolerant as git-lfs itself. */
function isLfsPointer(text) {
    return text.length < MAX_POINTER_LENGTH && POINTER_START.test(text.trimStart());
}
/** The bytes read as UTF-16, or null when they are something else. */
function decodeUtf16(buffer) {
    const form = detectUtf16(buffer);
    if (form === null)
        return null;
    const body = buffer.subarray(form.hadBom ? 2 : 0);
    const whole = body.subarray(0, body.length & ~1);
    const ordered = form.encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16();
    const text = ordered.toString('utf16le');
    // U+0000 is no text: UTF-32, or a binary file that happens to begin like a byte order mark.
    if (text.includes('\0'))
        return null;
    const isOdd = whole.length < body.length;
    return {
        text: isOdd ? text + body.subarray(-1).toString('latin1') : text,
        opaque: isOdd || /\p{Surrogate}/u.test(text) ? 'encoding' : null,
        ...form,
        isExact: true,
        otherReading: holdsAsciiRun(body) ? body.toString('utf8') : null,
    };
}
function detectUtf16(buffer) {
    if (buffer.length < 2)
        return null;
    if (buffer[0] === 0xff && buffer[1] === 0xfe)
        return { encoding: 'utf-16le', hadBom: true };
    if (buffer[0] === 0xfe && buffer[1] === 0xff)
        return { encoding: 'utf-16be', hadBom: true };
    if (buffer.length % 2 === 1 || !buffer.includes(0))
        return null;
    const [atEven, atOdd] = countNulsByParity(buffer);
    const enough = buffer.length / 2 / 4;
    if (atEven === 0 && atOdd >= enough)
        return { encoding: 'utf-16le', hadBom: false };
    if (atOdd === 0 && atEven >= enough)
        return { encoding: 'utf-16be', hadBom: false };
    return null;
}
function countNulsByParity(buffer) {
    let atEven = 0;
    let atOdd = 0;
    for (let at = buffer.indexOf(0); at >= 0; at = buffer.indexOf(0, at + 1)) {
        if (at % 2 === 0)
            atEven += 1;
        else
            atOdd += 1;
    }
    return [atEven, atOdd];
}
/**
 * Whether ASCII text hides among the bytes: after a byte order mark a shell or database still runs
 * the plain commands on the following lines, which as UTF-16 look like Chinese.
 */
function holdsAsciiRun(body) {
    return /[\t\n\r\x20-\x7e]{4}/.test(body.toString('latin1'));
}


/***/ }),

/***/ 9948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ strengthOf),
/* harmony export */   W7: () => (/* binding */ foldForNeeds),
/* harmony export */   Wo: () => (/* binding */ needAll),
/* harmony export */   az: () => (/* binding */ BEYOND_ASCII),
/* harmony export */   hZ: () => (/* binding */ meetsNeed),
/* harmony export */   rT: () => (/* binding */ needAny),
/* harmony export */   sp: () => (/* binding */ isOrdinaryPath)
/* harmony export */ });
/** Whether a text in lower case meets the need. False is certain; true means "try the rule". */
function meetsNeed(need, text) {
    if (need === true)
        return true;
    if (typeof need === 'string')
        return text.includes(need);
    if ('ends' in need)
        return text.endsWith(need.ends);
    if ('all' in need)
        return need.all.every((one) => meetsNeed(one, text));
    return need.any.some((one) => meetsNeed(one, text));
}
const ORDINARY = /^[\w./+,=~@%#$&;' -]+$/;
const ODD = /^\/|\/\/|\/$|[. ](?:\/|$)/;
/**
 * Whether a path, in lower case, certainly meets the needs of every glob that restricts it. It has no
 * characters that mean something in a glob, no names without a character and no endings that folding drops.
 */
function isOrdinaryPath(path) {
    return ORDINARY.test(path) && !ODD.test(path);
}
/** All of the needs; those that say nothing fall away. */
function needAll(needs) {
    const telling = needs.filter((need) => need !== true);
    if (telling.length < 2)
        return telling[0] ?? true;
    return { all: telling };
}
/** One of the needs; one that says nothing makes the whole say nothing. No needs can never be met. */
function needAny(needs) {
    if (needs.includes(true))
        return true;
    const [only] = needs;
    return needs.length === 1 && only !== undefined ? only : { any: needs };
}
/** How seldom a text will meet the need: the longest literal that it certainly takes. */
function strengthOf(need) {
    if (need === true)
        return 0;
    if (typeof need === 'string')
        return need.length;
    if ('ends' in need)
        return need.ends.length;
    if ('all' in need)
        return Math.max(...need.all.map(strengthOf));
    return Math.min(...need.any.map(strengthOf));
}
/** The characters beyond ASCII that equal an ASCII letter when case is ignored: long s, Kelvin sign. */
const BEYOND_ASCII = ['\u017F', '\u212A'];
const FOLDED = /[A-Z\t\n\f\r\u017F\u212A]/g;
const IS_SPACE = /\s/;
/**
 * A text as the needs of expressions are looked for in it: without regard to case, and with all of
 * RE2's white space as spaces. Character by character, so that what stood side by side still does.
 */
function foldForNeeds(text) {
    return text.replace(FOLDED, (character) => {
        if (IS_SPACE.test(character))
            return ' ';
        return character === '\u017F' ? 's' : character.toLowerCase();
    });
}


/***/ }),

/***/ 5856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ normaliseLine),
/* harmony export */   $i: () => (/* binding */ isPlain),
/* harmony export */   KV: () => (/* binding */ spellText),
/* harmony export */   cT: () => (/* binding */ joinLines),
/* harmony export */   mh: () => (/* binding */ lineAt)
/* harmony export */ });
/**
 * What a pattern must not be fooled by: a text's other spellings are brought to one before it is
 * scanned a second time. Lines stay lines, so that a match can be placed.
 */
const ESCAPES = /\\[ux]\{([0-9a-f]{1,6})\}|\\U([0-9a-f]{8})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi;
const PLAIN = /^[\x20-\x7e]*$/;
const ASCII = /^[\t\x20-\x7e]*$/;
/**
 * One line in its plainest spelling: compatibility forms resolved, Unicode spaces and line ends made
 * plain, invisible characters dropped, `\xNN` and `\uNNNN` escapes decoded. The result may hold
 * several lines when the original carried line ends that git does not know.
 */
function normaliseLine(line) {
    if (PLAIN.test(line) && !line.includes('\\'))
        return line;
    const decoded = line.replace(ESCAPES, decodeEscape);
    return ASCII.test(decoded) ? decoded.replaceAll('\t', ' ') : normaliseUnicode(decoded);
}
/** Anything but printable ASCII, the start of an escape, or a line that goes on in the next. */
const MAY_CHANGE = /[^\n\x20-\x7e]|\\(?:[ux][0-9a-f{]|[ \n])/i;
/** Whether a text, each line ended, is certainly its own plainest spelling. */
function isPlain(text) {
    return !MAY_CHANGE.test(text);
}
/** Expressions on Unicode properties are costly to make, so they are made only for text that needs them. */
function normaliseUnicode(text) {
    return text
        .normalize('NFKC')
        .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
        .replace(/[\p{Zs}\t]/gu, ' ');
}
function decodeEscape(written, ...digits) {
    const code = Number.parseInt(digits.slice(0, 4).find((it) => it !== undefined) ?? '', 16);
    return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
const CONTINUED = /\\\s*$/;
/**
 * Joins lines so that a match may run over line ends. With `continued`, a `\` at the end of a line is
 * taken out together with the line end, as shells and C read it.
 */
function joinLines(lines, continued) {
    const starts = [];
    let text = '';
    for (const line of lines) {
        starts.push(text.length);
        const isContinued = continued && CONTINUED.test(line);
        text += isContinued ? line.replace(CONTINUED, '') : `${line}\n`;
    }
    return { text, starts };
}
/** A command or another whole text as it is written and as it is normalised: both are searched. */
function spellText(text) {
    return [text, joinLines(text.split('\n').map(normaliseLine), true).text];
}
/** The index of the line that holds the character at `offset`. */
function lineAt(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}


/***/ }),

/***/ 4806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ cutReading),
/* harmony export */   E: () => (/* binding */ CONTEXT_LINES)
/* harmony export */ });
/** Unchanged lines that are scanned along with a change, on either side of it. */
const CONTEXT_LINES = 3;
/** The segments of a reading: each run of changes with its context, or all lines as one. */
function cutReading({ before, after, flags }, isWhole) {
    const runs = findHunks(flags);
    const hunks = isWhole
        ? [{ before: { start: 0, end: before.length }, after: { start: 0, end: after.length } }]
        : mergeNearHunks(runs).map((hunk) => addContext(hunk, flags));
    const joins = { before: joinsOf(runs, 'before'), after: joinsOf(runs, 'after') };
    return {
        before: hunks.flatMap((hunk) => cutSegment(before, flags.before, hunk.before, joins.before)),
        after: hunks.flatMap((hunk) => cutSegment(after, flags.after, hunk.after, joins.after)),
    };
}
function findHunks(flags) {
    const hunks = [];
    let left = 0;
    let right = 0;
    while (left < flags.before.length || right < flags.after.length) {
        const start = { left, right };
        while (flags.before[left] === true)
            left += 1;
        while (flags.after[right] === true)
            right += 1;
        if (left > start.left || right > start.right) {
            hunks.push({
                before: { start: start.left, end: left },
                after: { start: start.right, end: right },
            });
        }
        else {
            left += 1;
            right += 1;
        }
    }
    return hunks;
}
/** Joins runs whose context would touch, as git does. */
function mergeNearHunks(hunks) {
    const merged = [];
    for (const hunk of hunks) {
        const last = merged.at(-1);
        if (last !== undefined && hunk.before.start - last.before.end <= 2 * CONTEXT_LINES) {
            merged[merged.length - 1] = {
                before: { start: last.before.start, end: hunk.before.end },
                after: { start: last.after.start, end: hunk.after.end },
            };
        }
        else
            merged.push(hunk);
    }
    return merged;
}
function addContext(hunk, flags) {
    const widen = ({ start, end }, length) => ({
        start: Math.max(0, start - CONTEXT_LINES),
        end: Math.min(length, end + CONTEXT_LINES),
    });
    return {
        before: widen(hunk.before, flags.before.length),
        after: widen(hunk.after, flags.after.length),
    };
}
/** Where a side has nothing for what the other has: text that was apart stands together there. */
function joinsOf(runs, side) {
    return runs.filter((run) => run[side].start === run[side].end).map((run) => run[side].start);
}
function cutSegment(lines, changed, { start, end }, allJoins) {
    if (start === end)
        return [];
    const joins = allJoins.filter((at) => at > start && at < end).map((at) => at - start);
    return [
        {
            firstLine: start + 1,
            lines: lines.slice(start, end),
            changed: changed.slice(start, end),
            ...(joins.length > 0 && { joins }),
        },
    ];
}


/***/ }),

/***/ 982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ wellFormed)
/* harmony export */ });
/** The text with lone surrogates, which JSON in UTF-8 cannot carry, replaced. */
function wellFormed(text) {
    return Buffer.from(text).toString();
}


/***/ }),

/***/ 4054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ALLOWED)
/* harmony export */ });
const ALLOWED = { decision: 'allow', rule: null, reason: '' };


/***/ }),

/***/ 4447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ classify)
/* harmony export */ });
/* harmony import */ var _tool_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3706);

const READERS = new Set(['Read', 'Grep', 'Glob', 'LS', 'NotebookRead']);
const WRITERS = new Set(['Write', 'Edit', 'MultiEdit', 'NotebookEdit']);
const SHELLS = new Set(['Bash', 'PowerShell', 'Shell']);
const WEB = new Set(['WebFetch', 'WebSearch']);
const AGENTS = new Set(['Task', 'Agent']);
const NOTHING = { files: [], command: null, host: '' };
/**
 * What kind of call it is, by the tool's name or, for tools nobody has heard of, by the form of their
 * input: who is given a path and something to put there, writes.
 */
function classify(tool, input) {
    if (SHELLS.has(tool))
        return classifyShell(input);
    if (READERS.has(tool))
        return { ...NOTHING, category: 'file_read', files: readTargets(input) };
    if (WRITERS.has(tool))
        return { ...NOTHING, category: 'file_write', files: (0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .filesIn */ .nG)(input) };
    if (WEB.has(tool))
        return { ...NOTHING, category: 'network', host: hostIn(input) };
    if (AGENTS.has(tool))
        return { ...NOTHING, category: 'agent' };
    return classifyByForm(tool, input);
}
/** A command, and where it applies a patch, a write, too. */
function classifyShell(input) {
    const files = (0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .patchedIn */ .hH)(input);
    const category = files.length > 0 ? 'file_write' : 'command';
    return { ...NOTHING, category, files, command: (0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .joinWords */ .yZ)(input.command) };
}
/** Words of a name that begin so; `view` is what some editors call looking. */
const READS = /(?:^|[^A-Za-z])(?:read|get|view|cat|open)|Read|Get|View|Cat|Open/;
const MOVES = /move|rename|copy/i;
function classifyByForm(tool, input) {
    const command = (0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .commandIn */ .vt)(input);
    const named = (0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .filesIn */ .nG)(input);
    const written = [
        ...(0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .patchedIn */ .hH)(input),
        ...(0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .movedFiles */ .Di)(input, MOVES.test(tool)),
        ...((0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .hasContent */ .ov)(input) ? named : []),
    ];
    if (written.length > 0)
        return { ...NOTHING, category: 'file_write', files: written, command };
    const isRead = named.length > 0 && (READS.test(tool) || command === 'view');
    if (isRead)
        return { ...NOTHING, category: 'file_read', files: named, command };
    return { ...NOTHING, category: command === null ? 'other' : 'command', command };
}
/** A search is told where to look and, apart from that, in which files. */
function readTargets(input) {
    const files = (0,_tool_input_js__WEBPACK_IMPORTED_MODULE_0__/* .filesIn */ .nG)(input);
    const where = files[0]?.path ?? '.';
    const within = [input.glob, 'file_path' in input ? null : input.pattern].filter(isPlainName);
    const found = within.map((name) => (name.startsWith('/') ? name : `${where}/${name}`));
    return [...files, ...found.map((path) => ({ path, text: null }))];
}
/** A regular expression or a glob names no file; one name may. */
function isPlainName(value) {
    return typeof value === 'string' && /^[\w./-]+$/.test(value);
}
function hostIn({ url }) {
    if (typeof url !== 'string')
        return '';
    return URL.canParse(url) ? new URL(url).hostname : '';
}


/***/ }),

/***/ 6331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  WE: () => (/* binding */ foreseeToolCall),
  S4: () => (/* binding */ judge),
  zY: () => (/* binding */ readToolCall),
  jC: () => (/* binding */ recallActions)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/src/engine/tool-call/action.js
var tool_call_action = __nccwpck_require__(4054);
// EXTERNAL MODULE: ./build/src/engine/text/common-ends.js
var common_ends = __nccwpck_require__(9376);
// EXTERNAL MODULE: ./build/src/engine/text/decode.js
var decode = __nccwpck_require__(2182);
// EXTERNAL MODULE: ./build/src/engine/text/need.js
var text_need = __nccwpck_require__(9948);
// EXTERNAL MODULE: ./build/src/engine/text/normalise.js
var normalise = __nccwpck_require__(5856);
// EXTERNAL MODULE: ./build/src/engine/text/segments.js
var segments = __nccwpck_require__(4806);
;// CONCATENATED MODULE: ./build/src/engine/tool-call/certain.js





/**
 * Whether a tool call is certainly neither denied nor asked about. False says nothing: then the rules
 * themselves have to be tried. Anything out of the ordinary in a name or a text is left to them.
 */
function isCertainlyAllowed(prefilter, action) {
    const { category, command } = action;
    if (command !== null && !isCertainCommand(prefilter.commands, command))
        return false;
    if (!action.paths.every(isCertainPath))
        return false;
    if (category === 'file_read')
        return action.paths.every(isCertainRead);
    return category !== 'file_write' || isCertainWrite(prefilter, action);
    function isCertainRead(path) {
        const lower = path.toLowerCase();
        return !prefilter.reads.some((need) => (0,text_need/* meetsNeed */.hZ)(need, lower));
    }
}
const PRINTABLE = /^[\x20-\x7e\n\t]*$/;
function isCertainCommand(needs, command) {
    if (!PRINTABLE.test(command))
        return false;
    const spellings = (0,normalise/* spellText */.KV)(command);
    if (!spellings.every((text) => PRINTABLE.test(text)))
        return false;
    const folded = spellings.map(text_need/* foldForNeeds */.W7);
    return !needs.some((need) => meetsAny(need, folded));
}
/** Git's own names, which checks of their own look at. */
const PECULIAR = /(?:^|\/)(?:\.git(?:\/|$|attributes|[. ])|\.countersign|gi[t7][^/]*~)/i;
function isCertainPath(path) {
    return (0,text_need/* isOrdinaryPath */.sp)(path) && !PECULIAR.test(path);
}
function isCertainWrite(prefilter, { paths, before, after }) {
    if (before !== null && !before.mode.startsWith('100'))
        return false;
    const texts = after === null ? null : changedTexts(before?.bytes ?? null, after);
    if (texts === null)
        return false;
    const event = before === null ? 'added' : 'modified';
    return paths.every((path) => {
        const lower = path.toLowerCase();
        return (isCertainlyInScope(prefilter.scope, path) &&
            !prefilter.writes.some(({ on, need }) => on.includes(event) && (0,text_need/* meetsNeed */.hZ)(need, lower)) &&
            !prefilter.patterns.some((rule) => (0,text_need/* meetsNeed */.hZ)(rule.path, lower) &&
                ((rule.in !== 'removed' && meetsAny(rule.text, texts.after)) ||
                    (rule.in !== 'added' && meetsAny(rule.text, texts.before)))));
    });
}
function meetsAny(need, spellings) {
    return spellings.some((text) => (0,text_need/* meetsNeed */.hZ)(need, text));
}
function isCertainlyInScope(scope, path) {
    if (scope === null)
        return true;
    return (scope.files.includes(path) ||
        scope.folders.some((folder) => path.startsWith(folder) && path.length > folder.length));
}
/**
 * The lines around everything that changed, folded and in both spellings that are scanned; null for text that is not plainly ASCII, or stands in for other content. Never less than what the scanner looks at.
 */
function changedTexts(before, after) {
    const [old, now] = [readPlain(before), readPlain(after)];
    if (old === null || now === null)
        return null;
    const [left, right] = [linesOf(old), linesOf(now)];
    const { start, end } = (0,common_ends/* measureCommonEnds */.O)(left, right);
    const cut = (lines) => `${lines.slice(Math.max(0, start - segments/* CONTEXT_LINES */.E), lines.length - end + segments/* CONTEXT_LINES */.E).join('')}\n`;
    const [oldSpellings, newSpellings] = [spell(cut(left)), spell(cut(right))];
    if (oldSpellings === null || newSpellings === null)
        return null;
    return { before: oldSpellings, after: newSpellings };
}
function spell(text) {
    const spellings = (0,normalise/* spellText */.KV)(text);
    return spellings.every((one) => PRINTABLE.test(one)) ? spellings.map(text_need/* foldForNeeds */.W7) : null;
}
/** With their line ends, so that equal lines are equal bytes. */
function linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function readPlain(bytes) {
    if (bytes === null)
        return '';
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return PRINTABLE.test(text) && !(0,decode/* isLfsPointer */.N)(text) ? text : null;
}

// EXTERNAL MODULE: ./build/src/hook/classify.js
var classify = __nccwpck_require__(4447);
// EXTERNAL MODULE: ./build/src/engine/blob.js
var blob = __nccwpck_require__(8429);
// EXTERNAL MODULE: ./build/src/engine/parsing/plain-map.js
var plain_map = __nccwpck_require__(1744);
// EXTERNAL MODULE: ./build/src/hook/tool-input.js + 2 modules
var tool_input = __nccwpck_require__(3706);
;// CONCATENATED MODULE: ./build/src/hook/content.js




/**
 * The file as it is and as the tool would leave it. Where that cannot be worked out the new text is
 * taken for the whole: nothing that is put in goes unseen.
 * @param text what the input has for this file alone; null: all that it holds
 */
function foresee(tool, input, path, text) {
    const before = readFile(path);
    const written = Buffer.from(text ?? (0,tool_input/* contentIn */.fd)(input));
    if (tool === 'Write')
        return { before, after: written };
    const edits = tool === 'Edit' ? [input] : tool === 'MultiEdit' ? listOf(input.edits) : [];
    const present = before === null ? '' : content_decode(before.bytes);
    const edited = present === null || edits.length === 0 ? null : applyEdits(present, edits);
    if (edited !== null)
        return { before, after: Buffer.from(edited) };
    return { before: before === null ? null : { ...before, bytes: new Uint8Array() }, after: written };
}
function readFile(path) {
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile())
        return null;
    const mode = (stats.mode & 0o100) === 0 ? '100644' : '100755';
    // All that is put into a larger file counts as new.
    return { mode, bytes: stats.size > blob/* MAX_BLOB_BYTES */.T ? new Uint8Array() : (0,external_node_fs_.readFileSync)(path) };
}
function content_decode(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    return Buffer.from(text).equals(bytes) ? text : null;
}
function listOf(value) {
    return Array.isArray(value) ? value.filter(plain_map/* isMap */.j) : [];
}
/** Null when an edit does not fit the text: the tool will find that out, too. */
function applyEdits(text, edits) {
    let edited = text;
    for (const { old_string: from, new_string: to, replace_all: everywhere } of edits) {
        if (typeof from !== 'string' || typeof to !== 'string')
            return null;
        if (from === '' ? edited !== '' : !edited.includes(from))
            return null;
        edited = everywhere === true ? edited.split(from).join(to) : edited.replace(from, () => to);
    }
    return edited;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __nccwpck_require__(5482);
;// CONCATENATED MODULE: ./build/src/hook/locate.js



/** Looks a path up under the name it was given and under the ones that links lead to. */
function locate(place, cwd, path) {
    const written = (0,external_node_path_.resolve)(cwd, path);
    const real = followLinks(written);
    const walked = followLinks((0,external_node_path_.isAbsolute)(path) ? path : `${cwd}${external_node_path_.sep}${path}`);
    const candidates = [written, (0,external_node_path_.join)(followLinks(cwd), (0,external_node_path_.relative)(cwd, written)), real, walked];
    const spellings = new Set();
    for (const candidate of candidates) {
        const inside = insideOf(place.root, candidate);
        if (inside !== null)
            spellings.add(inside);
    }
    for (const candidate of [real, walked])
        for (const inside of insideGit(place, candidate))
            spellings.add(inside);
    const [first] = spellings;
    const target = first ?? `outside:${(0,hash/* sha256 */.s)(real).slice(0, 16)}`;
    return { real, spellings: [...spellings], target };
}
/** The repository's own files under the name they usually have, wherever they are. */
function insideGit({ gitDir, commonDir }, path) {
    const inside = [gitDir, commonDir].map((folder) => insideOf(folder, path));
    return inside.flatMap((own) => (own === null ? [] : [(0,external_node_path_.join)('.git', own)])).slice(0, 1);
}
/** The path from a folder to what lies in it, with `/` between names; null for what does not. */
function insideOf(folder, path) {
    const inside = (0,external_node_path_.relative)(folder, path);
    const isOutside = inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside);
    return isOutside ? null : inside.split(external_node_path_.sep).join('/');
}
/** The path with every link in it followed; what does not exist yet keeps its name. */
function followLinks(path) {
    const whole = realPath(path);
    if (whole !== null)
        return whole;
    const walked = walk(path);
    const missing = [];
    for (let at = walked; (0,external_node_path_.dirname)(at) !== at; at = (0,external_node_path_.dirname)(at)) {
        const real = realPath(at);
        if (real !== null)
            return (0,external_node_path_.join)(real, ...missing);
        missing.unshift((0,external_node_path_.basename)(at));
    }
    return walked;
}
function realPath(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return null;
    }
}
/** As many links as Linux follows in one path. */
const MAX_LINKS = 40;
/**
 * Walks a path as the system does: a link is followed where it stands, before any `..` after it, and
 * also when nothing is at its end yet: whoever writes through such a link makes the file there.
 */
function walk(path) {
    let at = (0,external_node_path_.parse)(path).root;
    const ahead = namesIn(path);
    for (let links = 0;;) {
        const name = ahead.shift();
        if (name === undefined)
            return at;
        const next = name === '..' ? (0,external_node_path_.dirname)(at) : (0,external_node_path_.join)(at, name);
        const target = links < MAX_LINKS ? readLink(next) : null;
        if (target === null)
            at = next;
        else {
            links += 1;
            if ((0,external_node_path_.isAbsolute)(target))
                at = (0,external_node_path_.parse)(target).root;
            ahead.unshift(...namesIn(target));
        }
    }
}
function namesIn(path) {
    const names = path.slice((0,external_node_path_.parse)(path).root.length).split(external_node_path_.sep);
    return names.filter((name) => name !== '' && name !== '.');
}
function readLink(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/hook/judge.js






/** Sorts a call out and looks its paths up; what a write would do is not looked at. */
function readToolCall({ place }, { tool, toolInput, cwd }) {
    const { category, files: named, command, host } = (0,classify/* classify */.L)(tool, toolInput);
    const files = named.map(({ path, text }) => ({ ...locate(place, cwd, path), text }));
    const spellings = files.flatMap(category === 'file_read' ? spellRead : (file) => file.spellings);
    const paths = [...new Set(spellings)];
    return {
        action: { category, paths, before: null, after: null, command },
        files,
        targets: host === '' ? [...new Set(files.map((file) => file.target))] : [host],
    };
}
/** A folder that is looked through stands for everything under it, as a link does in a change. */
function spellRead({ real, spellings }) {
    const isFolder = (0,external_node_fs_.statSync)(real, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? spellings.flatMap((path) => [path, `${path}/`]) : [...spellings];
}
/** What a call would do, file by file, to be judged before it does. */
function foreseeToolCall({ action, files }, { tool, toolInput }) {
    if (action.category !== 'file_write' || files.length === 0)
        return [action];
    return files.map(({ real, spellings, text }) => ({
        ...action,
        paths: spellings,
        ...foresee(tool, toolInput, real, text),
    }));
}
/** These change what is there already; any other write may have made the file. */
const IS_EDIT = /Edit$/;
/**
 * What a call has done, file by file, to be judged after it did. The file is no longer as it was: held
 * against itself, a whole file that was written would change nothing, and no rule about what is put in
 * would see it. So all of it counts as new, and the file as made or as changed, whichever is worse.
 */
function recallActions(tool, actions) {
    return actions.flatMap((action) => {
        const { before } = action;
        if (before === null || IS_EDIT.test(tool))
            return [action];
        const changed = { ...action, before: { ...before, bytes: new Uint8Array() } };
        return [changed, { ...action, before: null }];
    });
}
/**
 * Judges what a call does: at once where certainly no rule stops it, by the engine otherwise. The
 * strictest verdict counts. Checks in observe and warn mode stop nothing.
 */
async function judge(governed, actions) {
    let strictest = tool_call_action/* ALLOWED */.p;
    for (const action of actions) {
        const verdict = await judgeAction(governed, action);
        if (verdict.decision === 'deny')
            return verdict;
        if (verdict.decision === 'ask' && strictest.decision === 'allow')
            strictest = verdict;
    }
    return strictest;
}
async function judgeAction({ rules, cache }, action) {
    if (rules.broken !== null) {
        const reason = `Countersign: the policy on the protected branch is not valid, so nothing can be allowed. ${rules.broken} Ask a maintainer to mend it.`;
        return { decision: 'deny', rule: 'policy/invalid', reason };
    }
    if (!rules.enforces)
        return tool_call_action/* ALLOWED */.p;
    if (rules.prefilter !== null && isCertainlyAllowed(rules.prefilter, action))
        return tool_call_action/* ALLOWED */.p;
    const { judgeFully } = await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(387), __nccwpck_require__.e(817), __nccwpck_require__.e(360)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4360));
    return judgeFully(cache, action);
}


/***/ }),

/***/ 3066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ draftResult),
  p: () => (/* binding */ recordVerdict)
});

// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __nccwpck_require__(5482);
// EXTERNAL MODULE: ./build/src/engine/tool-call/action.js
var action = __nccwpck_require__(4054);
// EXTERNAL MODULE: ./build/src/recorder/session.js
var recorder_session = __nccwpck_require__(3496);
// EXTERNAL MODULE: ./build/src/hook/judge.js + 3 modules
var judge = __nccwpck_require__(6331);
// EXTERNAL MODULE: ./build/src/engine/secret-hints.js
var secret_hints = __nccwpck_require__(4893);
// EXTERNAL MODULE: ./build/src/engine/text/well-formed.js
var well_formed = __nccwpck_require__(982);
;// CONCATENATED MODULE: ./build/src/hook/public-text.js



/** Texts of the agent's side that a record keeps in clear, without what looks like a secret. */
const MAX_NAME = 200;
/** Long enough for a credential, or of the form of an assignment or address that may hold one. */
const MAY_HOLD_SECRET = /[A-Za-z0-9_+=-]{16}|[=:@%]/;
/** The text without what looks like a secret. Looking closely is left out where none would fit. */
async function toPublicText(text) {
    return cut(await redact(text));
}
/**
 * A call's id, the same before the call and after it. One that holds a secret is replaced by its hash,
 * so that calls stay apart.
 */
async function toPublicId(id) {
    return cut((await redact(id)) === id ? id : `id-${(0,hash/* sha256 */.s)(id).slice(0, 32)}`);
}
async function redact(text) {
    const lower = text.toLowerCase();
    if (!MAY_HOLD_SECRET.test(text) || !secret_hints/* SECRET_HINTS */.C.some((hint) => lower.includes(hint)))
        return text;
    const { redactSecrets } = await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(249)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1249));
    return redactSecrets(text);
}
function cut(text) {
    return (0,well_formed/* wellFormed */.E)(text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text);
}

;// CONCATENATED MODULE: ./build/src/hook/record-call.js





/** Records what was asked for and what the policy said, before the tool runs. */
async function recordVerdict(event, verdict) {
    const rules = toRules(event, verdict);
    const request = await toRequest(event);
    const id = await callId(event.input, request);
    const kind = verdict.decision === 'deny' ? 'denied' : 'intent';
    await (0,recorder_session/* record */.g1)(event.session, (state) => {
        if (kind === 'intent' && isKnown(state, id, request))
            return [];
        return [{ event: kind, reference: { tool_use_id: id }, request, rules }];
    });
}
function toRules({ governed }, { decision, rule }) {
    return { decision, policy_sha256: governed.rules.policySha256, rule };
}
/** The same event is delivered twice where hooks are installed twice. */
function isKnown({ open }, id, request) {
    return Object.hasOwn(open, id) && open[id]?.input === request.input_sha256;
}
/**
 * What the policy says of a call that ran otherwise than it was judged, or unjudged: other hooks may
 * change its input afterwards, and may have been there before these. A call that ran as it was judged
 * is allowed: what was asked about, somebody allowed.
 */
async function judgeWhatRan(event, request) {
    const { session, input, governed, call } = event;
    const state = (0,recorder_session/* peek */.se)(session);
    if (state !== null && isKnown(state, await callId(input, request), request))
        return action/* ALLOWED */.p;
    return (0,judge/* judge */.S4)(governed, (0,judge/* recallActions */.jC)(input.tool, (0,judge/* foreseeToolCall */.WE)(call, input)));
}
/** Records how a call ended, with the files that changed. */
async function draftResult(event, status, blobs) {
    const { input } = event;
    const request = await toRequest(event);
    const id = await callId(input, request);
    const rules = toRules(event, await judgeWhatRan(event, request));
    const output = input.toolResponse === null ? {} : { output_sha256: (0,hash/* hashCanonical */.z)(input.toolResponse) };
    const resource = input.durationMs === null ? {} : { resource: { duration_ms: input.durationMs } };
    return (state) => {
        const open = Object.hasOwn(state.open, id) ? state.open[id] : undefined;
        const isDone = state.done.includes((0,recorder_session/* doneKey */.op)(id, request.input_sha256));
        if (open === undefined && isDone && blobs.size === 0)
            return [];
        const reference = { tool_use_id: id, intent_seq: open?.seq ?? state.seq };
        // A call whose beginning was not seen, as when the hooks came later, is recorded as a whole. Both have
        // one time, by which readers know that nobody was asked before: such an intent allows nothing.
        const begun = open === undefined
            ? [{ event: 'intent', reference: { tool_use_id: id }, request, rules }]
            : [];
        const result = { ...output, blobs: Object.fromEntries(blobs), status };
        return [...begun, { event: 'result', reference, request, rules, ...resource, result }];
    };
}
async function toRequest({ input, call }) {
    return {
        category: call.action.category,
        input_sha256: (0,hash/* hashCanonical */.z)(input.toolInput),
        targets: await Promise.all(call.targets.map(toPublicText)),
        tool: await toPublicText(input.tool),
    };
}
/** Some hosts give calls no id; the input tells them apart well enough. */
function callId({ toolUseId }, { input_sha256 }) {
    return toPublicId(toolUseId ?? `input-${input_sha256?.slice(0, 16)}`);
}


/***/ }),

/***/ 6714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readRules),
/* harmony export */   c: () => (/* binding */ findGoverned)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _engine_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5482);
/* harmony import */ var _recorder_place_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9575);
/* harmony import */ var _recorder_refs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7868);
/* harmony import */ var _sources_error_code_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3894);
/* harmony import */ var _version_generated_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2826);







/** Raised whenever the kept files change their form. */
const FORMAT = 4;
/**
 * The innermost work tree around the first of the directories that has a policy; null when none has,
 * and then there is nothing to do. A repository without one may lie inside one that has: an agent can
 * make such a repository itself.
 * @throws Unreadable, or a failed read: the policy is there and cannot be applied
 */
async function findGoverned(directories, now) {
    for (const directory of directories) {
        for (let place = (0,_recorder_place_js__WEBPACK_IMPORTED_MODULE_3__/* .findPlace */ .Pj)(directory); place !== null; place = (0,_recorder_place_js__WEBPACK_IMPORTED_MODULE_3__/* .findOuterPlace */ .k9)(place)) {
            const governed = await readGoverned(place, now);
            if (governed !== null)
                return governed;
        }
    }
    return null;
}
async function readGoverned(place, now) {
    const tip = await findTip(place);
    if (tip === null)
        return null;
    const day = now.toISOString().slice(0, 10);
    const branch = (0,_recorder_refs_js__WEBPACK_IMPORTED_MODULE_4__/* .readBranch */ .pG)(place);
    const key = (0,_engine_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(JSON.stringify([FORMAT, _version_generated_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x, tip, branch, day])).slice(0, 32);
    const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_recorder_place_js__WEBPACK_IMPORTED_MODULE_3__/* .recorderDir */ .kE)(place), `policy-${key}`);
    const known = readRules(cache);
    if (known !== null)
        return { place, tip, rules: known, cache };
    const { compileRules } = await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(387), __nccwpck_require__.e(817)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4817));
    const rules = await compileRules(place, { tip, branch, now, cache });
    return rules === null ? null : { place, tip, rules, cache };
}
async function findTip(place) {
    try {
        return (0,_recorder_refs_js__WEBPACK_IMPORTED_MODULE_4__/* .readBaseTip */ .ds)(place);
    }
    catch (error) {
        if (!(error instanceof _recorder_refs_js__WEBPACK_IMPORTED_MODULE_4__/* .OddRefs */ .yU))
            throw error;
        const { askBaseTip } = await __nccwpck_require__.e(/* import() */ 612).then(__nccwpck_require__.bind(__nccwpck_require__, 9612));
        return askBaseTip({ directory: place.root, env: { GIT_DIR: place.gitDir } });
    }
}
/** What was compiled before; half a file, or one of another version, is as good as none. */
function readRules(cache) {
    try {
        const rules = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${cache}.rules.json`, 'utf8'));
        return rules.version === _version_generated_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x && Array.isArray(rules.plans) ? rules : null;
    }
    catch (error) {
        if (error instanceof SyntaxError || (0,_sources_error_code_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$)(error) === 'ENOENT')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 3706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vt: () => (/* binding */ commandIn),
  fd: () => (/* binding */ contentIn),
  nG: () => (/* binding */ filesIn),
  ov: () => (/* binding */ hasContent),
  yZ: () => (/* binding */ joinWords),
  Di: () => (/* binding */ movedFiles),
  hH: () => (/* binding */ patchedIn)
});

;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = require("node:url");
// EXTERNAL MODULE: ./build/src/engine/parsing/plain-map.js
var plain_map = __nccwpck_require__(1744);
;// CONCATENATED MODULE: ./build/src/hook/patch.js
const ENVELOPE = /^\*\*\* (?:Add|Update|Delete) File: (.+)$/;
const MOVE = /^\*\*\* Move to: (.+)$/;
const OLD_NAME = /^--- (.+)$/;
const NEW_NAME = /^\+\+\+ (.+)$/;
const RENAMED = /^(?:rename|copy) (?:from|to) (.+)$/;
/**
 * The files that a patch changes, in the envelope form (`*** Update File: p`) or as a unified diff. Of a
 * file that is moved, both names count.
 */
function patchedFiles(text) {
    const lines = text.split(/\r?\n/);
    const files = [];
    for (const [at, line] of lines.entries()) {
        const begun = namesAt(lines, at);
        const moved = MOVE.exec(line)?.[1];
        if (begun !== null)
            files.push({ names: begun, added: [] });
        else if (moved !== undefined)
            files.at(-1)?.names.push(moved.trim());
        else if (isAdded(lines, at))
            files.at(-1)?.added.push(line.slice(1));
    }
    return files.flatMap(({ names, added }) => names.map((path) => ({ path, added: added.join('\n') })));
}
/** The names of the file whose part of the patch begins at a line; null at any other line. */
function namesAt(lines, at) {
    const line = lines[at] ?? '';
    const named = ENVELOPE.exec(line)?.[1] ?? RENAMED.exec(line)?.[1];
    if (named !== undefined)
        return [cleanName(named)];
    const after = NEW_NAME.exec(line)?.[1];
    if (after === undefined)
        return null;
    const before = OLD_NAME.exec(lines[at - 1] ?? '')?.[1];
    // A line that was added may begin with two more plus signs; a header follows the old name.
    if (before === undefined)
        return null;
    const names = [before, after].map(cleanDiffName).filter((name) => name !== '/dev/null');
    return [...new Set(names)];
}
function isAdded(lines, at) {
    return lines[at]?.startsWith('+') === true && namesAt(lines, at) === null;
}
/** `git diff` puts `a/` and `b/` before names, other tools a tab and a time behind. */
function cleanDiffName(name) {
    return cleanName(name.split('\t')[0] ?? '').replace(/^[abciow]\//, '');
}
function cleanName(name) {
    return name.trim().replace(/^"(.*)"$/, '$1');
}

;// CONCATENATED MODULE: ./build/src/hook/tool-input.js



/** Under these names tools are given the path they work on. */
const PATH_KEYS = [
    'file_path',
    'filePath',
    'notebook_path',
    'path',
    'relative_path',
    'absolute_path',
    'filename',
    'file',
    'target_file',
    'uri',
];
/** And lists of them. */
const LIST_KEYS = ['paths', 'files', 'file_paths'];
/** Under these, where a file goes, if there is one it comes from. */
const DESTINATION_KEYS = ['destination', 'new_path'];
const SOURCE_KEYS = ['source', 'old_path'];
/** Under these, what they are to write. */
const CONTENT_KEYS = [
    'content',
    'contents',
    'file_text',
    'new_string',
    'new_str',
    'insert_text',
    'new_source',
    'edits',
    'code_edit',
    'patch',
    'text',
    'data',
    'body',
];
const PATCH_KEYS = ['patch', 'diff', 'input'];
const APPLIES = /\bapply_patch\b/;
const COMMAND_KEYS = ['command', 'cmd', 'script'];
/** The files that an input names, each with the text for it where there is one. */
function filesIn(input) {
    const single = PATH_KEYS.map((key) => toPath(key, input[key]));
    const listed = LIST_KEYS.flatMap((key) => listOf(input[key])).map(toNamedFile);
    return [...single.map((path) => (path === null ? null : { path, text: null })), ...listed].filter((file) => file !== null);
}
/** An entry of a list: a path, or a map with one and perhaps its content. */
function toNamedFile(entry) {
    if (!(0,plain_map/* isMap */.j)(entry)) {
        const path = toPath('path', entry);
        return path === null ? null : { path, text: null };
    }
    const path = PATH_KEYS.map((key) => toPath(key, entry[key])).find((name) => name !== null);
    return path === undefined || path === null ? null : { path, text: contentIn(entry) };
}
function toPath(key, value) {
    if (typeof value !== 'string' || value === '')
        return null;
    if (!value.startsWith('file:'))
        return key === 'uri' ? null : value;
    try {
        return (0,external_node_url_namespaceObject.fileURLToPath)(value);
    }
    catch {
        return value.replace(/^file:\/*/, '/');
    }
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/**
 * Both ends of a move, which writes at the one and deletes at the other; none without either.
 * @param isMover whether the tool's name says that it moves or copies: a `target` may be anything else
 */
function movedFiles(input, isMover) {
    const pathsUnder = (keys) => keys.map((key) => toPath(key, input[key])).filter((name) => name !== null);
    const to = pathsUnder(isMover ? ['target', ...DESTINATION_KEYS] : DESTINATION_KEYS);
    const from = pathsUnder([...SOURCE_KEYS, ...PATH_KEYS]);
    if (to.length === 0 || from.length === 0)
        return [];
    return [...new Set([...to, ...from])].map((path) => ({ path, text: null }));
}
/** The files that a patch changes, which is given by itself or within a command. */
function patchedIn(input) {
    const command = commandIn(input) ?? '';
    const texts = [...PATCH_KEYS.map((key) => input[key]), APPLIES.test(command) ? command : ''];
    return texts
        .filter((text) => typeof text === 'string')
        .flatMap(patchedFiles)
        .map(({ path, added }) => ({ path, text: added }));
}
/** Whether a tool is given something to write. */
function hasContent(input) {
    return (CONTENT_KEYS.some((key) => key in input) ||
        listOf(input.files).some((entry) => (0,plain_map/* isMap */.j)(entry) && CONTENT_KEYS.some((key) => key in entry)));
}
/** The command that a tool is to run, with its arguments; null without one. */
function commandIn(input) {
    const parts = COMMAND_KEYS.map((key) => input[key]).filter(isCommand);
    if (parts.length === 0)
        return null;
    return [...parts, ...listOf(input.args)].map(joinWords).join(' ');
}
function isCommand(value) {
    return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== '';
}
/** Words with spaces between them: commands are judged as text, and no shell will read this. */
function joinWords(value) {
    if (typeof value === 'string')
        return value;
    return Array.isArray(value) ? value.map(joinWords).join(' ') : JSON.stringify(value ?? '');
}
/** The text a tool is to write, as far as its input shows it. */
function contentIn(input) {
    return CONTENT_KEYS.flatMap((key) => textsIn(input[key])).join('\n');
}
const MAX_DEPTH = 4;
function textsIn(value, depth = 0) {
    if (typeof value === 'string')
        return [value];
    if (depth >= MAX_DEPTH || typeof value !== 'object' || value === null)
        return [];
    const parts = (0,plain_map/* isMap */.j)(value) ? newTexts(value) : Object.values(value);
    return parts.flatMap((part) => textsIn(part, depth + 1));
}
/** Of an edit, what is put in; what is taken out is there already. */
function newTexts(edit) {
    const known = CONTENT_KEYS.filter((key) => key in edit).map((key) => edit[key]);
    return known.length > 0 ? known : Object.values(edit);
}


/***/ }),

/***/ 1048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ ChainLost),
/* harmony export */   Xt: () => (/* binding */ recoverTail),
/* harmony export */   _g: () => (/* binding */ appendLines)
/* harmony export */ });
/* unused harmony export followLines */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _engine_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5482);
/* harmony import */ var _engine_parsing_exact_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8179);



/** The chain on disk is not the one that was being written. */
class ChainLost extends Error {
    name = 'ChainLost';
}
/**
 * Appends lines in one write at the known end. What cannot be written wholly, as on a full disk, is
 * taken back, so that the chain never ends in half a record.
 * @throws ChainLost when the chain does not end where it should
 */
function appendLines(path, size, lines) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, size === 0 ? 'wx' : 'r+', 0o600);
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).size !== size)
            throw new ChainLost(`"${path}" was changed by somebody else`);
        const bytes = Buffer.from(lines);
        try {
            writeWhole(file, bytes, size);
        }
        catch (error) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, size);
            throw error;
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function writeWhole(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const written = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, done, bytes.length - done, position + done);
        if (written === 0)
            throw new Error('nothing more could be written');
        done += written;
    }
}
/**
 * What stands in the chain after the known end: whole records are taken over once their hash, number
 * and link are right; half a line at the very end is cut off.
 * @throws ChainLost when the chain is shorter, or what follows is no continuation
 */
function recoverTail(path, end) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r+');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (size < end.size)
            throw new ChainLost(`"${path}" is shorter than what was written to it`);
        if (size === end.size)
            return { end, records: [] };
        const bytes = Buffer.alloc(size - end.size);
        readWhole(file, bytes, end.size);
        const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
        const recovered = followLines(path, end, whole.toString('utf8'));
        if (whole.length < bytes.length)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, recovered.end.size);
        return recovered;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function readWhole(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, done, bytes.length - done, position + done);
        if (read === 0)
            throw new Error('the chain ended while it was read');
        done += read;
    }
}
const LINE = /^\{"record":(\{.*\}),"record_hash":"([0-9a-f]{64})"\}$/;
/** Follows whole lines from a known end, or from the beginning. @throws ChainLost at the first that does not fit. */
function followLines(path, from, text) {
    const records = [];
    let { seq, prev, size } = from ?? { seq: 0, prev: '', size: 0 };
    for (const line of text.split('\n').slice(0, -1)) {
        const [, written, hash] = LINE.exec(line) ?? [];
        if (written === undefined || hash === undefined || (0,_engine_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(written) !== hash)
            throw broken(path, seq);
        const record = (0,_engine_parsing_exact_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(written);
        const isFirst = from === null && seq === 0;
        if (record.seq !== seq || (!isFirst && record.prev !== prev))
            throw broken(path, seq);
        records.push(record);
        prev = hash;
        seq += 1;
        size += Buffer.byteLength(line) + 1;
    }
    return { end: { seq, prev, size }, records };
}
function broken(path, seq) {
    return new ChainLost(`record ${seq} of "${path}" is not the continuation of the one before`);
}


/***/ }),

/***/ 8275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ dropFile),
/* harmony export */   f: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var _sources_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3894);



/** Writes a file so that others see the old content or the new one, never a part. */
function replaceFile(path, content, mode = 0o600) {
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.new`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, content, { flag: 'wx', mode });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
    }
    catch (error) {
        dropFile(temporary);
        throw error;
    }
}
/** Deletes a file that may not be there. Cheaper to load than `rmSync`, and on the way of every call. */
function dropFile(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        if ((0,_sources_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$)(error) !== 'ENOENT')
            throw error;
    }
}


/***/ }),

/***/ 8649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ withLock)
/* harmony export */ });
/* unused harmony export LockLost */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var _sources_error_code_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3894);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8275);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9575);





/** The lock could not be had in time. */
class LockLost extends Error {
    name = 'LockLost';
}
const WAIT_MS = 4;
const DEADLINE_MS = 20_000;
/**
 * Runs work while no other process does so under the same path. A lock file appears with its content
 * or not at all, because it is a link to a finished file. One left behind by a dead process is taken
 * over; one of another machine never is.
 * @param waitMs how long to wait at most, in milliseconds
 * @throws LockLost after that
 */
async function withLock(path, work, waitMs = DEADLINE_MS) {
    const own = describeSelf();
    const ticket = `${path}.${own.pid}-${own.nonce}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(ticket, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
        waitFor(ticket, path, waitMs);
    }
    finally {
        (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .dropFile */ .c)(ticket);
    }
    try {
        return await work();
    }
    finally {
        (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .dropFile */ .c)(path);
    }
}
function waitFor(ticket, path, waitMs) {
    const rounds = Math.ceil(waitMs / WAIT_MS);
    for (let round = 0; round <= rounds; round += 1) {
        if (tryTake(ticket, path))
            return;
        pause(WAIT_MS);
    }
    throw new LockLost(`another process holds "${path}"; if none is running any more, delete that file`);
}
function pause(ms) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
/**
 * One attempt. A dead holder's lock is replaced only under a claim that is named after its nonce, so
 * that of many who see the same dead holder one acts, and only while that holder still has it. The
 * claim is a lock like any other: its holder may die, too.
 */
function tryTake(ticket, path) {
    if (tryLink(ticket, path))
        return true;
    const holder = readHolder(path);
    if (holder === null || isAlive(holder))
        return false;
    const claim = `${path}.${holder.nonce}`;
    if (!tryTake(ticket, claim))
        return false;
    if (readHolder(path)?.nonce !== holder.nonce) {
        (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .dropFile */ .c)(claim);
        return false;
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(claim, path);
    return true;
}
function tryLink(ticket, path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.linkSync)(ticket, path);
        return true;
    }
    catch (error) {
        if ((0,_sources_error_code_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
function readHolder(path) {
    const text = (0,_place_js__WEBPACK_IMPORTED_MODULE_3__/* .readIfThere */ .qC)(path);
    if (text === null)
        return null;
    const value = parse(text);
    if (!isHolder(value))
        throw new LockLost(`"${path}" is no lock of this program; delete that file`);
    return value;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function isHolder(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { pid, start, host, nonce } = value;
    return (Number.isSafeInteger(pid) &&
        Number(pid) > 0 &&
        typeof start === 'string' &&
        typeof host === 'string' &&
        typeof nonce === 'string' &&
        /^[0-9a-f]{16}$/.test(nonce));
}
function describeSelf() {
    const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex');
    return { pid: process.pid, start: readStart(process.pid), host: readHost(), nonce };
}
/** Where containers share a work tree, their process ids say nothing to each other. Empty but on Linux. */
function readHost() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/hostname', 'utf8').trim();
    }
    catch {
        return '';
    }
}
/** When in doubt the holder lives: waiting in vain is a refusal, stealing in error a lost record. */
function isAlive({ pid, start, host }) {
    if (host !== readHost())
        return true;
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return (0,_sources_error_code_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$)(error) !== 'ESRCH';
    }
    return start === '' || start === readStart(pid);
}
/**
 * Field 22 of proc(5)'s `stat`; the name before it is in brackets and may hold anything. Empty where
 * there is no such file, `dead` for a process that ended and was not yet waited for.
 */
function readStart(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 9575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ findPlace),
/* harmony export */   k9: () => (/* binding */ findOuterPlace),
/* harmony export */   kE: () => (/* binding */ recorderDir),
/* harmony export */   qC: () => (/* binding */ readIfThere)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _sources_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3894);



/** The innermost work tree that a directory is in; null outside of any. */
function findPlace(directory) {
    for (let at = nearestDirectory(directory);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const gitDir = readGitDir(at);
        if (gitDir !== null)
            return { root: at, gitDir, commonDir: readCommonDir(gitDir) };
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at)
            return null;
    }
}
/** The work tree around this one, as for a repository cloned into another. */
function findOuterPlace({ root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root) === root ? null : findPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root));
}
/** Where the recorder keeps everything of a work tree. */
function recorderDir({ gitDir }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'countersign');
}
/** The agent may have deleted the directory it stands in. */
function nearestDirectory(directory) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        try {
            return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(at);
        }
        catch (error) {
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at)
                throw error;
        }
    }
}
function readGitDir(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.git');
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (stats === undefined)
        return null;
    if (stats.isDirectory())
        return isGitDir(path) ? path : null;
    const [, target] = /^gitdir: (.+?)\r?\n?$/s.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) ?? [];
    if (target === undefined)
        return null;
    const gitDir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, target);
    return isGitDir(gitDir) ? node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(gitDir) : null;
}
/** As git itself tells: anything else of the name is an ordinary directory. */
function isGitDir(path) {
    const has = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), { throwIfNoEntry: false }) !== undefined;
    return has('HEAD') && (has('objects') || has('commondir'));
}
function readCommonDir(gitDir) {
    const target = readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'commondir'));
    return target === null ? gitDir : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(gitDir, target.trimEnd());
}
/** A file's text; null when there is none. @throws when it is there and cannot be read. */
function readIfThere(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if ((0,_sources_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$)(error) === 'ENOENT' || (0,_sources_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$)(error) === 'ENOTDIR')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 7868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ds: () => (/* binding */ readBaseTip),
/* harmony export */   pG: () => (/* binding */ readBranch),
/* harmony export */   yU: () => (/* binding */ OddRefs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9575);



const REMOTE = 'refs/remotes/origin/';
/** Where the default branch is when the clone does not say which it is. */
const USUAL_BRANCHES = ['main', 'master'];
/**
 * Finds the default branch's remote-tracking ref by reading git's files; null when there is none.
 * @throws OddRefs when refs are kept in another way; git itself has to be asked then.
 */
function readBaseTip(place) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.commonDir, 'reftable')))
        throw new OddRefs();
    const named = readSymbolic((0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.commonDir, `${REMOTE}HEAD`)));
    const candidates = named === null ? [] : [named];
    for (const ref of [...candidates, ...USUAL_BRANCHES.map((branch) => REMOTE + branch)]) {
        const commit = readCommit(place, ref);
        if (commit !== null)
            return { branch: ref.slice(REMOTE.length), commit };
    }
    return null;
}
/** The branch a work tree is on; null when HEAD is detached. */
function readBranch({ gitDir }) {
    const [, branch] = /^ref: refs\/heads\/(.+)\n?$/.exec((0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDir, 'HEAD')) ?? '') ?? [];
    return branch ?? null;
}
/** Refs are not in files this reader knows. */
class OddRefs extends Error {
    name = 'OddRefs';
}
function readSymbolic(text) {
    if (text === null)
        return null;
    const [, ref] = /^ref: (refs\/remotes\/origin\/[^\n]+)\n?$/.exec(text) ?? [];
    if (ref === undefined || ref.split('/').includes('..'))
        throw new OddRefs();
    return ref;
}
const OBJECT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})\n?$/;
function readCommit({ commonDir }, ref) {
    const loose = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, ref));
    if (loose === null)
        return findPacked(commonDir, ref);
    const [, commit] = OBJECT_ID.exec(loose) ?? [];
    if (commit === undefined)
        throw new OddRefs();
    return commit;
}
function findPacked(commonDir, ref) {
    const packed = (0,_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDir, 'packed-refs')) ?? '';
    const at = packed.indexOf(` ${ref}\n`);
    if (at < 0)
        return null;
    const [, commit] = OBJECT_ID.exec(packed.slice(packed.lastIndexOf('\n', at) + 1, at)) ?? [];
    if (commit === undefined)
        throw new OddRefs();
    return commit;
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ workTreeOf),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   iR: () => (/* binding */ timeAfter),
/* harmony export */   op: () => (/* binding */ doneKey),
/* harmony export */   se: () => (/* binding */ peek)
/* harmony export */ });
/* unused harmony exports catchUp, appendDrafts, follow */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _engine_chain_format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5419);
/* harmony import */ var _chain_file_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1048);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8649);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7868);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3141);







function filesOf({ place, role }) {
    return (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .sessionFiles */ .AG)(place, role.session_id);
}
function workTreeOf(session) {
    const { root, gitDir } = session.place;
    return { root, gitDir, index: filesOf(session).index };
}
/**
 * Appends records to the session's chain, which begins with the first of them. Whatever goes wrong,
 * the chain on disk verifies; a record is there wholly or not at all.
 * @param draft given the state under the lock; no drafts leave the chain as it is
 * @throws LockLost, ChainLost, or the error of a failed write
 */
async function record(session, draft, change = {}) {
    const files = filesOf(session);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(files.lock), { recursive: true, mode: 0o700 });
    return (0,_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .withLock */ .k)(files.lock, async () => {
        const state = await openChain(session);
        const drafts = draft(state);
        const next = { ...appendDrafts(session, state, drafts), ...change };
        if (drafts.length > 0 || Object.keys(change).length > 0)
            (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .writeState */ .Jq)(session.place, next);
        return next;
    });
}
/** The state of a session that has begun; null otherwise. Not under the lock: it may be old news. */
function peek(session) {
    return (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readSession */ .lx)(session.place, session.role.session_id);
}
async function openChain(session) {
    const known = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readSession */ .lx)(session.place, session.role.session_id);
    const branch = (0,_refs_js__WEBPACK_IMPORTED_MODULE_5__/* .readBranch */ .pG)(session.place);
    if (known === null || known.closed || (await isLeftBehind(session, known, branch)))
        return (await Promise.all(/* import() */[__nccwpck_require__.e(856), __nccwpck_require__.e(344), __nccwpck_require__.e(73)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7073))).beginChain(session, known?.time ?? '');
    const caught = catchUp(known, (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .chainFile */ .c9)(session.place, known.chain));
    return caught.attached ? caught : { ...caught, branch };
}
/**
 * Whether the chain stays with the branch that was switched from: an attached one belongs there, and one
 * that began on a newer commit of the protected branch would be foreign to an older branch. Without a
 * branch, as amid a rebase, an attached one is still the same.
 */
async function isLeftBehind({ place, tip }, { attached, branch: before, genesis }, branch) {
    if (branch === before)
        return false;
    if (attached && branch !== null)
        return true;
    const { isBehindBase } = await __nccwpck_require__.e(/* import() */ 612).then(__nccwpck_require__.bind(__nccwpck_require__, 9612));
    const git = { directory: place.root, env: { GIT_DIR: place.gitDir } };
    return !(await isBehindBase(git, genesis.base_sha, tip.commit));
}
/** Takes over what a process wrote that stopped before it could note it down. */
function catchUp(state, path) {
    const { end, records } = (0,_chain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .recoverTail */ .Xt)(path, state);
    return { ...records.reduce(follow, state), ...end };
}
/**
 * The time of a record that is written now. Clocks are set back, and a chain's time never is: then the
 * last record's time is taken again.
 */
function timeAfter(last, clock) {
    const now = clock().toISOString();
    return now > last ? now : last;
}
/**
 * Writes the drafts after the end that the state knows; the caller holds the session's lock and keeps
 * the new state.
 */
function appendDrafts({ place, clock }, state, drafts) {
    const ts = timeAfter(state.time, clock);
    let next = state;
    let lines = '';
    for (const draft of drafts) {
        const { chain, seq, prev, role } = next;
        const entry = { v: 1, chain, seq, prev, ts, role, ...draft };
        const { line, hash } = (0,_engine_chain_format_js__WEBPACK_IMPORTED_MODULE_2__/* .storeRecord */ .vQ)(entry);
        const length = Buffer.byteLength(line);
        if (length > _engine_chain_format_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc)
            throw new _chain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .ChainLost */ .Gw('more files changed at once than one record can hold (16 MiB)');
        lines += line;
        const size = next.size + length;
        next = { ...follow(next, entry), seq: seq + 1, prev: hash, size };
    }
    if (lines !== '')
        (0,_chain_file_js__WEBPACK_IMPORTED_MODULE_3__/* .appendLines */ ._g)((0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .chainFile */ .c9)(place, state.chain), state.size, lines);
    return next;
}
/** What a record changes in what is known of the session. */
function follow(before, record) {
    const { event, reference, request, result, files, seq, ts } = record;
    const state = { ...before, time: ts };
    const id = reference?.tool_use_id;
    if (event === 'session_end')
        return { ...state, closed: true };
    if (event === 'prompt' || (event === 'checkpoint' && files === undefined))
        return { ...state, turn: seq };
    if (event === 'intent' && id !== undefined)
        return { ...state, open: { ...state.open, [id]: { seq, input: request?.input_sha256 ?? '' } } };
    if (event !== 'result' || id === undefined)
        return state;
    const { [id]: _closed, ...open } = state.open;
    const hasBlobs = Object.keys(result?.blobs ?? {}).length > 0;
    const done = [...state.done, doneKey(id, request?.input_sha256)];
    return { ...state, open, done, hasNews: state.hasNews || hasBlobs };
}
/** Under what a finished call is known: the same id with another input is another call. */
function doneKey(id, input) {
    return `${id} ${input ?? ''}`;
}


/***/ }),

/***/ 3141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ sessionFiles),
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   c9: () => (/* binding */ chainFile),
/* harmony export */   iK: () => (/* binding */ pointTo),
/* harmony export */   lx: () => (/* binding */ readSession)
/* harmony export */ });
/* unused harmony exports chainsDir, readState, hasCallUnderWay */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _engine_chain_chain_id_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6213);
/* harmony import */ var _engine_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5482);
/* harmony import */ var _engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1744);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8275);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9575);






/** Calls that were never answered, such as those a person refused, do not pile up beyond this. */
const MAX_OPEN = 500;
const MAX_DONE = 50;
function sessionFiles(place, session) {
    const key = (0,_engine_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(session).slice(0, 32);
    const base = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .recorderDir */ .kE)(place), 'sessions', key);
    return {
        pointer: `${base}.json`,
        lock: `${base}.lock`,
        lookLock: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .recorderDir */ .kE)(place), 'look.lock'),
        index: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .recorderDir */ .kE)(place), `index-${key}`),
    };
}
function chainsDir(place) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .recorderDir */ .kE)(place), 'chains');
}
function chainFile(place, chain) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(chainsDir(place), `${chain}.jsonl`);
}
function stateFile(place, chain) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(chainsDir(place), `${chain}.state.json`);
}
/** The state of a session; null when there is none, or none that makes sense: a new chain then begins. */
function readSession(place, session) {
    const pointer = parse((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(sessionFiles(place, session).pointer));
    if (!(0,_engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(pointer) || typeof pointer.chain !== 'string' || !(0,_engine_chain_chain_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isChainId */ .B)(pointer.chain))
        return null;
    const state = readState(place, pointer.chain);
    return state?.session === session ? state : null;
}
/** The state of a chain; null when there is none that makes sense. */
function readState(place, chain) {
    const value = parse((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(stateFile(place, chain)));
    return isState(value) && value.chain === chain ? value : null;
}
function parse(text) {
    try {
        return text === null ? null : JSON.parse(text);
    }
    catch {
        return null;
    }
}
/** Lets the session go on with a chain. */
function pointTo(place, { session, chain }) {
    (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)(sessionFiles(place, session).pointer, JSON.stringify({ chain }));
}
function writeState(place, state) {
    const open = Object.entries(state.open).slice(-MAX_OPEN);
    const kept = { ...state, open: Object.fromEntries(open), done: state.done.slice(-MAX_DONE) };
    (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)(stateFile(place, state.chain), JSON.stringify(kept));
}
/** Whether a call is running. One that a person refused stays open, until the agent stops. */
function hasCallUnderWay({ open, turn }) {
    return Object.values(open).some(({ seq }) => seq > turn);
}
function isState(value) {
    if (!(0,_engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(value) || !(0,_engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(value.genesis) || !(0,_engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(value.role) || !(0,_engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(value.open))
        return false;
    return (value.v === 1 &&
        (0,_engine_chain_chain_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isChainId */ .B)(String(value.chain)) &&
        [value.seq, value.size].every((it) => Number.isSafeInteger(it) && Number(it) > 0) &&
        Number.isSafeInteger(value.turn) &&
        /^[0-9a-f]{64}$/.test(String(value.prev)) &&
        typeof value.session === 'string' &&
        typeof value.indexStamp === 'string' &&
        typeof value.time === 'string' &&
        (value.branch === null || typeof value.branch === 'string') &&
        ['attached', 'closed', 'hasNews', 'reminded'].every((key) => typeof value[key] === 'boolean') &&
        ['base_sha', 'nonce', 'policy_sha256', 'repository'].every(isTextIn(value.genesis)) &&
        ['agent', 'model', 'session_id'].every(isTextIn(value.role)) &&
        Object.values(value.open).every((it) => (0,_engine_parsing_plain_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .j)(it) && Number.isSafeInteger(it.seq)) &&
        Array.isArray(value.done));
}
function isTextIn(map) {
    return (key) => typeof map[key] === 'string';
}


/***/ }),

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf)
/* harmony export */ });
/** The code of a failed system call; empty for anything else. */
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}


/***/ }),

/***/ 2826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
// Generated from package.json by scripts/generate.mjs. Do not edit.
const VERSION = '0.1.0';


/***/ }),

/***/ 8799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalize)
/* harmony export */ });
function hasLoneSurrogate (value) {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);

    if (code >= 0xD800 && code <= 0xDBFF) {
      if (i === value.length - 1) {
        return true;
      }
      const next = value.charCodeAt(i + 1);
      if (!(next >= 0xDC00 && next <= 0xDFFF)) {
        return true;
      }
      i++;
    } else if (code >= 0xDC00 && code <= 0xDFFF) {
      return true;
    }
  }

  return false;
}

function canonicalize (object, seen = new Set()) {
  if (typeof object === 'number' && isNaN(object)) {
    throw new Error('NaN is not allowed');
  }

  if (typeof object === 'number' && !isFinite(object)) {
    throw new Error('Infinity is not allowed');
  }

  if (typeof object === 'string' && hasLoneSurrogate(object)) {
    throw new Error('Lone surrogate is not allowed');
  }

  if (object === null || typeof object !== 'object') {
    return JSON.stringify(object);
  }

  if (typeof object.toJSON === 'function') {
    if (seen.has(object)) {
      throw new Error('Circular reference detected');
    }
    seen.add(object);
    const result = canonicalize(object.toJSON(), seen);
    seen.delete(object);
    return result;
  }

  if (seen.has(object)) {
    throw new Error('Circular reference detected');
  }
  seen.add(object);

  let result;
  if (Array.isArray(object)) {
    const values = object.map((cv) => {
      const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
      return canonicalize(value, seen);
    });
    result = `[${values.join(',')}]`;
  } else {
    const parts = [];
    for (const key of Object.keys(object).sort()) {
      if (object[key] === undefined || typeof object[key] === 'symbol') {
        continue;
      }
      parts.push(`${canonicalize(key)}:${canonicalize(object[key], seen)}`);
    }
    result = `{${parts.join(',')}}`;
  }

  seen.delete(object);
  return result;
}


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/src/hook/answer.js

const SILENCE = { stdout: null, stderr: '', code: 0 };
/** Claude Code's form of a decision on a tool call ("Hooks reference", PreToolUse). */
function answerToolCall({ decision, reason }) {
    if (decision === 'allow')
        return SILENCE;
    return { stdout: permission(decision, reason), stderr: '', code: 0 };
}
/** A refusal because nothing could be decided. */
function refuse(reason) {
    return { stdout: permission('deny', reason), stderr: reason, code: 2 };
}
function permission(decision, reason) {
    return {
        hookSpecificOutput: {
            hookEventName: 'PreToolUse',
            permissionDecision: decision,
            permissionDecisionReason: reason,
        },
    };
}
/** Written at once, so that ending the process loses nothing. */
function give({ stdout, stderr, code }) {
    if (stdout !== null)
        writeWhole(1, `${JSON.stringify(stdout)}\n`);
    if (stderr !== '')
        writeWhole(2, `${stderr}\n`);
    process.exitCode = code;
}
function writeWhole(descriptor, text) {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;)
        done += (0,external_node_fs_.writeSync)(descriptor, bytes, done);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/engine/text/well-formed.js
var well_formed = __nccwpck_require__(982);
// EXTERNAL MODULE: ./build/src/recorder/session.js
var recorder_session = __nccwpck_require__(3496);
// EXTERNAL MODULE: ./build/src/hook/classify.js
var classify = __nccwpck_require__(4447);
// EXTERNAL MODULE: ./build/src/hook/judge.js + 3 modules
var judge = __nccwpck_require__(6331);
// EXTERNAL MODULE: ./build/src/hook/record-call.js + 1 modules
var record_call = __nccwpck_require__(3066);
// EXTERNAL MODULE: ./build/src/hook/rules.js
var rules = __nccwpck_require__(6714);
;// CONCATENATED MODULE: ./build/src/hook/events.js









/**
 * What happens at each event. An event that is not known, and any event in a repository without a
 * policy, is passed over in silence.
 */
async function handle(input, clock) {
    if (!Object.hasOwn(HANDLERS, input.event))
        return SILENCE;
    const governed = await (0,rules/* findGoverned */.c)(directoriesOf(input), clock());
    const handler = HANDLERS[input.event];
    if (governed === null || handler === undefined)
        return SILENCE;
    return handler({ governed, session: toSession(governed, input, clock), input });
}
/** By the names under which an agent reports what happens (Claude Code, "Hooks reference"). */
const HANDLERS = {
    PreToolUse: beforeTool,
    PermissionDenied: permissionDenied,
    PostToolUse: (happening) => afterTool(happening, 'ok'),
    PostToolUseFailure: (happening) => afterTool(happening, 'error'),
    SessionStart: sessionStarts,
    SessionEnd: sessionEnds,
    UserPromptSubmit: promptSubmitted,
    SubagentStop: (happening) => checkpoint(happening),
    Stop: agentStops,
};
async function beforeTool({ governed, session, input }) {
    const call = (0,judge/* readToolCall */.zY)(governed, input);
    const verdict = await (0,judge/* judge */.S4)(governed, (0,judge/* foreseeToolCall */.WE)(call, input));
    await (0,record_call/* recordVerdict */.p)({ governed, session, input, call }, verdict);
    return verdict.rule === 'policy/invalid' ? refuse(verdict.reason) : answerToolCall(verdict);
}
/** Somebody else refused the call: the agent's host, by its own rules. */
async function permissionDenied({ governed, session, input }) {
    const call = (0,judge/* readToolCall */.zY)(governed, input);
    const verdict = { decision: 'deny', rule: null, reason: '' };
    await (0,record_call/* recordVerdict */.p)({ governed, session, input, call }, verdict);
    return SILENCE;
}
async function afterTool(happening, status) {
    const call = (0,judge/* readToolCall */.zY)(happening.governed, happening.input);
    const { recordOutcome } = await Promise.all(/* import() */[__nccwpck_require__.e(344), __nccwpck_require__.e(279)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4279));
    await recordOutcome({ ...happening, call }, status);
    return SILENCE;
}
async function sessionStarts(happening) {
    const { genesis } = await (0,recorder_session/* record */.g1)(happening.session, () => []);
    const { rules } = happening.governed;
    const text = [
        `Countersign guards this repository (${rules.mode}).`,
        describePlans(rules),
        ...(genesis.repository === '' ? [NAMELESS] : []),
    ];
    const output = { hookEventName: 'SessionStart', additionalContext: text.join('\n') };
    return { ...SILENCE, stdout: { hookSpecificOutput: output } };
}
const NAMELESS = 'The address of the remote "origin" names no owner and repository, so the gate will not accept the record of this session. Ask the person you work for to set it with "git remote set-url origin" and to start a new session.';
function describePlans({ plans, planAdvice }) {
    if (planAdvice !== null)
        return planAdvice;
    if (plans.length === 0)
        return 'No plan of the protected branch is in force for this branch.';
    const more = plans.length > 2 ? ` and ${plans.length - 2} more` : '';
    return `Plan in force: ${plans.slice(0, 2).join('; ')}${more}. Only what it names may change.`;
}
async function sessionEnds({ session }) {
    const state = (0,recorder_session/* peek */.se)(session);
    if (state === null || state.closed)
        return SILENCE;
    const { recordEnd } = await Promise.all(/* import() */[__nccwpck_require__.e(344), __nccwpck_require__.e(279)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4279));
    await recordEnd(session);
    return SILENCE;
}
async function promptSubmitted({ governed, session, input }) {
    const { recordPrompt } = await Promise.all(/* import() */[__nccwpck_require__.e(344), __nccwpck_require__.e(279)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4279));
    await recordPrompt(session, input.prompt, governed.rules.prompts);
    return SILENCE;
}
const CHECKPOINT = { event: 'checkpoint' };
async function checkpoint({ session }) {
    const state = (0,recorder_session/* peek */.se)(session);
    if (state !== null && !state.closed)
        await (0,recorder_session/* record */.g1)(session, () => [CHECKPOINT]);
    return SILENCE;
}
async function remind() {
    const { findAttachCommand } = await __nccwpck_require__.e(/* import() */ 988).then(__nccwpck_require__.bind(__nccwpck_require__, 4988));
    const command = findAttachCommand(process.env.PATH ?? '', process.argv[1] ?? '');
    return `The record of this session is not attached to the work yet. Run \`${command}\`, then commit what it adds together with the work. This is said once.`;
}
/** Reminds once, and never an agent that is stopping because it was stopped before. */
async function agentStops(happening) {
    await checkpoint(happening);
    const { governed, session, input } = happening;
    const state = (0,recorder_session/* peek */.se)(session);
    const isDue = state?.hasNews === true && !state.reminded && !state.closed;
    if (!isDue || input.stopHookActive || !governed.rules.wantsAudit)
        return SILENCE;
    await (0,recorder_session/* record */.g1)(session, () => [], { reminded: true });
    return { ...SILENCE, stdout: { decision: 'block', reason: await remind() } };
}
/**
 * A file's own repository comes before the one the agent happens to stand in, and that before the one
 * its session was started in, which an agent that stands elsewhere does not get away from.
 */
function directoriesOf({ cwd, projectDir, tool, toolInput }) {
    const around = projectDir === null ? [cwd] : [cwd, projectDir];
    const [file] = (0,classify/* classify */.L)(tool, toolInput).files;
    if (file === undefined)
        return around;
    const path = (0,external_node_path_.resolve)(cwd, file.path);
    const isDirectory = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return [isDirectory ? path : (0,external_node_path_.dirname)(path), ...around];
}
function toSession({ place, tip }, input, clock) {
    const model = (0,well_formed/* wellFormed */.E)(input.model ?? 'unknown');
    const role = { agent: 'claude-code', model, session_id: (0,well_formed/* wellFormed */.E)(input.session) };
    return { place, tip, role, clock };
}

// EXTERNAL MODULE: ./build/src/engine/parsing/exact-json.js
var exact_json = __nccwpck_require__(8179);
// EXTERNAL MODULE: ./build/src/engine/parsing/plain-map.js
var plain_map = __nccwpck_require__(1744);
// EXTERNAL MODULE: ./build/src/sources/error-code.js
var error_code = __nccwpck_require__(3894);
;// CONCATENATED MODULE: ./build/src/hook/input.js




/** What was sent is not an event. */
class BadInput extends Error {
    name = 'BadInput';
}
/** No event is larger: a tool's output is in it. */
const MAX_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
/** Everything on standard input. @throws BadInput when it never seems to end */
function readStandardInput() {
    const chunks = [];
    for (let total = 0;;) {
        const chunk = Buffer.alloc(CHUNK_BYTES);
        const length = readChunk(chunk);
        if (length === 0)
            return Buffer.concat(chunks).toString('utf8');
        total += length;
        if (total > MAX_BYTES)
            throw new BadInput('the event is larger than 64 MiB');
        chunks.push(chunk.subarray(0, length));
    }
}
/** A pipe may have nothing yet, and on Windows its end is an error. */
function readChunk(chunk) {
    for (;;) {
        try {
            return (0,external_node_fs_.readSync)(0, chunk);
        }
        catch (error) {
            if ((0,error_code/* codeOf */.$)(error) === 'EOF')
                return 0;
            if ((0,error_code/* codeOf */.$)(error) !== 'EAGAIN')
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        }
    }
}
/**
 * Reads one event.
 * @param projectDir where the host says that the session was started
 * @throws BadInput for anything that is not one
 */
function parseInput(text, projectDir) {
    const value = parseEvent(text);
    const event = value.hook_event_name;
    if (typeof event !== 'string')
        throw new BadInput('the event has no "hook_event_name"');
    return {
        event,
        session: textOf(value.session_id) ?? '',
        cwd: textOf(value.cwd) ?? process.cwd(),
        projectDir: textOf(projectDir),
        model: textOf(value.model),
        tool: textOf(value.tool_name) ?? '',
        toolInput: (0,plain_map/* isMap */.j)(value.tool_input) ? value.tool_input : {},
        toolUseId: textOf(value.tool_use_id),
        toolResponse: value.tool_response ?? null,
        durationMs: durationOf(value.duration_ms),
        prompt: textOf(value.prompt) ?? '',
        stopHookActive: value.stop_hook_active === true,
    };
}
function parseEvent(text) {
    try {
        const value = (0,exact_json/* parseJson */.q)(text);
        if ((0,plain_map/* isMap */.j)(value))
            return value;
    }
    catch {
        // Said below, without the text: it may hold secrets.
    }
    throw new BadInput('standard input is not one JSON object');
}
/** For tool calls everything that is judged has to be there. @throws BadInput when it is not */
function requireToolCall(input, text) {
    const value = parseEvent(text);
    if (input.session === '')
        throw new BadInput('the event has no "session_id"');
    if (input.tool === '')
        throw new BadInput('the event has no "tool_name"');
    if (!(0,plain_map/* isMap */.j)(value.tool_input))
        throw new BadInput('the event has no "tool_input" map');
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}
function durationOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(Math.round(value)) && value >= 0
        ? Math.round(value)
        : null;
}

;// CONCATENATED MODULE: ./build/src/hook.js



/** Not decided is refused: also when the process stops without an exception. */
const REFUSED = 2;
process.exitCode = REFUSED;
process.on('uncaughtException', stop);
process.on('unhandledRejection', stop);
// No top-level await: the bundle is a CommonJS module, which Node starts faster.
answer().then(give).catch(stop);
async function stop(error) {
    try {
        give(await fail(null, error));
    }
    finally {
        process.exit(REFUSED);
    }
}
async function answer() {
    let input = null;
    try {
        const text = readStandardInput();
        input = parseInput(text, process.env.CLAUDE_PROJECT_DIR);
        if (input.event === 'PreToolUse')
            requireToolCall(input, text);
        return await handle(input, () => new Date());
    }
    catch (error) {
        return await fail(input, error);
    }
}
/** An agent that stops because it was stopped before must come to an end, whatever is broken here. */
async function fail(input, error) {
    const { showName } = await __nccwpck_require__.e(/* import() */ 26).then(__nccwpck_require__.bind(__nccwpck_require__, 1026));
    const reason = `Countersign could not decide about this: ${showName(describe(error))}.`;
    if (input === null || input.event === 'PreToolUse')
        return refuse(reason);
    if (input.stopHookActive)
        return { ...SILENCE, stdout: { systemMessage: reason } };
    return { stdout: null, stderr: reason, code: REFUSED };
}
function describe(error) {
    const text = error instanceof Error ? error.message : `a ${typeof error} was thrown`;
    return text.replace(/\.$/, '');
}

module.exports = __webpack_exports__;
/******/ })()
;