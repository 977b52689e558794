"use strict";
exports.id = 360;
exports.ids = [360,249];
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

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeFully: () => (/* binding */ judgeFully)
});

// EXTERNAL MODULE: ./build/src/engine/tool-call/enforced.js
var enforced = __webpack_require__(5406);
;// CONCATENATED MODULE: ./build/src/engine/case.js
/** The outcome of a check that has nothing to judge. */
function skip(summary) {
    return { findings: [], summary, skipped: true };
}
/** Both names of a renamed file, the one name of any other. */
function namesOf(file) {
    return file.previousPath === null ? [file.path] : [file.path, file.previousPath];
}
/** `1 file`, `2 files`. */
function countOf(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** A pull request that carries its plan and nothing else proposes the plan; its work is still to come. */
function isPlanProposal({ files, planSelection }) {
    return files.length === 0 && planSelection.selected?.file.origin === 'pull-request';
}

// EXTERNAL MODULE: ./build/src/engine/chain/chain-id.js
var chain_id = __webpack_require__(6213);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/src/engine/chain/frame.js
/** What stands around a record on its line: `{"record":…,"record_hash":"<64 hex>"}`. */
const OPENING = toBytes('{"record":');
const BEFORE_HASH = toBytes(',"record_hash":"');
const CLOSING = toBytes('"}');
const HASH_LENGTH = 64;
const TAIL = BEFORE_HASH.length + HASH_LENGTH + CLOSING.length;
/** Bytes of a line that are not the record. */
const FRAME = OPENING.length + TAIL;
/** Where the record begins on a line that begins at `start`. */
function recordStart(start) {
    return start + OPENING.length;
}
/** Where the record ends on a line that ends, without its line feed, at `end`. */
function recordEnd(end) {
    return end - TAIL;
}
/** Where the 64 digits of the record's hash begin on such a line. */
function hashStart(end) {
    return end - CLOSING.length - HASH_LENGTH;
}
/** Whether the line has the frame. Whether its hash is one, `hasHash` says. */
function isFramed(bytes, start, end) {
    return end - start > FRAME && equalsBytes(bytes, start, OPENING) && hasTail(bytes, start, end);
}
/** Whether the line ends with a record's hash, whatever stands before it. */
function endsWithHash(bytes, start, end) {
    return hasTail(bytes, start, end) && hasHash(bytes, end);
}
/** Whether what stands in the place of the hash is one. */
function hasHash(bytes, end) {
    return isHex(bytes, hashStart(end), end - CLOSING.length);
}
function hasTail(bytes, start, end) {
    return (end - start >= TAIL &&
        equalsBytes(bytes, recordEnd(end), BEFORE_HASH) &&
        equalsBytes(bytes, end - CLOSING.length, CLOSING));
}
/** Whether the bytes from `start` on are these; they may reach beyond the end, and then are not. */
function equalsBytes(bytes, start, expected) {
    for (let index = 0; index < expected.length; index += 1) {
        if (bytes[start + index] !== expected[index])
            return false;
    }
    return true;
}
/** Whether a range holds these ASCII characters and nothing else. */
function equalsText(bytes, start, end, text) {
    if (end - start !== text.length)
        return false;
    for (let index = 0; index < text.length; index += 1) {
        if (bytes[start + index] !== text.charCodeAt(index))
            return false;
    }
    return true;
}
const IS_HEX = Uint8Array.from({ length: 256 }, (_, byte) => /[0-9a-f]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Whether a range is lower-case hexadecimal digits only. */
function isHex(bytes, start, end) {
    for (let position = start; position < end; position += 1) {
        if (IS_HEX[bytes[position]] !== 1)
            return false;
    }
    return true;
}
/** ASCII text as bytes, to compare stored ones with. */
function toBytes(text) {
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

;// CONCATENATED MODULE: ./build/src/engine/chain/scan-string.js
/** Strings of canonical JSON in UTF-8: where they end, and what they are made of. */
/** Marks of a string; they share a number with the kind of a value. */
const ESCAPED = 8;
const NON_ASCII = 16;
/** Lower-case hexadecimal digits only. */
const HEX = 32;
/** The same with hyphens, as in a uuid. */
const HYPHENATED = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Classes of bytes: what a string may hold as it is, and what needs a closer look. */
const DIGIT = 0;
const HYPHEN = 1;
const OTHER = 2;
const SPECIAL = 4;
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte < 0x20 || byte >= 0x80 || byte === QUOTE || byte === BACKSLASH)
        return SPECIAL;
    if (/[0-9a-f]/.test(String.fromCharCode(byte)))
        return DIGIT;
    return byte === 0x2d ? HYPHEN : OTHER;
});
let marks = 0;
/** The marks of the string that `endOfString` read last. */
function stringMarks() {
    return marks;
}
/**
 * Where the closing quote of a string stands whose content begins at `start`; -1 when it is not
 * canonical: a raw control character, an escape that has a shorter spelling, invalid UTF-8, no end.
 */
function endOfString(bytes, start, limit) {
    let position = start;
    let seen = DIGIT;
    let found = 0;
    for (;;) {
        let kind = SPECIAL;
        while (position < limit) {
            kind = CLASS[bytes[position]];
            if (kind === SPECIAL)
                break;
            seen |= kind;
            position += 1;
        }
        if (position >= limit)
            return -1;
        const byte = bytes[position];
        if (byte === QUOTE)
            break;
        const length = byte === BACKSLASH ? lengthOfEscape(bytes, position) : lengthOfCharacter(bytes, position);
        if (length === 0)
            return -1;
        found |= byte === BACKSLASH ? ESCAPED : NON_ASCII;
        position += length;
    }
    marks = found === 0 && seen < OTHER ? (seen === DIGIT ? HEX : HYPHENATED) : found;
    return position;
}
/** `\"` and `\\` and the controls that have a letter. */
const SHORT_ESCAPES = new Set(Array.from('"\\bfnrt', (letter) => letter.charCodeAt(0)));
const CONTROLS_WITH_A_LETTER = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);
/** Bytes of a canonical escape; 0 for any other. */
function lengthOfEscape(bytes, start) {
    const letter = bytes[start + 1] ?? 0;
    if (SHORT_ESCAPES.has(letter))
        return 2;
    if (letter !== 0x75)
        return 0;
    const digits = bytes.toString('latin1', start + 2, start + 6);
    if (!/^00[01][0-9a-f]$/.test(digits))
        return 0;
    return CONTROLS_WITH_A_LETTER.has(Number.parseInt(digits, 16)) ? 0 : 6;
}
/** Bytes of a character outside ASCII in well-formed UTF-8; 0 when it is not (Unicode, table 3-7). */
function lengthOfCharacter(bytes, start) {
    const lead = bytes[start] ?? 0;
    const second = bytes[start + 1] ?? 0;
    if (lead >= 0xc2 && lead <= 0xdf)
        return isTrail(second) ? 2 : 0;
    if (!isTrail(bytes[start + 2] ?? 0))
        return 0;
    if (lead >= 0xe0 && lead <= 0xef)
        return isSecondOfThree(lead, second) ? 3 : 0;
    if (lead < 0xf0 || lead > 0xf4 || !isTrail(bytes[start + 3] ?? 0))
        return 0;
    return isSecondOfFour(lead, second) ? 4 : 0;
}
function isTrail(byte) {
    return byte >= 0x80 && byte <= 0xbf;
}
/** Leaves out overlong spellings and surrogates. */
function isSecondOfThree(lead, second) {
    if (lead === 0xe0)
        return second >= 0xa0 && second <= 0xbf;
    if (lead === 0xed)
        return second >= 0x80 && second <= 0x9f;
    return isTrail(second);
}
/** Leaves out overlong spellings and what lies beyond U+10FFFF. */
function isSecondOfFour(lead, second) {
    if (lead === 0xf0)
        return second >= 0x90 && second <= 0xbf;
    if (lead === 0xf4)
        return second >= 0x80 && second <= 0x8f;
    return isTrail(second);
}

;// CONCATENATED MODULE: ./build/src/engine/chain/tape.js

/**
 * What a scan found in a record, four numbers a value, so that no object is made for it: kind, start,
 * end (for text: without the quotes), and where on the tape the next value stands. In an object every
 * value follows its key, which is a text.
 */
const KIND = { object: 1, array: 2, text: 3, number: 4, true: 5, false: 6, null: 7 };
/** Numbers that one value takes on the tape. */
const STEP = 4;
const KIND_BITS = 7;
function makeTape(bytes) {
    return { bytes, limit: 0, cells: new Int32Array(STEP * 256), size: 0 };
}
function kindAt(tape, cell) {
    return at(tape.cells, cell) & KIND_BITS;
}
function startAt(tape, cell) {
    return at(tape.cells, cell + 1);
}
function endAt(tape, cell) {
    return at(tape.cells, cell + 2);
}
/** The cell right after a value and all it contains. */
function nextAt(tape, cell) {
    return at(tape.cells, cell + 3);
}
/** Whether a text is only lower-case hexadecimal digits, this many of them. */
function isHexText(tape, cell, digits) {
    return (at(tape.cells, cell) & HEX) !== 0 && endAt(tape, cell) - startAt(tape, cell) === digits;
}
/** Whether a text can hold nothing but numbers: hexadecimal digits and hyphens. */
function isIdentifier(tape, cell) {
    return (at(tape.cells, cell) & (HEX | HYPHENATED)) !== 0;
}
/** A text as a string. */
function textAt(tape, cell) {
    return decode(tape.bytes, startAt(tape, cell), endAt(tape, cell), at(tape.cells, cell));
}
/** A number, which the scan has found to be a safe integer. */
function numberAt(tape, cell) {
    const { bytes } = tape;
    const end = endAt(tape, cell);
    let position = startAt(tape, cell);
    const isNegative = bytes[position] === MINUS;
    if (isNegative)
        position += 1;
    let value = 0;
    for (; position < end; position += 1)
        value = value * 10 + byteAt(bytes, position) - ZERO;
    return isNegative ? -value : value;
}
/**
 * One function for each kind of array: a function that has seen both is many times slower. Within
 * the bounds there is always a number; beyond them `undefined` is equal to no byte.
 */
function at(cells, cell) {
    return cells[cell];
}
function byteAt(bytes, position) {
    return bytes[position];
}
const MINUS = 0x2d;
const ZERO = 0x30;
function decode(bytes, start, end, marks) {
    if ((marks & ESCAPED) !== 0)
        return String(JSON.parse(bytes.toString('utf8', start - 1, end + 1)));
    return bytes.toString((marks & NON_ASCII) !== 0 ? 'utf8' : 'latin1', start, end);
}

;// CONCATENATED MODULE: ./build/src/engine/chain/cells.js


/** What a value on a tape can be asked. Cell 0 is the record, and so stands for a value that is not there. */
/** Whether a text is exactly these ASCII characters. */
function equalsTextAt(tape, cell, text) {
    return isText(tape, cell) && equalsText(tape.bytes, startAt(tape, cell), endAt(tape, cell), text);
}
function isText(tape, cell) {
    return kindAt(tape, cell) === KIND.text;
}
function isNull(tape, cell) {
    return kindAt(tape, cell) === KIND.null;
}
function isTextOrNull(tape, cell) {
    return isText(tape, cell) || isNull(tape, cell);
}
/** A whole number from 0. */
function isCount(tape, cell) {
    return kindAt(tape, cell) === KIND.number && numberAt(tape, cell) >= 0;
}
/** The number 1, the only version of the format. */
function isVersion(tape, cell) {
    return kindAt(tape, cell) === KIND.number && numberAt(tape, cell) === 1;
}
function isSha256(tape, cell) {
    return isHexText(tape, cell, 64);
}
/** As repositories of either object format write them. */
function isObjectId(tape, cell) {
    return isHexText(tape, cell, 40) || isHexText(tape, cell, 64);
}
/** An object id, or null for a file that is deleted. */
function isBlob(tape, cell) {
    return isObjectId(tape, cell) || isNull(tape, cell);
}
/** A mode as git writes it, or null for a file that is deleted. */
function isMode(tape, cell) {
    if (isNull(tape, cell))
        return true;
    if (!isHexText(tape, cell, 6))
        return false;
    return /^[0-7]+$/.test(tape.bytes.toString('latin1', startAt(tape, cell), endAt(tape, cell)));
}
const GROUPS = [8, 4, 4, 4, 12];
const cells_HYPHEN = 0x2d;
/** A uuid in lower case. */
function isUuid(tape, cell) {
    let position = startAt(tape, cell);
    if (!isText(tape, cell) || endAt(tape, cell) - position !== 36)
        return false;
    return GROUPS.every((digits, index) => {
        const isJoined = index === 0 || tape.bytes[position++] === cells_HYPHEN;
        position += digits;
        return isJoined && isHex(tape.bytes, position - digits, position);
    });
}
/** One of these ASCII words. */
function isOneOf(words) {
    return (tape, cell) => {
        for (let index = 0; index < words.length; index += 1) {
            if (equalsTextAt(tape, cell, words[index]))
                return true;
        }
        return false;
    };
}
function isTextList(tape, cell) {
    if (kindAt(tape, cell) !== KIND.array)
        return false;
    const end = nextAt(tape, cell);
    for (let item = cell + STEP; item < end; item = nextAt(tape, item)) {
        if (!isText(tape, item))
            return false;
    }
    return true;
}
/** An object with any keys and such values. */
function isMapOf(check) {
    return (tape, cell) => {
        if (kindAt(tape, cell) !== KIND.object)
            return false;
        const end = nextAt(tape, cell);
        for (let key = cell + STEP; key < end; key = nextAt(tape, key + STEP)) {
            if (!check(tape, key + STEP))
                return false;
        }
        return true;
    };
}

;// CONCATENATED MODULE: ./build/src/engine/chain/defects.js
/** Defects listed one by one; the rest are counted, because an attacker chooses how many there are. */
const MAX_DEFECTS = 1000;
function makeDefects() {
    return { listed: [], hidden: 0 };
}
function addDefect(defects, rule, line, cause) {
    if (defects.listed.length < MAX_DEFECTS)
        defects.listed.push({ rule, line, cause });
    else
        defects.hidden += 1;
}

// EXTERNAL MODULE: ./build/src/engine/chain/format.js
var format = __webpack_require__(5419);
;// CONCATENATED MODULE: ./build/src/engine/chain/shape.js


/**
 * A shape from its known keys; those in `required` must be there.
 * @throws RangeError when two of the keys cannot be told apart at a glance: a mistake in the code.
 */
function makeShape(checks, required) {
    const names = Object.keys(checks);
    return {
        names: names.map(toBytes),
        index: indexNames(names),
        checks: Object.values(checks),
        required: names.map((name) => required.includes(name)),
    };
}
function makeSlots({ names }) {
    return new Int32Array(names.length);
}
/** Length and first and last byte tell the names of one shape apart. */
function hashName(length, first, last) {
    return (length * 37 + first * 5 + last) & 127;
}
function indexNames(names) {
    const index = new Int8Array(128).fill(NONE);
    for (const [at, name] of names.entries()) {
        const bytes = toBytes(name);
        const hash = hashName(name.length, bytes[0] ?? 0, bytes.at(-1) ?? 0);
        if (index[hash] !== NONE)
            throw new RangeError(`the key ${name} cannot be told from another`);
        index[hash] = at;
    }
    return index;
}
const NONE = -1;
/** Finds the known keys of an object. Gives the cell of the last key that is not known, or 0. */
function locate(tape, object, shape, slots) {
    for (let index = 0; index < slots.length; index += 1)
        slots[index] = 0;
    let unknown = 0;
    const end = nextAt(tape, object);
    for (let key = object + STEP; key < end; key = nextAt(tape, key + STEP)) {
        const found = findName(tape, key, shape);
        if (found === NONE)
            unknown = key;
        else
            slots[found] = key + STEP;
    }
    return unknown;
}
/** Whether an object has this shape. Unknown keys are let be, and known ones checked. */
function hasShape(tape, cell, shape, slots) {
    if (kindAt(tape, cell) !== KIND.object)
        return false;
    locate(tape, cell, shape, slots);
    return fillsShape(tape, shape, slots);
}
/** Whether the located values are what the shape asks for. */
function fillsShape(tape, { checks, required }, slots) {
    for (let index = 0; index < slots.length; index += 1) {
        const value = slots[index];
        const isGood = value === 0 ? required[index] !== true : checks[index]?.(tape, value) === true;
        if (!isGood)
            return false;
    }
    return true;
}
/** The index of the name that a key is. A key with an escape is none: no name needs one. */
function findName(tape, key, { names, index }) {
    const { bytes } = tape;
    const start = startAt(tape, key);
    const end = endAt(tape, key);
    const hash = hashName(end - start, bytes[start], bytes[end - 1]);
    const found = index[hash];
    if (found === NONE)
        return NONE;
    const name = names[found];
    return name.length === end - start && equalsBytes(bytes, start, name) ? found : NONE;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/record-shapes.js



/** The keys of a record and of its parts, and what their values have to be (docs/audit-chain.md). */
/** The events by number: their place in `EVENTS`. */
const EVENT = {
    session_start: 0,
    prompt: 1,
    intent: 2,
    result: 3,
    denied: 4,
    checkpoint: 5,
    session_end: 6,
};
/** Where the value of each known key stands among the located ones: keys are located in sorted order. */
const RECORD = {
    chain: 0,
    event: 1,
    files: 2,
    genesis: 3,
    prev: 4,
    reference: 5,
    request: 6,
    resource: 7,
    result: 8,
    role: 9,
    rules: 10,
    seq: 11,
    ts: 12,
    v: 13,
};
const REFERENCE = { intent_seq: 0, tool_use_id: 1 };
const REQUEST = { category: 0, input_sha256: 1, targets: 2, text: 3, tool: 4 };
const RESULT = { blobs: 0, output_sha256: 1, status: 2 };
const FINAL_FILE = { blob: 0, mode: 1 };
const anything = () => true;
const SHAPES = {
    record: makeShape(Object.fromEntries(Object.keys(RECORD).map((key) => [key, anything])), []),
    genesis: makeShape({ base_sha: isObjectId, nonce: isText, policy_sha256: isSha256, repository: isText }, ['base_sha', 'nonce', 'policy_sha256', 'repository']),
    reference: makeShape({ intent_seq: isCount, tool_use_id: isText }, ['tool_use_id']),
    request: makeShape({
        category: isOneOf(format/* CATEGORIES */.R6),
        input_sha256: isSha256,
        targets: isTextList,
        text: isText,
        tool: isText,
    }, []),
    result: makeShape({
        blobs: isMapOf(isBlob),
        output_sha256: isSha256,
        status: isOneOf(['ok', 'error']),
    }, ['status']),
    role: makeShape({ agent: isText, model: isText, session_id: isText }, []),
    rules: makeShape({
        decision: isOneOf(['allow', 'ask', 'deny']),
        policy_sha256: isSha256,
        rule: isTextOrNull,
    }, ['decision']),
    finalFile: makeShape({ blob: isBlob, mode: isMode }, ['blob', 'mode']),
};

;// CONCATENATED MODULE: ./build/src/engine/chain/time.js
/** The one spelling of a time in a chain, `2026-11-20T12:00:00.000Z`, read from its bytes. */
const TEMPLATE = Uint8Array.from('0000-00-00T00:00:00.000Z', (letter) => letter.charCodeAt(0));
const time_ZERO = 0x30;
const DAY = 86_400_000;
/**
 * Milliseconds since 1970; NaN when the bytes are not a time of the calendar in exactly the form
 * that `Date.prototype.toISOString` writes for the years 0000 to 9999.
 */
function readTime(bytes, start, end) {
    if (end - start !== TEMPLATE.length)
        return Number.NaN;
    for (let index = 0; index < TEMPLATE.length; index += 1) {
        const expected = TEMPLATE[index];
        const byte = bytes[start + index];
        if (expected === time_ZERO ? byte < time_ZERO || byte > time_ZERO + 9 : byte !== expected)
            return Number.NaN;
    }
    const hour = two(bytes, start + 11);
    const minute = two(bytes, start + 14);
    const second = two(bytes, start + 17);
    if (hour > 23 || minute > 59 || second > 59)
        return Number.NaN;
    const millisecond = two(bytes, start + 20) * 10 + digit(bytes, start + 22);
    return readDay(bytes, start) + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}
function readDay(bytes, start) {
    const year = two(bytes, start) * 100 + two(bytes, start + 2);
    const month = two(bytes, start + 5);
    const day = two(bytes, start + 8);
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
        return Number.NaN;
    return daysBefore(year, month, day) * DAY;
}
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function daysIn(year, month) {
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return month === 2 && isLeap ? 29 : DAYS[month - 1];
}
/** Days from 1970-01-01 in the Gregorian calendar, counting years from March so that leap days end them. */
function daysBefore(year, month, day) {
    const shifted = month > 2 ? year : year - 1;
    const era = Math.floor(shifted / 400);
    const yearOfEra = shifted - era * 400;
    const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
    const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
}
function two(bytes, start) {
    return digit(bytes, start) * 10 + digit(bytes, start + 1);
}
function digit(bytes, position) {
    return bytes[position] - time_ZERO;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/record.js






function makeRecordCells(tape) {
    return {
        tape,
        record: makeSlots(SHAPES.record),
        genesis: makeSlots(SHAPES.genesis),
        reference: makeSlots(SHAPES.reference),
        request: makeSlots(SHAPES.request),
        result: makeSlots(SHAPES.result),
        role: makeSlots(SHAPES.role),
        rules: makeSlots(SHAPES.rules),
        finalFile: makeSlots(SHAPES.finalFile),
        lastRole: { agent: null, model: null, session_id: null },
        lastRules: { decision: null, policy_sha256: null, rule: null },
        event: 0,
        seq: 0,
        time: 0,
        unknownKey: 0,
    };
}
/** The same record with cells of its own, which the next scan does not overwrite. */
function copyCells(cells) {
    const { tape } = cells;
    const used = tape.cells.slice(0, tape.size);
    return {
        ...cells,
        tape: { ...tape, cells: used },
        record: cells.record.slice(),
        genesis: cells.genesis.slice(),
        reference: cells.reference.slice(),
        request: cells.request.slice(),
        result: cells.result.slice(),
        role: cells.role.slice(),
        rules: cells.rules.slice(),
        finalFile: cells.finalFile.slice(),
    };
}
/** The cell of a located value; 0 for one that is not there. */
function cellOf(slots, index) {
    return slots[index] ?? 0;
}
/** A text; null for one that is not there, or is null. */
function readText(tape, cell) {
    return isText(tape, cell) ? textAt(tape, cell) : null;
}
/** Reads what every record has. A record with a problem here has no place in the chain. */
function readHeader(cells) {
    const { tape, record } = cells;
    cells.unknownKey = locate(tape, 0, SHAPES.record, record);
    if (!isVersion(tape, cellOf(record, RECORD.v)))
        return isNot('v');
    if (!isUuid(tape, cellOf(record, RECORD.chain)))
        return isNot('chain');
    cells.event = readEvent(tape, cellOf(record, RECORD.event));
    if (cells.event < 0)
        return isNot('event');
    if (!isSha256(tape, cellOf(record, RECORD.prev)))
        return isNot('prev');
    if (!isCount(tape, cellOf(record, RECORD.seq)))
        return isNot('seq');
    cells.seq = numberAt(tape, cellOf(record, RECORD.seq));
    cells.time = readTimeAt(tape, cellOf(record, RECORD.ts));
    return Number.isNaN(cells.time) ? isNot('ts') : null;
}
function readEvent(tape, cell) {
    for (let event = 0; event < format/* EVENTS */.qY.length; event += 1) {
        if (equalsTextAt(tape, cell, format/* EVENTS */.qY[event] ?? ''))
            return event;
    }
    return -1;
}
function readTimeAt(tape, cell) {
    if (!isText(tape, cell))
        return Number.NaN;
    return readTime(tape.bytes, startAt(tape, cell), endAt(tape, cell));
}
/** Each part of the body with what it has to be. */
const PARTS = [
    [RECORD.files, isFiles],
    [RECORD.genesis, fits('genesis')],
    [RECORD.reference, fits('reference')],
    [RECORD.request, fits('request')],
    [RECORD.resource, ({ tape }, cell) => isResource(tape, cell)],
    [RECORD.result, fits('result')],
    [RECORD.role, isRole],
    [RECORD.rules, isRules],
];
function isRole(cells, cell) {
    const { tape, role } = cells;
    if (!hasShape(tape, cell, SHAPES.role, role))
        return false;
    const [agent, model, session_id] = readTexts(tape, role);
    const last = cells.lastRole;
    const isLast = last.agent === agent && last.model === model && last.session_id === session_id;
    if (!isLast)
        cells.lastRole = { agent, model, session_id };
    return true;
}
function isRules(cells, cell) {
    const { tape, rules } = cells;
    if (!hasShape(tape, cell, SHAPES.rules, rules))
        return false;
    const [decision, policy_sha256, rule] = readTexts(tape, rules);
    const last = cells.lastRules;
    const isLast = last.decision === decision && last.policy_sha256 === policy_sha256 && last.rule === rule;
    if (!isLast)
        cells.lastRules = { decision, policy_sha256, rule };
    return true;
}
/** The three texts of a shape that has three; null for one that is not there, or is null. */
function readTexts(tape, slots) {
    const read = (index) => readText(tape, cellOf(slots, index));
    return [read(0), read(1), read(2)];
}
const isResource = isMapOf(isCount);
function fits(part) {
    const shape = SHAPES[part];
    return (cells, cell) => hasShape(cells.tape, cell, shape, cells[part]);
}
function isFiles(cells, cell) {
    const isFinalFile = (tape, file) => hasShape(tape, file, SHAPES.finalFile, cells.finalFile) &&
        isNull(tape, cellOf(cells.finalFile, FINAL_FILE.blob)) ===
            isNull(tape, cellOf(cells.finalFile, FINAL_FILE.mode));
    return isMapOf(isFinalFile)(cells.tape, cell);
}
const { genesis, reference, request, result, role, rules, files } = RECORD;
/** By event: the parts it cannot do without. */
const REQUIRED = [
    [genesis, role],
    [request],
    [reference, request, rules],
    [reference, request, result, rules],
    [reference, request, rules],
    [],
    [],
];
/** By event: the parts that say something only with another one; here they would go unheard. */
const ALIEN = [
    [files, result],
    [files, genesis, result],
    [files, genesis, result],
    [files, genesis],
    [files, genesis, result],
    [genesis, result],
    [genesis, result],
];
const KEYS = Object.keys(RECORD);
/** Reads what the record says, by its event. */
function readBody(cells) {
    if (cells.unknownKey !== 0)
        return 'it has an unknown key';
    for (const [part, check] of PARTS) {
        const cell = cellOf(cells.record, part);
        if (cell !== 0 && !check(cells, cell))
            return isNot(KEYS[part]);
    }
    for (const part of REQUIRED[cells.event] ?? []) {
        if (cells.record[part] === 0)
            return isNot(KEYS[part]);
    }
    for (const part of ALIEN[cells.event] ?? []) {
        if (cells.record[part] !== 0)
            return `its "${KEYS[part]}" does not belong to its event`;
    }
    return findEventProblem(cells);
}
/** What two of the events ask of their parts beyond the shape. */
function findEventProblem(cells) {
    if (cells.event === EVENT.result && cellOf(cells.reference, REFERENCE.intent_seq) === 0)
        return isNot('reference');
    if (cells.event !== EVENT.denied)
        return null;
    return cells.lastRules.decision === 'deny' ? null : isNot('rules');
}
function isNot(part) {
    return `its "${part ?? ''}" is missing or not what it has to be`;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/refusals.js
/** Actions that the policy refused, until a result shows that they were done all the same. */
/** What is refused again is no longer allowed. It stays the first refusal's, unless a weightier rule joins in. */
function rememberRefusal(refusals, latest) {
    if (latest.input_sha256 === '')
        return;
    const known = refusals.get(latest.input_sha256) ?? latest;
    const first = weightOf(known) < weightOf(latest) ? latest : known;
    const { policy_sha256 } = latest;
    refusals.set(latest.input_sha256, { ...first, policy_sha256, allowed: null });
}
function rememberAllowance(refusals, input, allowed) {
    const refused = refusals.get(input);
    if (refused !== undefined)
        refusals.set(input, { ...refused, allowed });
}
/** Whether what refused the action was the plan of that moment, or there being none: a plan may grow. */
function isOfPlan({ rule }) {
    return rule !== null && /^(?:scope|plan)\//.test(rule);
}
/** How hard it is to think better of the rule; a refusal without one was not the policy's. */
function weightOf(action) {
    if (isOfPlan(action))
        return 0;
    return action.rule === null ? 1 : 2;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/actions.js






/** Intents and what became of them, refused actions and whether they were done all the same. */
/** Intents without a result at one time, and refused inputs, that a reader keeps. */
const MAX_OPEN = 10_000;
/** Actions that were done all the same, and rules that were met, listed one by one. */
const MAX_LISTED = 1000;
function makeActions(refusedElsewhere) {
    return {
        open: new Map(),
        denied: new Map(),
        deniedIds: new Map(),
        refusedElsewhere,
        awaited: new Map(),
        doneAnyway: [],
        ruled: new Map(),
        isFull: false,
    };
}
/** Follows one record, of whatever event. */
function followAction(actions, cells, line, position, defects) {
    const { event } = cells;
    if (actions.refusedElsewhere !== null)
        adoptRefusals(actions, actions.refusedElsewhere, cells);
    if (event === EVENT.intent)
        openIntent(actions, cells, line);
    else if (event === EVENT.result) {
        const intent = closeIntent(actions, cells, line, position, defects);
        followResult(actions, cells, line, intent);
    }
    else if (event === EVENT.denied) {
        if (cellOf(cells.reference, REFERENCE.intent_seq) !== 0)
            closeIntent(actions, cells, line, position, defects);
        refuse(actions, cells, line);
    }
    const isOver = actions.open.size > MAX_OPEN ||
        actions.denied.size > maxDenied(actions) ||
        actions.deniedIds.size > MAX_OPEN;
    if (!isOver && actions.doneAnyway.length <= MAX_LISTED && actions.ruled.size <= MAX_LISTED)
        return;
    reportFull(actions, line, defects);
}
/** What other chains refuse does not take the room of what this one does. */
function maxDenied({ awaited }) {
    return MAX_OPEN + awaited.size;
}
/** Takes in what other chains had refused by the time of a record that is about the same input. */
function adoptRefusals({ awaited, denied }, refusedElsewhere, cells) {
    const input = readRequest(cells, REQUEST.input_sha256);
    if (input === null)
        return;
    const awaitedNow = awaited.get(input) ?? refusedElsewhere(input);
    const [first] = awaitedNow;
    if (first === undefined || first.time > cells.time)
        return;
    const isToCome = ({ time }) => time > cells.time;
    for (const action of awaitedNow)
        if (!isToCome(action))
            rememberRefusal(denied, action);
    awaited.set(input, awaitedNow.filter(isToCome));
}
/** The lines of intents that nothing is known to have come of, in order. */
function listGaps({ open }) {
    return [...open.values()].map(({ line }) => line).sort((a, b) => a - b);
}
/** The host asked about one call, so whatever runs under its id is that call, with whatever input. */
function refuse({ denied, deniedIds }, cells, line) {
    const action = describeAction(cells, line);
    rememberRefusal(denied, action);
    if (action.input_sha256 !== '')
        deniedIds.set(readToolUseId(cells), action.input_sha256);
}
function openIntent(actions, cells, line) {
    const input = readRequest(cells, REQUEST.input_sha256);
    actions.open.set(cells.seq, { toolUseId: readToolUseId(cells), input, line, time: cells.time });
    if (isDenied(cells))
        refuse(actions, cells, line);
    else if (actions.denied.size > 0) {
        const { policy_sha256 } = cells.lastRules;
        if (input !== null)
            rememberAllowance(actions.denied, input, { line, policy_sha256 });
    }
}
/** The intent that was open until now, if there was one. */
function closeIntent({ open }, { tape, reference }, line, { uncertain }, defects) {
    const seq = numberAt(tape, cellOf(reference, REFERENCE.intent_seq));
    const intent = open.get(seq);
    if (intent === undefined) {
        if (!uncertain.has(seq))
            addDefect(defects, 'audit/sequence', line, 'its intent is not open');
        return null;
    }
    open.delete(seq);
    const id = cellOf(reference, REFERENCE.tool_use_id);
    if (!equalsTextAt(tape, id, intent.toolUseId) && textAt(tape, id) !== intent.toolUseId)
        addDefect(defects, 'audit/sequence', line, 'its intent has another tool_use_id');
    return intent;
}
/**
 * Whether an intent was written down only when its result was, as recorders do that did not see the call
 * begin: then nobody judged the call before it ran, whatever the intent says.
 */
function isAddedLater(intent, { time }, line) {
    return intent.line === line - 1 && intent.time === time;
}
/** A result is the proof that something was done, whatever was decided about it. */
function followResult(actions, cells, line, intent) {
    if (isDenied(cells)) {
        const denied = describeAction(cells, line);
        actions.doneAnyway.push({ ...denied, doneLine: line });
    }
    else if (actions.denied.size > 0)
        findDenied(actions, cells, line, intent);
    rememberRule(actions, cells, line);
}
function findDenied(actions, cells, line, intent) {
    const input = readRequest(cells, REQUEST.input_sha256);
    const isUnasked = intent === null || isAddedLater(intent, cells, line);
    const same = input === null ? undefined : actions.denied.get(input);
    if (same !== undefined)
        addDone(actions, isUnasked ? { ...same, allowed: null } : same, line);
    // A call that was let through with this very input is another one: some hosts use an id again.
    if (!isUnasked && intent.input === input)
        return;
    const id = readToolUseId(cells);
    const refused = actions.denied.get(actions.deniedIds.get(id) ?? '');
    actions.deniedIds.delete(id);
    // What was allowed later was the refused input, not this one.
    if (refused !== undefined)
        addDone(actions, { ...refused, allowed: null }, line);
}
function addDone({ denied, doneAnyway }, action, doneLine) {
    denied.delete(action.input_sha256);
    doneAnyway.push({ ...action, doneLine });
}
function rememberRule(actions, cells, line) {
    const { decision, rule } = cells.lastRules;
    if (rule === null || (decision !== 'ask' && decision !== 'deny'))
        return;
    const key = `${decision} ${rule}`;
    if (actions.ruled.has(key))
        return;
    actions.ruled.set(key, { rule, decision, tool: readRequest(cells, REQUEST.tool), line });
}
function describeAction(cells, line) {
    return {
        rule: cells.lastRules.rule,
        tool: readRequest(cells, REQUEST.tool),
        line,
        input_sha256: readRequest(cells, REQUEST.input_sha256) ?? '',
        policy_sha256: cells.lastRules.policy_sha256,
        time: cells.time,
        chain: null,
        allowed: null,
    };
}
function readToolUseId({ tape, reference }) {
    return textAt(tape, cellOf(reference, REFERENCE.tool_use_id));
}
/** Only for events that have rules. */
function isDenied({ lastRules }) {
    return lastRules.decision === 'deny';
}
function readRequest({ tape, request }, part) {
    return readText(tape, cellOf(request, part));
}
/** What goes beyond a limit is a defect and is let go, so that nobody can make a reader run out of memory. */
function reportFull(actions, line, defects) {
    if (!actions.isFull)
        addDefect(defects, 'audit/malformed', line, 'it is more than a reader keeps');
    actions.isFull = true;
    shorten(actions.open, MAX_OPEN);
    shorten(actions.denied, maxDenied(actions));
    shorten(actions.deniedIds, MAX_OPEN);
    shorten(actions.ruled, MAX_LISTED);
    actions.doneAnyway.length = Math.min(actions.doneAnyway.length, MAX_LISTED);
}
function shorten(map, size) {
    for (const key of map.keys()) {
        if (map.size <= size)
            return;
        map.delete(key);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/src/engine/chain/hash-range.js


/** The one-call hash is about twice as fast for a record; Node 20 has it from 20.12 on. */
const hashAtOnce = external_node_crypto_.hash;
/** SHA-256 over a range of bytes as 64 lower-case hex digits. */
function hashRange(bytes, start, end) {
    const range = bytes.subarray(start, end);
    return hashAtOnce === undefined ? (0,hash/* sha256 */.s)(range) : hashAtOnce('sha256', range, 'hex');
}

;// CONCATENATED MODULE: ./build/src/engine/chain/literal.js
const WORD = 8;
function makeLiteral(bytes) {
    const { length } = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    const count = Math.floor(length / WORD);
    return {
        words: Float64Array.from({ length: count }, (_, index) => view.getFloat64(index * WORD)),
        last: count === 0 ? Number.NaN : view.getFloat64(length - WORD),
        // A copy: the buffer is the caller's, who may fill it again.
        few: Uint8Array.from(count === 0 ? bytes : []),
        length,
    };
}
/** Whether the bytes from `start` on, which must reach far enough, are these. */
function standsAt(view, start, literal) {
    const { words, few } = literal;
    if (words.length === 0)
        return hasFew(view, start, few);
    for (let index = 0; index < words.length; index += 1) {
        if (view.getFloat64(start + index * WORD) !== words[index])
            return false;
    }
    return view.getFloat64(start + literal.length - WORD) === literal.last;
}
function hasFew(view, start, few) {
    for (let index = 0; index < few.length; index += 1) {
        if (view.getUint8(start + index) !== few[index])
            return false;
    }
    return true;
}
/** The highest bit of each byte of a word. */
const HIGH = 0x80808080 | 0;
/**
 * Whether these bytes, a multiple of four, are lower-case hexadecimal digits. Four at a time: adding
 * to a byte below 0x80 lifts it over 0x80 exactly when it is not less than the rest to there, and
 * never carries into the next byte.
 */
function isHexAt(view, start, length) {
    for (let position = start; position < start + length; position += 4) {
        const word = view.getInt32(position, true);
        const digit = (word + 0x50505050) & ~(word + 0x46464646);
        const letter = (word + 0x1f1f1f1f) & ~(word + 0x19191919);
        if ((word & HIGH) !== 0 || ((digit | letter) & HIGH) !== HIGH)
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/scan-json.js


/**
 * One pass over stored bytes that accepts exactly the canonical JSON (RFC 8785) that a chain may hold:
 * keys sorted by UTF-16 code unit and never twice, no white space, the shortest escapes, valid UTF-8,
 * whole numbers in the safe range, at most `MAX_DEPTH` levels. All of the input is an attacker's.
 */
/** Levels of nesting in a record, the record itself included. */
const MAX_DEPTH = 16;
/** Values in one record; a longer line than any recorder may write holds no more paths than this. */
const MAX_VALUES = 2 ** 21;
/**
 * Whether the bytes from `start` to `end` are one canonical object, which is then on the tape from
 * cell 0 on.
 */
function scanObjectBytes(tape, bytes, start, end) {
    tape.bytes = bytes;
    tape.limit = end;
    tape.size = 0;
    return bytes[start] === OPEN_BRACE && scanValue(tape, start, 1) === end;
}
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const scan_json_QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const scan_json_MINUS = 0x2d;
const scan_json_ZERO = 0x30;
const NINE = 0x39;
/** No position: what was read is not canonical. */
const BAD = -1;
/** Each scan gives the position after what it read, or BAD. */
function scanValue(tape, start, depth) {
    switch (byteAt(tape.bytes, start)) {
        case scan_json_QUOTE:
            return scanText(tape, start);
        case OPEN_BRACE:
            return depth > MAX_DEPTH ? BAD : scanObject(tape, start, depth);
        case OPEN_BRACKET:
            return depth > MAX_DEPTH ? BAD : scanArray(tape, start, depth);
        case 0x74:
            return scanWord(tape, start, TRUE, KIND.true);
        case 0x66:
            return scanWord(tape, start, FALSE, KIND.false);
        case 0x6e:
            return scanWord(tape, start, NULL, KIND.null);
        default:
            return scanNumber(tape, start);
    }
}
function scanObject(tape, start, depth) {
    const { bytes } = tape;
    const cell = note(tape, KIND.object, start, start);
    if (cell === BAD)
        return BAD;
    let position = start + 1;
    let previous = BAD;
    if (bytes[position] !== CLOSE_BRACE) {
        for (;;) {
            const key = tape.size;
            position = scanMember(tape, position, depth);
            if (position === BAD)
                return BAD;
            if (previous !== BAD && !isBefore(tape, previous, key))
                return BAD;
            previous = key;
            if (bytes[position] !== COMMA)
                break;
            position += 1;
        }
        if (bytes[position] !== CLOSE_BRACE)
            return BAD;
    }
    return scan_json_close(tape, cell, position + 1);
}
function scanMember(tape, start, depth) {
    const { bytes } = tape;
    if (bytes[start] !== scan_json_QUOTE)
        return BAD;
    const colon = scanText(tape, start);
    if (colon === BAD || bytes[colon] !== COLON)
        return BAD;
    return scanValue(tape, colon + 1, depth + 1);
}
function scanArray(tape, start, depth) {
    const { bytes } = tape;
    const cell = note(tape, KIND.array, start, start);
    if (cell === BAD)
        return BAD;
    let position = start + 1;
    if (bytes[position] !== CLOSE_BRACKET) {
        for (;;) {
            position = scanValue(tape, position, depth + 1);
            if (position === BAD)
                return BAD;
            if (bytes[position] !== COMMA)
                break;
            position += 1;
        }
        if (bytes[position] !== CLOSE_BRACKET)
            return BAD;
    }
    return scan_json_close(tape, cell, position + 1);
}
function scanText(tape, start) {
    const end = endOfString(tape.bytes, start + 1, tape.limit);
    if (end === BAD)
        return BAD;
    return note(tape, KIND.text | stringMarks(), start + 1, end) === BAD ? BAD : end + 1;
}
function scanNumber(tape, start) {
    const end = endOfNumber(tape.bytes, start);
    return end === BAD || note(tape, KIND.number, start, end) === BAD ? BAD : end;
}
/** The position after a whole number in its one spelling and in the safe range; -1 when there is none. */
function endOfNumber(bytes, start) {
    const first = bytes[start] === scan_json_MINUS ? start + 1 : start;
    let end = first;
    while (byteAt(bytes, end) >= scan_json_ZERO && byteAt(bytes, end) <= NINE)
        end += 1;
    const isSpelledOnce = byteAt(bytes, first) !== scan_json_ZERO || (end === first + 1 && first === start);
    return end > first && isSpelledOnce && isSafe(bytes, first, end) ? end : BAD;
}
const LARGEST = String(Number.MAX_SAFE_INTEGER);
function isSafe(bytes, first, end) {
    const digits = end - first;
    if (digits !== LARGEST.length)
        return digits < LARGEST.length;
    return bytes.toString('latin1', first, end) <= LARGEST;
}
const TRUE = Uint8Array.from('true', (letter) => letter.charCodeAt(0));
const FALSE = Uint8Array.from('false', (letter) => letter.charCodeAt(0));
const NULL = Uint8Array.from('null', (letter) => letter.charCodeAt(0));
function scanWord(tape, start, word, kind) {
    for (let index = 0; index < word.length; index += 1) {
        if (tape.bytes[start + index] !== word[index])
            return BAD;
    }
    const end = start + word.length;
    return note(tape, kind, start, end) === BAD ? BAD : end;
}
/** Puts a value on the tape; gives its cell. */
function note(tape, kind, start, end) {
    const cell = tape.size;
    if (end > tape.limit)
        return BAD;
    if (cell + STEP > tape.cells.length && !grow(tape))
        return BAD;
    const { cells } = tape;
    cells[cell] = kind;
    cells[cell + 1] = start;
    cells[cell + 2] = end;
    cells[cell + 3] = cell + STEP;
    tape.size = cell + STEP;
    return cell;
}
function grow(tape) {
    if (tape.cells.length >= STEP * MAX_VALUES)
        return false;
    const larger = new Int32Array(tape.cells.length * 2);
    larger.set(tape.cells);
    tape.cells = larger;
    return true;
}
function scan_json_close(tape, cell, end) {
    if (end > tape.limit)
        return BAD;
    tape.cells[cell + 2] = end;
    tape.cells[cell + 3] = tape.size;
    return end;
}
/** Whether one key sorts before another, by UTF-16 code unit; so equal keys do not. */
function isBefore(tape, one, other) {
    const marks = (at(tape.cells, one) | at(tape.cells, other)) & (ESCAPED | NON_ASCII);
    // JavaScript compares strings by code unit, which is the order asked for.
    if (marks !== 0)
        return textAt(tape, one) < textAt(tape, other);
    const { bytes } = tape;
    const from = startAt(tape, one);
    const against = startAt(tape, other);
    const length = endAt(tape, one) - from;
    const otherLength = endAt(tape, other) - against;
    const shared = length < otherLength ? length : otherLength;
    for (let index = 0; index < shared; index += 1) {
        const difference = byteAt(bytes, from + index) - byteAt(bytes, against + index);
        if (difference !== 0)
            return difference < 0;
    }
    return length < otherLength;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/likeness.js








/** Likenesses in one list: a tool, an outcome and a number of targets each make another one. */
const MAX_LIKENESSES = 16;
/** Where the event's name begins: `{"chain":"`, 36 digits of the id, `","event":"`. */
const EVENT_AT = 57;
function makeLikenesses() {
    const bytes = external_node_buffer_.Buffer.alloc(0);
    return {
        lists: Array.from({ length: 16 }, () => []),
        bytes,
        view: new DataView(bytes.buffer, bytes.byteOffset, 0),
    };
}
/** The record from `start` to `end`, if it is like one remembered; null when it has to be scanned. */
function readLike(known, bytes, start, end) {
    const list = known.lists[(bytes[start + EVENT_AT] ?? 0) & 15] ?? [];
    if (known.bytes !== bytes) {
        known.bytes = bytes;
        known.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    for (let index = 0; index < list.length; index += 1) {
        const likeness = list[index];
        if (!isLike(likeness, bytes, known.view, start, end))
            continue;
        if (index > 0)
            moveUp(list, index);
        return likeness;
    }
    return null;
}
function moveUp(list, index) {
    const [before, found] = list.slice(index - 1, index + 1);
    list[index - 1] = found;
    list[index] = before;
}
/** Compares, and takes over the values on the way; after a no they mean nothing. */
function isLike({ cells, fields, ending, timeCell }, bytes, view, start, end) {
    const { tape } = cells;
    let position = start;
    for (let index = 0; index < fields.length; index += 1) {
        const field = fields[index];
        const from = position + field.before.length;
        if (from > end || !standsAt(view, position, field.before))
            return false;
        position =
            field.digits === 0
                ? takeValue(tape.cells, field, bytes, from, end)
                : takeHash(tape.cells, field, view, from, end);
        if (position < 0)
            return false;
    }
    if (position + ending.length !== end || !standsAt(view, position, ending))
        return false;
    tape.bytes = bytes;
    tape.limit = end;
    cells.seq = numberAt(tape, cellOf(cells.record, RECORD.seq));
    cells.time = readTime(bytes, startAt(tape, timeCell), endAt(tape, timeCell));
    return !Number.isNaN(cells.time);
}
/** Puts a hash on the tape; that it ends there the quote after it shows. Gives that position, or -1. */
function takeHash(tape, { cell, digits }, view, start, limit) {
    const end = start + digits;
    if (end > limit || !isHexAt(view, start, digits))
        return -1;
    tape[cell + 1] = start;
    tape[cell + 2] = end;
    return end;
}
/** Puts a text or a number on the tape; gives the position after it, or -1. */
function takeValue(tape, { cell, isText }, bytes, start, limit) {
    const end = isText ? endOfString(bytes, start, limit) : endOfNumber(bytes, start);
    // Every number of a record that has a meaning counts something.
    if (end < 0 || (!isText && bytes[start] === likeness_MINUS))
        return -1;
    if (isText)
        tape[cell] = KIND.text | stringMarks();
    tape[cell + 1] = start;
    tape[cell + 2] = end;
    return end;
}
const likeness_MINUS = 0x2d;
/** Remembers a record that the long way accepted, unless its like is too rare or too varied. */
function rememberLike(known, found) {
    const cells = isWorthIt(found) ? copyCells(found) : null;
    if (cells === null)
        return;
    const { bytes } = cells.tape;
    const start = startAt(cells.tape, 0);
    let position = start;
    const fields = listFields(cells).map((cell) => {
        const before = makeLiteral(bytes.subarray(position, startAt(cells.tape, cell)));
        position = endAt(cells.tape, cell);
        return { before, ...describeField(cells, cell) };
    });
    const ending = makeLiteral(bytes.subarray(position, endAt(cells.tape, 0)));
    const list = known.lists[(bytes[start + EVENT_AT] ?? 0) & 15] ?? [];
    const timeCell = cellOf(cells.record, RECORD.ts);
    const texts = fields.filter(({ isText, digits, cell }) => isText && digits === 0 && cell !== timeCell);
    list.unshift({ cells, fields, textCells: texts.map(({ cell }) => cell), ending, timeCell });
    list.length = Math.min(list.length, MAX_LIKENESSES);
}
const MAX_FIELDS = 32;
/** Starts and ends are rare, and what has many paths has them in an order that would have to be checked. */
function isWorthIt({ tape, event, record, result }) {
    if (record[RECORD.files] !== 0 || tape.size > STEP * 4 * MAX_FIELDS)
        return false;
    if (event === EVENT.session_start || event === EVENT.session_end)
        return false;
    const blobs = event === EVENT.result ? cellOf(result, RESULT.blobs) : 0;
    return blobs === 0 || nextAt(tape, blobs) <= blobs + STEP * 3;
}
function describeField({ tape }, cell) {
    const isText = kindAt(tape, cell) === KIND.text;
    const length = endAt(tape, cell) - startAt(tape, cell);
    const isHash = isText && length % 4 === 0 && (at(tape.cells, cell) & HEX) !== 0;
    return { cell, isText, digits: isHash ? length : 0 };
}
/** The texts and numbers that may differ, in their order; all else has to be as it was. */
function listFields({ tape, event, record, request, result }) {
    const isResult = event === EVENT.result;
    const keys = [RECORD.chain, RECORD.event, RECORD.v, RECORD.role, RECORD.rules];
    const fixed = new Set(keys.map((key) => cellOf(record, key)));
    if (record[RECORD.request] !== 0)
        fixed.add(cellOf(request, REQUEST.category));
    if (isResult)
        fixed.add(cellOf(result, RESULT.status));
    // What a record lacks has the cell of the record itself.
    fixed.delete(0);
    const fields = [];
    const blobs = isResult ? cellOf(result, RESULT.blobs) : 0;
    collectFields(tape, 0, { fixed, blobs: blobs === 0 ? NOWHERE : blobs }, fields);
    return fields;
}
/** No cell. Cell 0 would be the record, whose own keys must never differ. */
const NOWHERE = -1;
function collectFields(tape, cell, choice, fields) {
    const kind = kindAt(tape, cell);
    if (choice.fixed.has(cell))
        return;
    if (kind === KIND.text || kind === KIND.number)
        fields.push(cell);
    if (kind !== KIND.object && kind !== KIND.array)
        return;
    const end = nextAt(tape, cell);
    for (let inner = cell + STEP; inner < end; inner = nextAt(tape, inner)) {
        if (kind === KIND.object) {
            if (cell === choice.blobs)
                fields.push(inner);
            inner += STEP;
        }
        collectFields(tape, inner, choice, fields);
    }
}

;// CONCATENATED MODULE: ./build/src/engine/chain/lines.js


const LINE_FEED = 0x0a;
const FIRST_SIZE = 64 * 1024;
function openLines(visitor) {
    let held = external_node_buffer_.Buffer.alloc(0);
    let size = 0;
    let isLong = false;
    let isEmpty = true;
    const hold = (bytes, start, end) => {
        const needed = size + end - start;
        if (isLong || needed > format/* MAX_LINE_BYTES */.Oc) {
            isLong = true;
            return;
        }
        if (needed > held.length)
            held = enlarge(held, size, needed);
        bytes.copy(held, size, start, end);
        size = needed;
    };
    const release = () => {
        if (isLong)
            visitor.longLine();
        else
            visitor.line(held, 0, size);
        size = 0;
        isLong = false;
    };
    return {
        push(given) {
            const bytes = external_node_buffer_.Buffer.from(given.buffer, given.byteOffset, given.byteLength);
            if (bytes.length > 0)
                isEmpty = false;
            let start = 0;
            for (;;) {
                const end = bytes.indexOf(LINE_FEED, start);
                if (end < 0)
                    break;
                if (size > 0 || isLong || end - start > format/* MAX_LINE_BYTES */.Oc) {
                    hold(bytes, start, end);
                    release();
                }
                else
                    visitor.line(bytes, start, end);
                start = end + 1;
            }
            if (start < bytes.length)
                hold(bytes, start, bytes.length);
        },
        finish() {
            if (size === 0 && !isLong)
                return isEmpty ? 'empty' : 'whole';
            release();
            return 'cut';
        },
    };
}
function enlarge(held, size, needed) {
    const larger = external_node_buffer_.Buffer.alloc(Math.max(FIRST_SIZE, needed, held.length * 2));
    held.copy(larger, 0, 0, size);
    return larger;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/position.js






const position_NONE = -1;
const MAX_UNCERTAIN = 1000;
function makePosition(id) {
    return {
        id,
        alien: null,
        link: null,
        seq: 0,
        otherSeq: position_NONE,
        time: Number.NEGATIVE_INFINITY,
        hasEnded: false,
        records: 0,
        uncertain: new Set(),
    };
}
/**
 * Holds a record against the place it has to have, and moves on.
 * @param isSound whether its parts are what they have to be; a genesis that is none has no hash to link to.
 */
function checkPosition(position, cells, isSound, line, defects) {
    position.records += 1;
    if (isSound || position.records > 1)
        checkLink(position, cells, line, defects);
    checkNumber(position, cells, line, defects);
    if (cells.time < position.time)
        addDefect(defects, 'audit/sequence', line, 'it is older than the record before');
    position.time = cells.time;
    checkSession(position, cells, line, defects);
}
/** Moves past a line that is no record: it may have stood for one, or be one too many. */
function passUnreadable(position) {
    doubt(position, position.seq);
    position.otherSeq = position.seq;
    position.seq += 1;
}
/** Remembers that nobody knows what the record of this number was. */
function doubt(position, seq) {
    if (position.uncertain.size < MAX_UNCERTAIN)
        position.uncertain.add(seq);
}
/** Whether a record belongs to the chain it is in; what does not is a defect. */
function checkId(position, { tape, record }, line, defects) {
    const id = textAt(tape, cellOf(record, RECORD.chain));
    position.id ??= id;
    if (id === position.id)
        return true;
    if (position.alien !== id)
        addDefect(defects, 'audit/malformed', line, 'it belongs to another chain');
    position.alien = id;
    return false;
}
function checkLink(position, cells, line, defects) {
    const { tape } = cells;
    const cell = cellOf(cells.record, RECORD.prev);
    const genesis = cellOf(cells.record, RECORD.genesis);
    if (position.records === 1 && genesis !== 0) {
        const hash = hashRange(tape.bytes, startAt(tape, genesis), endAt(tape, genesis));
        if (!equalsTextAt(tape, cell, hash))
            addDefect(defects, 'audit/broken-link', line, 'it does not link to its genesis');
    }
    else if (position.link !== null && !equalsTextAt(tape, cell, position.link))
        addDefect(defects, 'audit/broken-link', line, 'it does not link to the record before');
}
function checkNumber(position, { seq }, line, defects) {
    const isInOrder = seq === position.seq || seq === position.otherSeq;
    const byPlace = position.otherSeq === position_NONE ? position.seq : position.otherSeq;
    position.otherSeq = isInOrder ? position_NONE : byPlace + 1;
    if (!isInOrder) {
        addDefect(defects, 'audit/sequence', line, 'its number does not follow');
        doubt(position, position.seq);
    }
    position.seq = seq + 1;
}
function checkSession(position, { event }, line, defects) {
    const isStart = event === EVENT.session_start;
    if (isStart && position.records > 1)
        addDefect(defects, 'audit/sequence', line, 'the session starts again');
    // When the first line is unreadable, that is its defect; nobody knows what it was.
    if (!isStart && line === 1)
        addDefect(defects, 'audit/sequence', line, 'the chain does not begin with session_start');
    if (position.hasEnded)
        addDefect(defects, 'audit/sequence', line, 'the session had ended');
    position.hasEnded = event === EVENT.session_end;
}

// EXTERNAL MODULE: ./build/src/engine/secret-hints.js
var secret_hints = __webpack_require__(4893);
// EXTERNAL MODULE: ./build/src/engine/secrets.js
var secrets = __webpack_require__(1249);
;// CONCATENATED MODULE: ./build/src/engine/chain/secret-cells.js




/**
 * Looks for secrets in the texts of a record, keys included. Nearly all texts are hashes or short
 * names, so three bytes at a time are held against a table before anything is decoded.
 */
/** Large enough that a text of a hundred bytes seldom looks like one of the hints by chance. */
const BITS = 16;
/** Makes capital letters small, and nothing the same that matters here. */
const FOLD = 0x20;
/** Where two hints meet, or a stranger looks like one, a text is looked at for nothing. */
function hashThree(window) {
    return Math.imul(window, 0x9e3779b1) >>> (32 - BITS);
}
function makeHints() {
    const table = new Uint8Array(1 << BITS);
    for (const hint of secret_hints/* SECRET_HINTS */.C) {
        const [a, b, c] = toBytes(hint);
        const window = (((a ?? 0) | FOLD) << 16) | (((b ?? 0) | FOLD) << 8) | ((c ?? 0) | FOLD);
        table[hashThree(window)] = 1;
    }
    return table;
}
const HINTS = makeHints();
/** The secret that a record on the tape holds in clear, such as `a GitHub token`; null for none. */
function findSecret(tape) {
    for (let cell = 0; cell < tape.size; cell += STEP) {
        const secret = findSecretAt(tape, cell);
        if (secret !== null)
            return secret;
    }
    return null;
}
/** The same for some of the values only. */
function findSecretAmong(tape, cells) {
    for (let index = 0; index < cells.length; index += 1) {
        const secret = findSecretAt(tape, cells[index] ?? 0);
        if (secret !== null)
            return secret;
    }
    return null;
}
function findSecretAt(tape, cell) {
    if (kindAt(tape, cell) !== KIND.text || isIdentifier(tape, cell))
        return null;
    return hasHint(tape, startAt(tape, cell), endAt(tape, cell))
        ? (0,secrets/* findSecretIn */.N)(textAt(tape, cell))
        : null;
}
function hasHint({ bytes }, start, end) {
    if (end - start < secrets/* SHORTEST_SECRET */.c)
        return false;
    let window = 0;
    for (let position = start; position < end; position += 1) {
        window = ((window << 8) | FOLD | bytes[position]) & 0xffffff;
        if (HINTS[hashThree(window)] === 1)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/story.js





/** What a chain tells: which files changed into what, under which policies, by whom. */
/** Changed paths that a reader keeps. */
const MAX_PATHS = 250_000;
/** Distinct policies, agents, models and sessions of one chain, of each. */
const MAX_NAMES = 1000;
function makeStory() {
    return {
        genesis: null,
        blobs: new Map(),
        files: null,
        filesLine: 0,
        policies: new Set(),
        agents: new Set(),
        models: new Set(),
        sessions: new Set(),
        lastRole: null,
        lastRules: null,
        isFull: false,
    };
}
/** Follows one record, of whatever event. */
function followStory(story, cells, line, defects) {
    if (cells.record[RECORD.role] !== 0)
        followRole(story, cells);
    if (cells.record[RECORD.rules] !== 0)
        followRules(story, cells);
    if (cells.event === EVENT.result)
        followBlobs(story, cells, line);
    else if (cells.event === EVENT.session_start)
        story.genesis ??= readGenesis(cells);
    else if (cells.record[RECORD.files] !== 0) {
        story.files = readFiles(cells);
        story.filesLine = line;
    }
    if (story.isFull || !isOverfull(story))
        return;
    story.isFull = true;
    addDefect(defects, 'audit/malformed', line, 'it is more than a reader keeps');
}
function isOverfull({ blobs, policies, agents, models, sessions }) {
    const names = Math.max(policies.size, agents.size, models.size, sessions.size);
    return blobs.size > MAX_PATHS || names > MAX_NAMES;
}
function followRole(story, { lastRole }) {
    if (lastRole === story.lastRole)
        return;
    story.lastRole = lastRole;
    remember(story, story.agents, lastRole.agent);
    remember(story, story.models, lastRole.model);
    remember(story, story.sessions, lastRole.session_id);
}
function followRules(story, { lastRules }) {
    if (lastRules === story.lastRules)
        return;
    story.lastRules = lastRules;
    remember(story, story.policies, lastRules.policy_sha256);
}
function remember({ isFull }, names, name) {
    if (name !== null && !isFull)
        names.add(name);
}
function followBlobs(story, { tape, result, time }, line) {
    const cell = cellOf(result, RESULT.blobs);
    if (cell === 0)
        return;
    const end = nextAt(tape, cell);
    for (let key = cell + STEP; key < end; key = nextAt(tape, key + STEP)) {
        const path = textAt(tape, key);
        const blob = readNullable(tape, key + STEP);
        const known = story.blobs.get(path);
        if (known !== undefined) {
            known.blob = blob;
            known.time = time;
            known.line = line;
        }
        else if (!story.isFull)
            story.blobs.set(path, { blob, time, line });
    }
}
function readFiles({ tape, record }) {
    const files = new Map();
    const cell = cellOf(record, RECORD.files);
    const end = nextAt(tape, cell);
    for (let key = cell + STEP; key < end; key = nextAt(tape, key + STEP)) {
        files.set(textAt(tape, key), readFinalFile(tape, key + STEP));
    }
    return files;
}
/** Its shape has been checked; unknown keys beside `blob` and `mode` are let be. */
function readFinalFile(tape, file) {
    const end = nextAt(tape, file);
    let blob = null;
    let mode = null;
    for (let key = file + STEP; key < end; key = nextAt(tape, key + STEP)) {
        const name = textAt(tape, key);
        if (name === 'blob')
            blob = readNullable(tape, key + STEP);
        if (name === 'mode')
            mode = readNullable(tape, key + STEP);
    }
    return { blob, mode };
}
function readNullable(tape, cell) {
    return isNull(tape, cell) ? null : textAt(tape, cell);
}
/** Keys in sorted order, as in `Genesis`. */
function readGenesis({ tape, genesis }) {
    const [base_sha, nonce, policy_sha256, repository] = [0, 1, 2, 3].map((part) => textAt(tape, cellOf(genesis, part)));
    return {
        base_sha: base_sha ?? '',
        nonce: nonce ?? '',
        policy_sha256: policy_sha256 ?? '',
        repository: repository ?? '',
    };
}

;// CONCATENATED MODULE: ./build/src/engine/chain/verify-chain.js














/** Opens a verifier that takes the bytes of one chain in pieces of any size. */
function openVerifier({ id, onRecord, comparing, refusedElsewhere, }) {
    const run = {
        cells: makeRecordCells(makeTape(external_node_buffer_.Buffer.alloc(0))),
        known: makeLikenesses(),
        position: makePosition(id),
        actions: makeActions(refusedElsewhere ?? null),
        story: makeStory(),
        defects: makeDefects(),
        onRecord,
        comparing: comparing ?? true,
        line: 0,
        firstTime: null,
        isClosed: false,
    };
    const lines = openLines({
        line: (bytes, start, end) => visitLine(run, bytes, start, end),
        longLine: () => {
            run.line += 1;
            passOver(run, 'it is longer than 16 MiB');
        },
    });
    return { push: lines.push, finish: () => finish(run, lines.finish()) };
}
/** Reads a whole chain at once. */
function readChain(bytes, id) {
    const verifier = openVerifier({ id });
    verifier.push(bytes);
    return verifier.finish();
}
function visitLine(run, bytes, start, end) {
    run.line += 1;
    const from = recordStart(start);
    const to = recordEnd(end);
    const found = isFramed(bytes, start, end) ? findRecord(run, bytes, from, to) : null;
    const hash = found === null ? null : readHash(run, bytes, from, to, end);
    if (found === null || hash === null) {
        passOver(run, describeLine(bytes, start, end, run.line));
        run.position.link = endsWithHash(bytes, start, end) ? storedHash(bytes, end) : null;
        return;
    }
    if (found === 'scanned')
        visitScanned(run);
    else
        visitLike(run, found);
    run.position.link = hash;
    run.onRecord?.(run.line, bytes.subarray(from, to));
}
/** Finds a record in its frame, the short way or the long one; null when there is none. */
function findRecord(run, bytes, from, to) {
    const like = readLike(run.known, bytes, from, to);
    if (like !== null)
        return like;
    return scanObjectBytes(run.cells.tape, bytes, from, to) ? 'scanned' : null;
}
/**
 * The hash as it is stored, which is what the next record should link to; null when what stands there
 * is none.
 */
function readHash(run, bytes, from, to, end) {
    const hash = hashRange(bytes, from, to);
    if (equalsText(bytes, hashStart(end), hashStart(end) + HASH_LENGTH, hash))
        return hash;
    if (!hasHash(bytes, end))
        return null;
    addDefect(run.defects, 'audit/record-hash', run.line, 'its hash is another one');
    return storedHash(bytes, end);
}
function storedHash(bytes, end) {
    return bytes.toString('latin1', hashStart(end), hashStart(end) + HASH_LENGTH);
}
function visitLike(run, { cells, textCells }) {
    followRecord(run, cells, null);
    reportSecret(run, findSecretAmong(cells.tape, textCells));
}
function visitScanned(run) {
    const { cells } = run;
    const headerProblem = readHeader(cells);
    if (headerProblem !== null) {
        passOver(run, headerProblem);
        return;
    }
    const problem = readBody(cells);
    const isHome = checkId(run.position, cells, run.line, run.defects);
    followRecord(run, cells, problem);
    const secret = findSecret(cells.tape);
    reportSecret(run, secret);
    if (run.comparing && isHome && problem === null && secret === null)
        rememberLike(run.known, cells);
}
function followRecord(run, cells, problem) {
    const { position, defects, line } = run;
    run.firstTime ??= cells.time;
    checkPosition(position, cells, problem === null, line, defects);
    run.isClosed = canClose(cells);
    if (problem === null) {
        followAction(run.actions, cells, line, position, defects);
        followStory(run.story, cells, line, defects);
        return;
    }
    addDefect(defects, 'audit/malformed', line, problem);
    doubt(position, cells.seq);
}
function reportSecret({ defects, line }, secret) {
    if (secret !== null)
        addDefect(defects, 'audit/secret', line, `it is ${secret}`);
}
function canClose({ event, record }) {
    return event === EVENT.session_end || (event === EVENT.checkpoint && record[RECORD.files] !== 0);
}
/** Reports a line that is no record and moves on to the next. */
function passOver(run, cause) {
    addDefect(run.defects, 'audit/malformed', run.line, cause);
    passUnreadable(run.position);
}
const BYTE_ORDER_MARK = 0xef;
const CARRIAGE_RETURN = 0x0d;
/** Why a line is not a record in its frame, as far as one look shows. */
function describeLine(bytes, start, end, line) {
    if (start === end)
        return 'it is empty';
    if (line === 1 && bytes[start] === BYTE_ORDER_MARK)
        return 'it begins with a byte order mark';
    if (bytes[end - 1] === CARRIAGE_RETURN)
        return 'it ends with a carriage return';
    return 'it is not canonical JSON of a record and its hash';
}
function finish(run, ending) {
    const { position, actions, story, defects } = run;
    const complete = run.isClosed && ending === 'whole';
    if (ending === 'empty')
        addDefect(defects, 'audit/truncated', 1, 'the file is empty');
    if (ending === 'cut')
        addDefect(defects, 'audit/truncated', run.line, 'the last line has no line feed');
    if (ending === 'whole' && !run.isClosed)
        addDefect(defects, 'audit/truncated', run.line, 'the session has no end');
    return {
        id: position.id,
        genesis: story.genesis,
        head: position.link,
        records: position.records,
        complete,
        defects: defects.listed,
        hidden: defects.hidden,
        blobs: showBlobs(story),
        files: story.filesLine === run.line ? story.files : null,
        doneAnyway: actions.doneAnyway,
        refused: [...actions.denied.values()],
        ruled: [...actions.ruled.values()],
        policies: [...story.policies].sort(),
        agents: [...story.agents].sort(),
        models: [...story.models].sort(),
        sessions: [...story.sessions].sort(),
        gaps: listGaps(actions),
        first: run.firstTime === null ? null : toIso(run.firstTime),
        last: position.records === 0 ? null : toIso(position.time),
    };
}
function showBlobs({ blobs }) {
    return new Map([...blobs].map(([path, { blob, time, line }]) => [path, { blob, at: toIso(time), line }]));
}
function toIso(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./build/src/engine/chain/chain-files.js


const CHAIN_PATH = new RegExp(`^\\.countersign/audit/(${chain_id/* CHAIN_ID */.A})\\.jsonl$`);
const SEAL_PATH = new RegExp(`^\\.countersign/audit/(${chain_id/* CHAIN_ID */.A})\\.dsse\\.json$`);
const NAMED_CHAIN = new RegExp(`(?:^|/)(${chain_id/* CHAIN_ID */.A})\\.jsonl$`);
/** The id of the chain that a path is for; null for any other path. */
function chain_files_chainIdOf(path) {
    return CHAIN_PATH.exec(path)?.[1] ?? null;
}
/** The id of the chain that a path holds the seal of; null for any other path. */
function chain_files_sealedIdOf(path) {
    return SEAL_PATH.exec(path)?.[1] ?? null;
}
/** Several parts of a judgement ask for the same chain; it is gone through once. */
const known = new WeakMap();
/** The chains among the changed files that are there at head, by path. */
function findChainFiles(files) {
    return files.flatMap((file) => {
        const id = chain_files_chainIdOf(file.path);
        return id === null || file.after === null ? [] : [readChainFile(file, id)];
    });
}
function readChainFile(file, id) {
    const found = known.get(file) ?? readAnew(file, id);
    known.set(file, found);
    return found;
}
function readAnew(file, id) {
    const content = isPlainFile(file) ? file.content : null;
    return { path: file.path, id, content, reading: content && readChain(content, id) };
}
/** What the chains of a change, and those named beside it, say; one that cannot be read says nothing. */
function listReadings(files, local) {
    const chains = [...findChainFiles(files), ...local.map(readLocalChain)];
    return chains.flatMap(({ reading }) => reading ?? []);
}
/** A chain that was named on a command line; its name need not say its id. */
function readLocalChain({ path, bytes }) {
    const id = NAMED_CHAIN.exec(path)?.[1] ?? null;
    const reading = readChain(bytes, id);
    return { path, id: id ?? reading.id ?? '', content: bytes, reading };
}
/** Whether every line is a record of this chain; whether they hold together is the audit check's to say. */
function parsesAsChain({ reading }) {
    return (reading !== null &&
        reading.records > 0 &&
        reading.hidden === 0 &&
        reading.defects.every((defect) => defect.rule !== 'audit/malformed'));
}
/** A regular file under its own name: what a link or a rename stands for is something else. */
function isPlainFile(file) {
    return file.status !== 'renamed' && file.after?.mode === '100644';
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/engine/results/report.js
/**
 * What a test report says, whatever wrote it. A report comes out of a run over the pull request's own
 * code: every name, status and total in it may be an attacker's, so what does not add up is refused.
 */
const FORMATS = (/* unused pure expression or super */ null && (['junit', 'ctrf', 'tap', 'jest', 'vitest', 'go']));
/** Between the parts of a name (docs/acceptance.md). */
const SEPARATOR = ' › ';
/** 32 MiB: also the most that the command line reads from a file. */
const MAX_REPORT_BYTES = (/* unused pure expression or super */ null && (32 * 1024 * 1024));
const MAX_TESTS = 200_000;
/** Characters of one test's full name. */
const MAX_NAME_LENGTH = 10_000;
/** Characters of a file's name that are kept. */
const MAX_FILE_LENGTH = 500;
/** Characters of all full names: nesting repeats a parent's name in every test below it. */
const MAX_ALL_NAMES = (/* unused pure expression or super */ null && (64 * 1024 * 1024));
/** Levels of elements, values or subtests in one another. */
const report_MAX_DEPTH = 64;
function report_refuse(code, detail, line = null) {
    return { ok: false, code, detail, line };
}
function isReportProblem(reading) {
    return 'code' in reading;
}
/** Ancestors and title as one name; empty parts say nothing and are left out. */
function joinName(parts) {
    return parts.filter((part) => part !== '').join(SEPARATOR);
}
/** An empty collector. The limits hold while it fills, so that no report can outgrow the memory. */
function collectTests() {
    const tests = [];
    const files = new Map();
    let characters = 0;
    const keepFile = (file) => {
        const kept = files.get(file) ?? detach(file.slice(0, MAX_FILE_LENGTH));
        if (!files.has(file))
            characters += kept.length;
        files.set(file, kept);
        return kept;
    };
    return {
        tests,
        add(parts, { file, ...rest }, line) {
            const length = parts.reduce((sum, part) => sum + part.length + SEPARATOR.length, 0);
            characters += length;
            if (length > MAX_NAME_LENGTH) {
                return report_refuse('too-large', `a name has more than ${MAX_NAME_LENGTH} characters`, line);
            }
            if (characters > MAX_ALL_NAMES || tests.length >= MAX_TESTS) {
                return report_refuse('too-large', `it lists more than ${MAX_TESTS} tests, or names too long`, line);
            }
            const name = detach(joinName(parts));
            tests.push({ name, file: file === null ? null : keepFile(file), ...rest });
            return null;
        },
    };
}
/** A copy. Engines keep a whole text alive for a piece of it, and a report's text is large. */
function detach(text) {
    return ` ${text}`.slice(1);
}
/** What a reader returns at its end: a report without tests is none. */
function finishReading(format, tests) {
    return tests.length === 0 ? report_refuse('no-tests', 'it lists no test') : { ok: true, format, tests };
}
/** Milliseconds that a report may well have invented: nothing but a finite, positive number counts. */
function readDuration(value, factor = 1) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0)
        return null;
    return Math.round(number * factor * 1000) / 1000;
}

// EXTERNAL MODULE: ./build/src/engine/parsing/exact-json.js
var exact_json = __webpack_require__(8179);
// EXTERNAL MODULE: ./build/src/engine/parsing/plain-map.js
var plain_map = __webpack_require__(1744);
;// CONCATENATED MODULE: ./build/src/engine/parsing/strict-json.js



/**
 * JSON that has one reading. `JSON.parse` keeps the last of two values for one key, and another
 * program the first: a report with two `status` keys would pass here and fail there, or the other
 * way round.
 */
/** Values and keys in one text; a bound on the memory that parsing takes. */
const strict_json_MAX_VALUES = 6_000_000;
/**
 * Parses one JSON object. Linear in its length; refused, never thrown, are text that is no JSON
 * object, a key given twice, and more nesting or values than any report has.
 * @param line the line the text starts at, from 1
 */
function parseStrictJson(text, line = 1) {
    const refusal = scanJson(text, line);
    if (refusal !== null)
        return refusal;
    try {
        const value = (0,exact_json/* parseJson */.q)(text);
        return (0,plain_map/* isMap */.j)(value)
            ? { ok: true, value }
            : report_refuse('unknown-format', 'it is JSON, but not an object', line);
    }
    catch {
        return report_refuse('malformed', 'it is not valid JSON');
    }
}
/**
 * Looks for what `JSON.parse` lets pass. Text that is no JSON may get through here and fails there;
 * only that an open string or bracket means truncation is told apart.
 */
function scanJson(text, firstLine) {
    const levels = [];
    let isKeyNext = false;
    let values = 0;
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        if (character === '"') {
            const end = findStringEnd(text, at);
            if (end < 0)
                return report_refuse('truncated', 'it ends within a text', lineOf(text, at, firstLine));
            if (isKeyNext && !addKey(levels.at(-1), text.slice(at, end + 1))) {
                return report_refuse('duplicate-key', 'an object has one key twice', lineOf(text, at, firstLine));
            }
            isKeyNext = false;
            at = end;
        }
        else if (character === '{' || character === '[') {
            levels.push(character === '{' ? new Set() : null);
            isKeyNext = character === '{';
            values += 1;
        }
        else if (character === '}' || character === ']') {
            levels.pop();
            isKeyNext = false;
        }
        else if (character === ',') {
            isKeyNext = levels.at(-1) != null;
            values += 1;
        }
        if (levels.length > report_MAX_DEPTH)
            return tooMuch(`values in more than ${report_MAX_DEPTH} levels`);
        if (values > strict_json_MAX_VALUES)
            return tooMuch(`more than ${strict_json_MAX_VALUES} values`);
    }
    return levels.length > 0 ? report_refuse('truncated', 'it ends before its last bracket') : null;
}
function tooMuch(what) {
    return report_refuse('too-large', `it has ${what}`);
}
/** Where the closing quote of the text that opens at `start` stands; -1 when there is none. */
function findStringEnd(text, start) {
    let end = text.indexOf('"', start + 1);
    let searched = start + 1;
    while (end >= 0) {
        let slashes = 0;
        while (end - 1 - slashes >= searched && text[end - 1 - slashes] === '\\')
            slashes += 1;
        if (slashes % 2 === 0)
            return end;
        searched = end + 1;
        end = text.indexOf('"', searched);
    }
    return -1;
}
/** False when the object has the key already. Escapes are undone first: `"\u0061"` is `"a"`. */
function addKey(keys, quoted) {
    const key = quoted.includes('\\') ? decodeKey(quoted) : quoted.slice(1, -1);
    if (keys == null || keys.has(key))
        return keys == null;
    keys.add(key);
    return true;
}
function decodeKey(quoted) {
    try {
        return String(JSON.parse(quoted));
    }
    catch {
        return quoted;
    }
}
function lineOf(text, offset, firstLine) {
    let line = firstLine;
    for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
        line += 1;
    }
    return line;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/dsse.js


/** DSSE (Dead Simple Signing Envelope, protocol version 1) with Ed25519. */
/** What is signed: the pre-authentication encoding of the payload with its type. */
function encodeForSigning(payloadType, payload) {
    const type = external_node_buffer_.Buffer.from(payloadType);
    const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `;
    return external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from(head), payload]);
}
/** The signature of a payload, 64 bytes. */
function dsse_signPayload(payloadType, payload, key) {
    return sign(null, encodeForSigning(payloadType, payload), key);
}
/** Whether the signature over a payload is good; false as well when the key is none. */
function isGoodSignature(payloadType, payload, signature, ed25519) {
    const key = readPublicKey(ed25519);
    return key !== null && (0,external_node_crypto_.verify)(null, encodeForSigning(payloadType, payload), key, signature);
}
/** What stands before the 32 raw bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = external_node_buffer_.Buffer.from('302a300506032b6570032100', 'hex');
function readPublicKey(ed25519) {
    const raw = decodeBase64(ed25519);
    if (raw?.length !== 32)
        return null;
    try {
        return (0,external_node_crypto_.createPublicKey)({ key: external_node_buffer_.Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
    }
    catch {
        return null;
    }
}
/** Base64 of the 32 raw bytes of an Ed25519 public key, as a policy's `signers` have it. */
function showPublicKey(key) {
    const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return der.subarray(SPKI_PREFIX.length).toString('base64');
}
/** The bytes of standard base64 in its one canonical spelling; null for any other text. */
function decodeBase64(text) {
    const bytes = external_node_buffer_.Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : null;
}

;// CONCATENATED MODULE: ./build/src/engine/chain/seal.js





/**
 * Seals (docs/audit-chain.md): a signature over what a chain said when it was sealed, by a key that
 * the agent does not hold. Without one, whoever writes a chain can write another in its place.
 */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'urn:countersign:audit-seal:v1';
/** Bytes; a larger seal is refused unread. */
const MAX_SEAL_BYTES = 64 * 1024;
/** Each one of a known signer costs a verification, and nobody needs more. */
const MAX_SIGNATURES = 16;
/**
 * The bytes of a seal file.
 * @param id the signer's id in the policy.
 * @param key an Ed25519 private key; any other makes `crypto.sign` throw or the seal fail.
 */
function makeSeal({ name, sha256, ...predicate }, id, key) {
    const statement = {
        _type: STATEMENT_TYPE,
        subject: [{ name, digest: { sha256 } }],
        predicateType: PREDICATE_TYPE,
        predicate,
    };
    const payload = Buffer.from(toCanonical(statement));
    const signature = signPayload(PAYLOAD_TYPE, payload, key);
    const envelope = {
        payload: payload.toString('base64'),
        payloadType: PAYLOAD_TYPE,
        signatures: [{ keyid: id, sig: signature.toString('base64') }],
    };
    return `${toCanonical(envelope)}\n`;
}
/** Each problem of a seal as the end of a sentence. */
const SEAL_PROBLEMS = {
    malformed: 'it is not an envelope over one seal of one chain',
    'wrong-payload-type': 'its payload is of another type',
    'unknown-signer': 'none of its signers is among those the policy names',
    'bad-signature': 'a signature in the name of a known signer is not good',
    'wrong-subject': 'it is for a chain of another name',
    'wrong-digest': 'the chain was changed after it was sealed',
    'wrong-head': 'it is for a chain that ends with another record',
    'wrong-records': 'it is for another number of records',
    'wrong-repository': 'it is for another repository',
    'wrong-base': 'it is for work that starts at another commit',
};
/** Strict throughout: what nobody reads would be a place to bring something along that nobody reviews. */
const ENVELOPE = dist/* strictObject */.rej({
    payload: dist/* string */.YjP(),
    payloadType: dist/* string */.YjP(),
    signatures: dist/* pipe */.FsL(dist/* array */.YOg(dist/* strictObject */.rej({ keyid: dist/* optional */.lqM(dist/* string */.YjP()), sig: dist/* string */.YjP() })), dist/* minLength */.BpQ(1), dist/* maxLength */.Ru6(MAX_SIGNATURES)),
});
const STATEMENT = dist/* strictObject */.rej({
    _type: dist/* literal */.euz(STATEMENT_TYPE),
    subject: dist/* strictTuple */.CxQ([
        dist/* strictObject */.rej({ name: dist/* string */.YjP(), digest: dist/* strictObject */.rej({ sha256: dist/* string */.YjP() }) }),
    ]),
    predicateType: dist/* literal */.euz(PREDICATE_TYPE),
    predicate: dist/* strictObject */.rej({
        records: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0)),
        head: dist/* string */.YjP(),
        repository: dist/* string */.YjP(),
        base_sha: dist/* string */.YjP(),
        plan_sha256: dist/* nullable */.mee(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{64}$/))),
    }),
});
/**
 * Whether a seal file holds for a chain. Its bytes may be an attacker's: nothing in the payload is
 * looked at before a known signer's signature over exactly these bytes is found good.
 */
function verifySeal(bytes, expected) {
    const opened = openEnvelope(bytes);
    if (opened === null)
        return seal_refuse('malformed');
    const { envelope, payload } = opened;
    if (envelope.payloadType !== PAYLOAD_TYPE)
        return seal_refuse('wrong-payload-type');
    const signer = findSigner(envelope, payload, expected.signers);
    if ('problem' in signer)
        return seal_refuse(signer.problem);
    const statement = parse(STATEMENT, payload);
    if (statement === null)
        return seal_refuse('malformed');
    const problem = findMismatch(statement, expected);
    if (problem !== null)
        return seal_refuse(problem);
    return { ok: true, signer: signer.id, plan_sha256: statement.predicate.plan_sha256 };
}
/**
 * Whether the bytes are exactly a seal of the chain file of this name: by its form, for whoever has to
 * tell a seal from any other file before it is known who signed it.
 */
function isSealOf(bytes, name) {
    const opened = openEnvelope(bytes);
    if (opened?.envelope.payloadType !== PAYLOAD_TYPE)
        return false;
    return parse(STATEMENT, opened.payload)?.subject[0].name === name;
}
function openEnvelope(bytes) {
    const envelope = bytes.length > MAX_SEAL_BYTES ? null : parse(ENVELOPE, bytes);
    const payload = envelope === null ? null : decodeBase64(envelope.payload);
    return envelope === null || payload === null ? null : { envelope, payload };
}
function seal_refuse(problem) {
    return { ok: false, problem };
}
function parse(schema, bytes) {
    const json = (0,external_node_buffer_.isUtf8)(bytes) ? parseStrictJson(external_node_buffer_.Buffer.from(bytes).toString('utf8')) : null;
    const parsed = dist/* safeParse */.xLC(schema, json?.ok === true ? json.value : null);
    return parsed.success ? parsed.output : null;
}
/**
 * The first known signer. A signature by somebody unknown says nothing and is passed over; one that
 * names a known signer and is not good was made to deceive, whatever stands beside it.
 */
function findSigner({ signatures }, payload, signers) {
    const known = signatures.flatMap(({ keyid, sig }) => {
        const keys = signers.filter(({ id }) => id === keyid);
        return keys.length === 0 ? [] : [{ id: keys[0]?.id ?? '', keys, sig: decodeBase64(sig) }];
    });
    const [first] = known;
    if (first === undefined)
        return { problem: 'unknown-signer' };
    const isGood = known.every(({ keys, sig }) => sig !== null &&
        keys.some(({ ed25519 }) => isGoodSignature(PAYLOAD_TYPE, payload, sig, ed25519)));
    return isGood ? first : { problem: 'bad-signature' };
}
function findMismatch({ subject: [subject], predicate }, { name, sha256, reading, repository }) {
    const { genesis } = reading;
    if (subject.name !== name)
        return 'wrong-subject';
    if (subject.digest.sha256 !== sha256)
        return 'wrong-digest';
    if (predicate.records !== reading.records)
        return 'wrong-records';
    if (predicate.head !== reading.head)
        return 'wrong-head';
    if (predicate.repository !== genesis?.repository)
        return 'wrong-repository';
    if (repository !== null && !(0,format/* isSameRepository */.ve)(predicate.repository, repository))
        return 'wrong-repository';
    return predicate.base_sha === genesis.base_sha ? null : 'wrong-base';
}

// EXTERNAL MODULE: ./build/src/engine/matching/fold.js
var fold = __webpack_require__(3443);
// EXTERNAL MODULE: ./build/src/engine/places.js
var places = __webpack_require__(5134);
;// CONCATENATED MODULE: ./build/src/engine/evidence-files.js





/**
 * Evidence files accompany a change instead of being part of it: audit chains that parse as chains,
 * their seals, and the selected plan (docs/plan.md). Anything else under `.countersign/` is an
 * ordinary file, or an agent could hide its work there.
 */
/** The changed paths that are evidence files. */
function findEvidenceFiles(files, plan) {
    const chains = findChainFiles(files).filter(parsesAsChain);
    const ids = new Set(chains.map(({ id }) => id));
    const found = new Set(chains.map(({ path }) => path));
    for (const file of files) {
        if (ids.has(chain_files_sealedIdOf(file.path) ?? '') && isSeal(file))
            found.add(file.path);
        if (isPlanFile(file, plan))
            found.add(file.path);
    }
    return found;
}
/** Whether the path lies where chains and seals do, in any spelling that a file system takes for it. */
function isEvidencePath(path) {
    return `${(0,fold/* foldPath */.t)(path)}/`.startsWith(`${places/* AUDIT_FOLDER */.PT}/`);
}
/** Whether the path is one that only evidence of an earlier, merged change can have on the base. */
function isKeptEvidencePath(path, plan) {
    return (chainIdOf(path) !== null ||
        sealedIdOf(path) !== null ||
        (plan?.file.origin === 'base' && plan.file.path === path));
}
function isPlanFile(file, plan) {
    return (plan !== null &&
        file.path === plan.file.path &&
        isPlainFile(file) &&
        file.content !== null &&
        (0,hash/* sha256 */.s)(file.content) === plan.plan.sha256);
}
/** Whether the file is a seal of its own chain and nothing else; the audit check verifies it. */
function isSeal({ content, ...file }) {
    return isPlainFile(file) && content !== null && isSealOf(content, chainNameOf(file.path));
}
function chainNameOf(sealPath) {
    return sealPath.slice(sealPath.lastIndexOf('/') + 1).replace('.dsse.json', '.jsonl');
}

// EXTERNAL MODULE: ./build/src/engine/policy/defaults.js
var defaults = __webpack_require__(3069);
;// CONCATENATED MODULE: ./build/src/engine/approvals/codeowners.js
/**
 * CODEOWNERS as GitHub reads it: mostly the patterns of a .gitignore file, with GitHub's own
 * exceptions. Sources: GitHub documentation, "About code owners" and "List CODEOWNERS errors"; git
 * documentation, "gitignore", "Pattern format".
 */
/** GitHub does not load a larger file (GitHub documentation: About code owners). */
const MAX_BYTES = 3 * 1024 * 1024;
const ANY_NUMBER = Symbol('any number of items');
const ANYTHING = () => true;
const NO_OWNERS = [];
/** A person, a team, or an e-mail address; the repeated parts exclude what ends them, so it is linear. */
const OWNER = /^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)?|[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+)$/;
/**
 * Parses the file of the protected branch. Whatever it holds, this throws nothing. `errors` are what
 * GitHub says of the same file, where it says anything: a line it skips is skipped here too, and an
 * account it does not know owns nothing, or whoever takes a name that became free could sign.
 */
function parseCodeowners(bytes, errors = []) {
    if (bytes.length > MAX_BYTES)
        return { rules: [], invalidLines: [], isTooLarge: true };
    const rules = [];
    const invalidLines = [];
    const errorsOf = groupByLine(errors);
    for (const [at, text] of new TextDecoder().decode(bytes).split(/\r?\n/).entries()) {
        const line = at + 1;
        const [pattern, ...named] = splitFields(text);
        if (pattern === undefined)
            continue;
        const rule = readRule({ line, text }, pattern.text, named, errorsOf.get(line) ?? []);
        if (rule === null)
            invalidLines.push(line);
        else
            rules.push(rule);
    }
    return { rules: rules.reverse(), invalidLines, isTooLarge: false };
}
function groupByLine(errors) {
    const groups = new Map();
    for (const error of errors)
        groups.set(error.line, [...(groups.get(error.line) ?? []), error]);
    return groups;
}
/** A line as a rule; null when it is one that GitHub skips. */
function readRule({ line, text: whole }, pattern, named, errors) {
    const isGood = named.every(({ text }) => OWNER.test(text)) && errors.every(isAboutOwner);
    const parts = isGood ? compile(pattern) : null;
    if (parts === null)
        return null;
    const unknown = new Set(errors.flatMap((error) => findUnknown(whole, named, error)));
    const names = named.map(({ text }) => text);
    return {
        line,
        pattern,
        owners: names.filter((owner) => !unknown.has(owner)),
        unknown: [...unknown],
        parts,
    };
}
/** The one kind of error that spares the rest of the line. */
function isAboutOwner({ kind }) {
    return kind === 'Unknown owner';
}
/**
 * The person an error is about; everybody on the line where it does not say, or where the line is not
 * ASCII: GitHub does not document what a column counts, and bytes are not characters there. A team is left
 * in: whether somebody is its member is asked for itself, and a token that cannot see it makes it "unknown"
 * as well.
 */
function findUnknown(line, named, { column }) {
    const people = named.filter(({ text }) => text.startsWith('@') && !text.includes('/'));
    const place = column - 1;
    const isPlain = /^[\x20-\x7e\t]*$/.test(line);
    const isAt = ({ at, text }) => at <= place && place < at + text.length;
    const meant = isPlain ? named.find(isAt) : undefined;
    const found = meant === undefined ? people : people.filter((field) => field === meant);
    return found.map(({ text }) => text);
}
/**
 * The owners of a path: those of the last line that matches it; empty when there is none or it names
 * nobody. The path is an attacker's, so matching it never takes more steps than its length times the
 * pattern's.
 */
function ownersOf(codeowners, path) {
    return findOwnerRule(codeowners, path)?.owners ?? NO_OWNERS;
}
/** The last line that matches a path; undefined when there is none. */
function findOwnerRule(codeowners, path) {
    const names = path.split('/').map((text) => ({ text, characters: [...text] }));
    return codeowners.rules.find((rule) => covers(rule.parts, names));
}
/** The fields of a line up to a comment; a backslash keeps the character after it in the field. */
function splitFields(line) {
    const found = [...line.matchAll(/(?:\\.|[^ \t\v\f\r\\]|\\$)+/gs)];
    const fields = found.map((match) => ({ text: match[0], at: match.index }));
    const comment = fields.findIndex(({ text }) => text.startsWith('#'));
    return comment < 0 ? fields : fields.slice(0, comment);
}
/**
 * What GitHub does not support, seen with escaped characters blanked out: `!`, `[ ]`, three stars; and
 * what can match nothing, in git neither: an escape of nothing or of a slash, an empty name.
 */
const UNSUPPORTED = /^!|[[\]]|\*{3}|\\|\/\/|^\/?$/;
/** A pattern's parts; null when the line is one that GitHub skips. */
function compile(pattern) {
    const isEscapedComment = pattern.startsWith('\\#');
    if (isEscapedComment || UNSUPPORTED.test(pattern.replace(/\\[^/]/g, '_')))
        return null;
    const isFolder = pattern.endsWith('/');
    const names = pattern.replace(/^\//, '').replace(/\/$/, '').split('/');
    const isAnchored = pattern.startsWith('/') || names.length > 1;
    const parts = names.map((name) => (name === '**' ? ANY_NUMBER : compileName(name)));
    // A `**` at the end is everything inside, so something has to be there.
    if (names.at(-1) === '**')
        parts.push(ANYTHING);
    if (!isAnchored)
        parts.unshift(ANY_NUMBER);
    return [...parts, ...whatFollows(names.at(-1) ?? '', isFolder, isAnchored)];
}
/**
 * A name stands for a file or for everything in a folder, one with a `/` behind it for the latter only.
 * Unlike in git, a `/*` at the end reaches no deeper.
 */
function whatFollows(last, isFolder, isAnchored) {
    if (isFolder)
        return [ANYTHING, ANY_NUMBER];
    return isAnchored && last === '*' ? [] : [ANY_NUMBER];
}
function compileName(name) {
    const characters = [...name.matchAll(/\\(.)|./gsu)].map(([whole, escaped]) => ({
        isEscaped: escaped !== undefined,
        character: escaped ?? whole,
    }));
    const isWild = characters.some((it) => !it.isEscaped && /[*?]/.test(it.character));
    if (!isWild) {
        const literal = characters.map((it) => it.character).join('');
        return ({ text }) => text === literal;
    }
    const parts = characters.map(({ isEscaped, character }) => {
        if (!isEscaped && character === '*')
            return ANY_NUMBER;
        return !isEscaped && character === '?' ? ANYTHING : (other) => other === character;
    });
    return (it) => covers(parts, it.characters);
}
/**
 * Whether the parts cover all items. When a part does not fit, only the last open end can take one item
 * more: an earlier one would leave no choice that this one does not have.
 */
function covers(parts, items) {
    let part = 0;
    let open = -1;
    let taken = 0;
    for (let at = 0; at < items.length;) {
        const wanted = parts[part];
        if (wanted === ANY_NUMBER) {
            open = part;
            part += 1;
            taken = at;
        }
        else if (wanted?.(items[at]) === true) {
            part += 1;
            at += 1;
        }
        else if (open >= 0) {
            taken += 1;
            at = taken;
            part = open + 1;
        }
        else
            return false;
    }
    return parts.slice(part).every((rest) => rest === ANY_NUMBER);
}
/** What is the same for the same owners, in whatever order and case they are written. */
function ownersKey(owners) {
    return owners
        .map((owner) => owner.toLowerCase())
        .sort()
        .join(' ');
}

// EXTERNAL MODULE: ./build/src/engine/matching/glob.js
var glob = __webpack_require__(6146);
;// CONCATENATED MODULE: ./build/src/engine/agent.js


/**
 * The agents this version knows, as they sign their pull requests: accounts, branch prefixes, commit
 * trailers and e-mail addresses. A policy adds to these lists. `*` stands for any characters.
 */
const KNOWN_AGENTS = {
    authors: [
        'amazon-q-developer[bot]',
        'anthropic-code-agent[bot]',
        'blackbox-agent[bot]',
        'chatgpt-codex-connector[bot]',
        'claude',
        'claude[bot]',
        'codegen-sh[bot]',
        'copilot',
        'copilot-swe-agent[bot]',
        'cursor[bot]',
        'cursoragent',
        'devin-ai-integration[bot]',
        'ellipsis-dev[bot]',
        'factory-droid[bot]',
        'gemini-cli[bot]',
        'gemini-code-assist[bot]',
        'github-copilot[bot]',
        'google-labs-jules[bot]',
        'kiro-agent[bot]',
        'lovable-dev[bot]',
        'openai-code-agent[bot]',
        'openhands-agent',
        'openhands-ai[bot]',
        'replit-agent[bot]',
        'sweep-ai[bot]',
        'v0[bot]',
    ],
    branches: [
        'agent/**',
        'claude/**',
        'codex/**',
        'copilot/**',
        'cursor/**',
        'devin/**',
        'jules/**',
        'openhands/**',
        'sweep/**',
    ],
    trailers: [
        'Co-authored-by: *<*+copilot@users.noreply.github.com>',
        'Co-authored-by: *<copilot@*>',
        'Co-authored-by: *<cursoragent@cursor.com>',
        'Co-authored-by: *<noreply@aider.chat>',
        'Co-authored-by: *<noreply@anthropic.com>',
        'Co-authored-by: *<noreply@openai.com>',
        'Co-authored-by: *<openhands@all-hands.dev>',
        'Co-authored-by: aider*',
        'Co-authored-by: claude code*',
        'Co-authored-by: claude haiku*',
        'Co-authored-by: claude opus*',
        'Co-authored-by: claude sonnet*',
        'Co-authored-by: codex*',
        'Co-authored-by: copilot*',
        'Co-authored-by: cursor*',
        'Co-authored-by: devin ai*',
        'Co-authored-by: devin-ai*',
        'Co-authored-by: gemini*',
        'Co-authored-by: google-labs-jules*',
        'Co-authored-by: openhands*',
        '*Generated with [Claude Code]*',
    ],
    labels: ['agent-authored', 'ai-generated'],
};
const KNOWN_PEOPLE = (/* unused pure expression or super */ null && ([
    'aider (*',
    '* (aider)',
    '*+copilot@users.noreply.github.com',
    'cursoragent@cursor.com',
    'noreply@anthropic.com',
    'openhands@all-hands.dev',
]));
/**
 * Looks for any sign of an agent. Most signs are the author's own words, which is safe in one
 * direction only: they can put a change under the gate, never take it out. When the commits could not
 * be read, the change counts as an agent's.
 */
function detectAgent(added, evidence) {
    const signs = joinSigns(KNOWN_AGENTS, added);
    const people = evidence.commits.flatMap((commit) => commit.people);
    const lines = [evidence.body, ...evidence.commits.map((commit) => commit.message)].flatMap((text) => text.split(/[\r\n]+/).map((line) => line.trim()));
    const isBranch = denyMatcher(signs.branches);
    const found = {
        author: evidence.author !== null && anyMatches([evidence.author.login], signs.authors),
        branch: evidence.headRefs.some(isBranch),
        commit: anyMatches(people, [...botsOf(signs.authors), ...KNOWN_PEOPLE]),
        label: anyMatches(evidence.labels, signs.labels),
        trailer: anyMatches(lines, signs.trailers),
        unknown: evidence.defects.some(({ rule, path }) => rule === 'evidence/incomplete' && path === undefined),
    };
    const signals = Object.keys(found).filter((signal) => found[signal]);
    return { is_agent: signals.length > 0, signals };
}
/**
 * The known agents' signs in commits and branch names, the most frequent first: who is at work in a
 * repository. A report only; what a change shows is for `detectAgent`.
 */
function findKnownSigns(commits, branches) {
    const written = commits.map(({ sha, message, people }) => ({
        sha,
        people,
        lines: [...new Set(message.split(/[\r\n]+/).map((line) => line.trim()))],
    }));
    const shas = (shows) => written.filter(shows).map(({ sha }) => sha);
    const signs = [
        ...[...botsOf(KNOWN_AGENTS.authors), ...KNOWN_PEOPLE].map((sign) => countSign('commit', sign, shas(({ people }) => anyMatches(people, [sign])))),
        ...KNOWN_AGENTS.trailers.map((sign) => countSign('trailer', sign, shas(({ lines }) => anyMatches(lines, [sign])))),
        ...KNOWN_AGENTS.branches.map((sign) => countSign('branch', sign, branches.filter(denyMatcher([sign])))),
    ];
    return signs.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}
function countSign(signal, sign, examples) {
    return { signal, sign, count: examples.length, example: examples[0] ?? '' };
}
/** A commit's author is a name or an address: only a bot's login cannot be a person's first name. */
function botsOf(authors) {
    return authors.filter((author) => author.endsWith('[bot]'));
}
function joinSigns(known, added) {
    return {
        authors: [...known.authors, ...added.authors],
        branches: [...known.branches, ...added.branches],
        trailers: [...known.trailers, ...added.trailers],
        labels: [...known.labels, ...added.labels],
    };
}
function anyMatches(texts, patterns) {
    return texts.some((text) => patterns.some((pattern) => matchesWildcard(text, pattern)));
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/roster.js
/**
 * Makes the answer to "is this person that owner": users by login, teams by what GitHub said of the
 * people who signed, else by the policy's own `teams` map. An owner given by e-mail is unknown: no
 * server fact ties an address to an account.
 */
function makeRoster(teams, written) {
    const byName = new Map(Object.entries(written).map(([team, people]) => [team.toLowerCase(), people]));
    return (login, owner) => {
        const wanted = owner.toLowerCase();
        if (!wanted.startsWith('@'))
            return 'unknown';
        if (!wanted.includes('/'))
            return wanted === `@${login.toLowerCase()}`;
        const read = teams.get(wanted);
        const members = read === undefined || read === 'unreadable' ? byName.get(wanted) : read.members;
        return members === undefined ? 'unknown' : isAmong(login, members);
    };
}
function isAmong(login, people) {
    const wanted = login.toLowerCase();
    return wanted !== '' && people.some((person) => person.toLowerCase() === wanted);
}

;// CONCATENATED MODULE: ./build/src/engine/time.js
/** ISO 8601 in UTC or with a zone; without one it would be read in the zone of whoever reads it. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** Server times have a resolution of one second. */
function toSecond(time) {
    return Math.floor(Date.parse(time) / 1000);
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/standing.js

/**
 * Finds out what an approval was given for: the place of the head ref at that moment by the server's
 * log, never a commit's date. In the same second as a move the order cannot be known, so it is stale.
 */
function findStanding(fact, evidence, mayCarry, proven = new Set()) {
    const facts = evidence.facts ?? [];
    const at = toSecond(fact.at);
    const moves = facts.filter((other) => other.kind === 'push');
    if (facts.some((other) => other.kind === 'retargeted' && toSecond(other.at) >= at))
        return 'retargeted';
    if (moves.some((move) => toSecond(move.at) === at))
        return 'stale';
    if (fact.head_sha === '')
        return 'unknown';
    if (fact.head_sha === evidence.headSha)
        return 'fresh';
    const isSame = isSameWork(evidence, fact.head_sha, evidence.headSha, proven);
    return mayCarry && isSame ? 'carried' : 'stale';
}
/**
 * Whether two heads hold the same work: the same effective patch, the same changes of plans, and beside
 * them only evidence files. Those in `proven` are chains and seals of the present head; anything else
 * in their folder counts as work.
 */
function isSameWork({ heads }, one, other, proven) {
    const then = heads.get(one);
    const now = heads.get(other);
    if (then === undefined || now === undefined || then.patch !== now.patch)
        return false;
    const isSameAudit = changedBlobs(then.audit, now.audit).every((path) => proven.has(path));
    return isSameAudit && changedBlobs(then.plans, now.plans).length === 0;
}
function changedBlobs(then, now) {
    return [...new Set([...then.keys(), ...now.keys()])].filter((path) => then.get(path) !== now.get(path));
}
/**
 * The last event of a label, when it is one of applying it. Names are compared as GitHub does,
 * ignoring case. `present` are the labels on the pull request now, where that is known: a label that
 * was deleted or renamed leaves no event behind.
 */
function findLiveLabel(facts, name, present) {
    const wanted = name.toLowerCase();
    const events = facts.filter((fact) => fact.kind === 'label' && fact.name.toLowerCase() === wanted);
    const last = events.at(-1);
    if (last?.kind !== 'label' || last.removed)
        return null;
    return present === null || present.some((label) => label.toLowerCase() === wanted) ? last : null;
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/independence.js



function findParticipants(evidence, proven) {
    const facts = evidence.facts ?? [];
    const openers = facts.filter((fact) => fact.kind === 'opened').map((fact) => fact.actor);
    return {
        authors: [...openers, ...(evidence.author === null ? [] : [evidence.author.login])],
        pushers: findPushers(evidence, proven),
        committers: findCommitters(evidence, proven),
    };
}
/**
 * Everyone who moved the head ref, except by a move that left the effective patch as it was: a clean
 * rebase or an update from the base changes nothing that would have to be signed for.
 */
function findPushers(evidence, proven) {
    return findMoves(evidence, proven).flatMap(({ move, isUpdate }) => (isUpdate ? [] : [move.actor]));
}
/** The moves of the head ref, each with whether it left the effective patch as it was. */
function findMoves(evidence, proven) {
    const moves = (evidence.facts ?? []).filter((fact) => fact.kind === 'push');
    return moves.map((move, at) => {
        const before = moves[at - 1]?.head_sha ?? '';
        return { move, isUpdate: isSameWork(evidence, before, move.head_sha, proven) };
    });
}
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9-]*(?:\[bot\])?$/;
const CO_AUTHOR = /^[ \t]*co-authored-by:.*<(?:\d+\+)?([^@<>\s]+)@users\.noreply\.github\.com>/gim;
/**
 * Authors, committers and co-authors by login. A merge that only updated the branch is no work of its
 * own; any other one may hold changes that neither of its parents has.
 */
function findCommitters(evidence, proven) {
    const updates = new Set(findMoves(evidence, proven).flatMap(({ move, isUpdate }) => (isUpdate ? [move.head_sha] : [])));
    return evidence.commits.flatMap(({ sha, people, message, isMerge }) => {
        const coAuthors = [...message.matchAll(CO_AUTHOR)].flatMap((match) => match[1] ?? []);
        const isUpdate = isMerge && updates.has(sha);
        return isUpdate ? coAuthors : [...people.filter((person) => LOGIN.test(person)), ...coAuthors];
    });
}
/** What ties a person to the change in a way the policy does not accept; null when they are free to sign. */
function findDependence(login, participants, independence, agents) {
    const demands = new Set(independence);
    if (demands.has('not-author') && isAmong(login, participants.authors))
        return 'author';
    if (demands.has('not-pusher') && isAmong(login, participants.pushers))
        return 'pusher';
    if (demands.has('not-committer') && isAmong(login, participants.committers))
        return 'committer';
    const known = [...KNOWN_AGENTS.authors, ...agents];
    return demands.has('not-bot') && isAmong(login, known) ? 'agent' : null;
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/signatures.js



/**
 * What makes a signature say something that is no longer so. The gate takes such a label off once it has said so;
 * what other problems speak against may still go away.
 */
const OUTDATED = new Set([
    'stale',
    'retargeted',
    'other-work',
]);
/**
 * Reads every label and review that could count. `owners` are those whose signature is asked for: a
 * label template has a label for each of them.
 */
function readSignatures(evidence, rules, owners) {
    const facts = evidence.facts ?? [];
    const judge = makeJudge(evidence, rules);
    const labels = namesToSignWith(rules.approvals.label, owners).flatMap(({ name, owner }) => {
        const label = findLiveLabel(facts, name, evidence.local ? null : evidence.labels);
        return label === null ? [] : [{ fact: label, owner }];
    });
    const reviews = rules.approvals.reviews ? findApprovingReviews(facts) : [];
    return [
        ...labels.map(({ fact, owner }) => toSignature(fact, fact.name, owner, judge(fact))),
        ...reviews.map((fact) => toSignature(fact, fact.state, null, judge(fact))),
    ];
}
/** The signature behind one label, whatever it is for; null when the label is not there. */
function readLabelSignature(evidence, rules, name) {
    const label = findLiveLabel(evidence.facts ?? [], name, evidence.local ? null : evidence.labels);
    return label === null
        ? null
        : toSignature(label, label.name, null, makeJudge(evidence, rules)(label));
}
/** The labels that sign: the plain one, or the template filled in for each owner. */
function namesToSignWith(template, owners) {
    if (!template.includes('{owner}'))
        return [{ name: template, owner: null }];
    return [...new Set(owners)].map((owner) => ({
        name: template.replaceAll('{owner}', owner.replace(/^@/, '')),
        owner,
    }));
}
function toSignature(fact, name, owner, { standing, problem }) {
    return { actor: fact.actor, via: fact.kind, name, owner, at: fact.at, standing, problem };
}
/** The latest review of each person that says yes or no, when it says yes. */
function findApprovingReviews(facts) {
    return [...latestReviews(facts).values()].filter((review) => review.state === 'APPROVED');
}
/** The latest review of each person that is more than a comment, by login in lower case. */
function latestReviews(facts) {
    const latest = new Map();
    for (const fact of facts) {
        if (fact.kind !== 'review' || fact.state === 'COMMENTED' || fact.state === 'PENDING')
            continue;
        latest.set(fact.actor.toLowerCase(), fact);
    }
    return latest;
}
function makeJudge(evidence, { approvals, agents, participants, proven, isForOtherWork }) {
    const reviews = latestReviews(evidence.facts ?? []);
    return (fact) => {
        const mayCarry = approvals.carry_over === 'identical-patch';
        const standing = findStanding(fact, evidence, mayCarry, proven);
        const problem = findPersonProblem(fact) ??
            findDependence(fact.actor, participants, approvals.independence, agents) ??
            findStandingProblem(standing) ??
            (isForOtherWork(fact) ? 'other-work' : null) ??
            (isWithdrawn(fact, reviews) ? 'withdrawn' : null) ??
            (approvals.after_report && !isAfterReport(fact, evidence) ? 'before-report' : null);
        return { standing, problem };
    };
}
/** Users only: no bot, no App that acts for somebody, no deleted account. */
function findPersonProblem(fact) {
    if (fact.actor_type !== 'User' || fact.actor === '')
        return 'bot';
    return fact.kind === 'label' && fact.via_app !== null ? 'app' : null;
}
function findStandingProblem(standing) {
    if (standing === 'unknown')
        return 'unknown-head';
    return standing === 'stale' || standing === 'retargeted' ? standing : null;
}
/**
 * A later "changes requested" takes back whatever the same person signed before. A dismissed review
 * may have been one: others can dismiss it, and that must not revive a signature.
 */
function isWithdrawn(fact, reviews) {
    const latest = reviews.get(fact.actor.toLowerCase());
    return (latest !== undefined && latest.state !== 'APPROVED' && toSecond(latest.at) >= toSecond(fact.at));
}
/**
 * Nobody can have signed for a report that was not there yet. A later report of the same App says the
 * same again; whoever can publish check runs can imitate the gate's name, but not its App, so the first
 * report of each App counts.
 */
function isAfterReport(fact, { facts }) {
    const reports = (facts ?? []).filter((it) => it.kind === 'report' && it.head_sha === fact.head_sha);
    const first = new Map(reports.toReversed().map((report) => [report.actor, report]));
    return first.size > 0 && [...first.values()].every(({ at }) => toSecond(at) < toSecond(fact.at));
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/invitation.js



/** GitHub's limit for the name of a label, in characters. */
const MAX_LABEL = 50;
/** Finds out who of these owners can sign for the change as it is, and how. */
function inviteToSign(owners, evidence, { rules, participants, agents, taken, outdated }) {
    const unnamed = owners.filter((owner) => !owner.startsWith('@'));
    const barred = owners.filter((owner) => isPerson(owner) &&
        findDependence(owner.slice(1), participants, rules.independence, agents) !== null);
    const able = owners.filter((owner) => !unnamed.includes(owner) && !barred.includes(owner));
    const isTaken = (name) => rules.reviews && taken.some((it) => isSameLabel(it.name, name));
    const names = namesToSignWith(rules.label, able).map(({ name }) => name);
    const labels = names.filter((name) => name.length <= MAX_LABEL && !isTaken(name));
    return {
        able,
        barred,
        unnamed,
        labels,
        worn: labels.filter((name) => isWorn(name, evidence)),
        // By the policy's spelling of the label, as the others are.
        outdated: labels.flatMap((name) => outdated.filter((it) => isSameLabel(it.name, name)).map((it) => ({ ...it, name }))),
        overlong: names.filter((name) => name.length > MAX_LABEL),
        reviews: rules.reviews,
    };
}
/** How to sign as facts of a finding. What is usual is left out: the facts are part of its id. */
function tellHowToSign({ labels, overlong, reviews }) {
    const isImpossible = labels.length === 0 && !reviews;
    return { labels, reviews, ...(isImpossible && { overlong }) };
}
/** The labels that are in the way. They come and go while the same is missing, so they are no part of an id. */
function tellWornLabels({ worn, outdated }) {
    const actors = outdated.map(({ actor }) => actor || 'somebody');
    return {
        worn,
        outdated: listOutdated(outdated),
        outdated_by: [...new Set(actors)],
    };
}
/** The labels among outdated signatures, each once. */
function listOutdated(outdated) {
    return [...new Set(outdated.map(({ name }) => name))];
}
/** Whether an owner is one person by login, not a team. */
function isPerson(owner) {
    return owner.startsWith('@') && !owner.includes('/');
}
function isWorn(name, { local, labels, facts }) {
    if (labels.some((label) => isSameLabel(label, name)))
        return true;
    return local && findLiveLabel(facts ?? [], name, null) !== null;
}
/** GitHub ignores case in the names of labels. */
function isSameLabel(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/work.js

/**
 * What people sign for, beside the head commit: the plan and the effective patch. The head alone does
 * not name them: a plan may be replaced on the base, the description may come to name another one, and a
 * base that is rewritten gives the same head another diff. The gate writes both into its report, so a
 * later run can tell what a person had before them.
 */
const DIGITS = 32;
/** The work as it is now; null when the present head could not be described. */
function describeWork(evidence, planSha256) {
    const patch = evidence.heads.get(evidence.headSha)?.patch;
    return patch === undefined ? null : toWork(planSha256, patch);
}
/** Shortens two digests to what a report carries. */
function toWork(planSha256, patch) {
    return { plan: planSha256?.slice(0, DIGITS) ?? null, patch: patch.slice(0, DIGITS) };
}
/**
 * Compares signatures with the present work, by the gate's reports: of each App the last one on the
 * signed head before the signature says what the person had before them, and every later one, there or
 * on the present head, what the signature came to stand under. Without the later ones, who signs before
 * the first report would be bound to nothing. Reports can be imitated by whoever may publish check runs,
 * and their times are their publisher's word: a report that differs only ever ends a signature.
 */
function compareWork(evidence, planSha256) {
    const present = describeWork(evidence, planSha256);
    if (present === null)
        return () => false;
    const reportsOn = (headSha) => findReports(evidence.facts ?? [], headSha);
    const onPresent = reportsOn(evidence.headSha);
    return ({ at, head_sha: signedHead }) => {
        const signed = toSecond(at);
        const onSigned = reportsOn(signedHead);
        const bound = [...onSigned.filter((report) => isSince(report, signed)), ...lastOfEachApp()];
        const carried = onPresent.filter((report) => isSince(report, signed));
        return (bound.some((report) => isOtherWork(report, onSigned, present)) ||
            carried.some((report) => isOtherWork(report, onPresent, present)));
        function lastOfEachApp() {
            const earlier = onSigned.filter((report) => !isSince(report, signed));
            return [...new Map(earlier.map((report) => [report.actor, report])).values()];
        }
    };
}
/** The reports on a head, by time. One that does not say what it was about is passed over. */
function findReports(facts, headSha) {
    return facts.filter((fact) => fact.kind === 'report' && fact.head_sha === headSha && fact.work != null);
}
/** In the same second nobody can say which of the two came first. */
function isSince({ at }, second) {
    return toSecond(at) >= second;
}
/**
 * A report without a plan says that the plan was still to come, unless one before it on that head named
 * another plan: then the description was made to name none, so that a signature would be for any.
 */
function isOtherWork(report, onHead, present) {
    const { plan, patch } = report.work;
    if (patch !== present.patch)
        return true;
    if (plan !== null)
        return plan !== present.plan;
    return onHead
        .slice(0, onHead.indexOf(report))
        .some(({ work }) => work.plan !== null && work.plan !== present.plan);
}
/** A check run's `external_id` takes a few of these; GitHub documents no limit, so it is kept short. */
const MAX_REPORTED = 3;
const REPORTED = /^(\d{1,10}):([0-9a-f]{32}|-):([0-9a-f]{32})$/;
/** The works of pull requests, by number, as one line for a report to carry. */
function formatReportedWork(works) {
    const entries = [...works].map(([number, { plan, patch }]) => `${number}:${plan ?? '-'}:${patch}`);
    return entries.slice(0, MAX_REPORTED).join(' ');
}
/** What such a line says of one pull request; null when it says nothing. */
function parseReportedWork(line, wanted) {
    for (const entry of line.split(' ')) {
        const [, number, plan, patch] = REPORTED.exec(entry) ?? [];
        if (patch !== undefined && Number(number) === wanted) {
            return { plan: plan === '-' ? null : (plan ?? null), patch };
        }
    }
    return null;
}
const CONCLUDED = /^(\d{1,10})=(pass|block|override|not-applicable)$/;
/** Conclusions that people may have to be told of. */
const TOLD = (/* unused pure expression or super */ null && (['block', 'override']));
/**
 * Those of the conclusions that a report has room for: first what people have to be told of, then by number. Anybody
 * may open pull requests with a head that is there already, so the choice must not depend on which of them is looked at.
 */
function pickReported(conclusions) {
    const rank = (conclusion) => (TOLD.includes(conclusion) ? 0 : 1);
    const sorted = [...conclusions].sort(([a, one], [b, other]) => rank(one) - rank(other) || a - b);
    return new Map(sorted.slice(0, MAX_REPORTED));
}
/**
 * What was concluded about pull requests, by number, to stand beside their works: `7=block`. Written only by runs that
 * tell people: one that may not tell has to leave the news to a later one.
 */
function formatReportedConclusions(conclusions) {
    const entries = [...pickReported(conclusions)];
    return entries.map(([number, conclusion]) => `${number}=${conclusion}`).join(' ');
}
/** What such a line says was concluded about one pull request; null when it says nothing. */
function parseReportedConclusion(line, wanted) {
    for (const entry of line.split(' ')) {
        const [, number, conclusion] = CONCLUDED.exec(entry) ?? [];
        if (conclusion !== undefined && Number(number) === wanted)
            return conclusion;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/engine/approvals/bench.js









/** The bench for a change under a policy and the plan it is held against, if any. */
function openBench(evidence, policy, planSha256) {
    const rules = policy.approvals ?? defaults/* DEFAULT_APPROVALS */.X;
    const codeowners = readCodeowners(evidence);
    const ownersOfPath = bench_remember((path) => ownersOf(codeowners, path));
    const roster = makeRoster(evidence.teams, policy.teams);
    const owners = ownersOfChange(evidence.files, ownersOfPath);
    const asked = [...new Set([...owners, ...listApprovers(rules, policy)])];
    const proven = findEvidenceFiles(evidence.files, null);
    const participants = findParticipants(evidence, proven);
    const agents = policy.agents.authors;
    const isForOtherWork = compareWork(evidence, planSha256);
    const signing = { approvals: rules, agents, participants, proven, isForOtherWork };
    const signatures = readSignatures(evidence, signing, asked);
    const good = signatures.filter((signature) => signature.problem === null);
    const isSignedBy = (wanted) => wanted.some((owner) => good.some((signature) => speaksFor(signature, owner, roster)));
    const approversOf = ({ path, approvers }) => approvers !== undefined && approvers.length > 0 ? approvers : ownersOfPath(path ?? '');
    const taken = good.filter((it) => it.via === 'label' && mayStandFor(it, asked, roster));
    const outdated = signatures.filter(({ via, problem }) => via === 'label' && OUTDATED.has(problem));
    const invitations = { rules, participants, agents, taken, outdated };
    const invite = (wanted) => inviteToSign(wanted, evidence, invitations);
    const accept = (label) => judgeAcceptance(readLabelSignature(evidence, signing, label), owners, roster);
    return {
        rules,
        roster,
        agents,
        participants,
        proven,
        signatures,
        asked,
        codeowners,
        ownersOf: ownersOfPath,
        unknownOwnersOf: (path) => findOwnerRule(codeowners, path)?.unknown ?? [],
        isAccepted: (label) => accept(label).isGiven,
        acceptance: accept,
        isForOtherWork,
        isSignedBy,
        invite,
        settles: (finding) => isSignedBy(approversOf(finding)),
        advise: (finding) => invite(approversOf(finding)),
    };
}
/** The label counts when a good signature of an owner stands behind it. */
function judgeAcceptance(signature, owners, roster) {
    const answers = signature === null ? [] : owners.map((owner) => roster(signature.actor, owner));
    const isOwner = answers.includes(true) || (answers.includes('unknown') ? 'unknown' : false);
    return { isGiven: isOwner === true && signature?.problem === null, signature, isOwner };
}
/** Several checks ask for the owners of the same paths; a large CODEOWNERS is gone through once for each. */
function bench_remember(find) {
    const known = new Map();
    return (path) => {
        const found = known.get(path) ?? find(path);
        known.set(path, found);
        return found;
    };
}
/** The bench where no policy can be read: a repair of it is signed for by the usual rules. */
function openBenchWithoutPolicy(evidence) {
    const agents = { authors: [], branches: [], trailers: [], labels: [] };
    const policy = { approvals: null, agents, paths: [], patterns: [], teams: {} };
    return openBench(evidence, policy, null);
}
/** Whether a signature counts for an owner: a label of its own only for the owner it names. */
function speaksFor({ actor, owner: named }, owner, roster) {
    const isMeant = named === null || named.toLowerCase() === owner.toLowerCase();
    return isMeant && roster(actor, owner) === true;
}
/** Whether a signature stands for one of these owners, or for all anybody can say might. */
function mayStandFor(signature, owners, roster) {
    return owners.some((owner) => {
        const mayBeIn = owner.startsWith('@') && roster(signature.actor, owner) === 'unknown';
        return speaksFor(signature, owner, roster) || mayBeIn;
    });
}
/** The owners of every changed path, each once. */
function ownersOfChange(files, ownersOfPath) {
    return [...new Set(files.flatMap(namesOf).flatMap(ownersOfPath))];
}
function readCodeowners({ trusted, codeownersErrors }) {
    return parseCodeowners(trusted.codeowners?.bytes ?? new Uint8Array(), codeownersErrors);
}
function listApprovers(rules, { paths, patterns }) {
    const tiers = Object.values(rules.tiers).flatMap((tier) => tier.approvers);
    return [...tiers, ...[...paths, ...patterns].flatMap((rule) => rule.approvers)];
}

;// CONCATENATED MODULE: ./build/src/engine/chain/provenance.js




/** Gathers the chains of a change and verifies their seals against the policy's signers. */
function readProvenance(evidence, policy, planSha256) {
    const chains = collectChains(evidence);
    const readings = chains.flatMap(({ reading }) => reading ?? []);
    const sealedBy = new Map();
    const sealFindings = [];
    for (const chain of chains) {
        const verdict = judgeSeal(chain, evidence, policy, planSha256);
        if (typeof verdict === 'string')
            sealedBy.set(chain.id, verdict);
        else if (verdict !== null)
            sealFindings.push(verdict);
    }
    const isSigned = chains.length > 0 && chains.every(({ id }) => sealedBy.has(id));
    return {
        chains,
        readings,
        records: readings.reduce((sum, { records }) => sum + records, 0),
        assurance: chains.length === 0 ? 'none' : isSigned ? 'signed' : 'unanchored',
        sealedBy,
        sealFindings,
    };
}
/** Those of the change, and those named on a command line that are not among them. */
function collectChains({ files, localChains }) {
    const attached = findChainFiles(files);
    const known = new Set(attached.map(({ content }) => content && (0,hash/* sha256 */.s)(content)));
    const local = localChains.filter(({ bytes }) => !known.has((0,hash/* sha256 */.s)(bytes))).map(readLocalChain);
    return [...attached, ...local];
}
/** The signer's id, what is wrong with the seal, or null where there is none and none is asked for. */
function judgeSeal(chain, evidence, policy, planSha256) {
    const seal = findSeal(chain, evidence);
    if (seal === null) {
        return policy?.assurance === 'signed'
            ? { rule: 'audit/unsealed', level: 'deny', path: chain.path }
            : null;
    }
    const bad = (cause) => ({
        rule: 'audit/bad-seal',
        level: 'deny',
        path: seal.path,
        evidence: { cause },
    });
    if (seal.content === null)
        return bad('it is no plain file that can be read');
    if (chain.content === null || chain.reading === null)
        return bad('its chain cannot be read');
    const verdict = verifySeal(seal.content, {
        signers: policy?.signers ?? [],
        name: `${chain.id}.jsonl`,
        sha256: (0,hash/* sha256 */.s)(chain.content),
        reading: chain.reading,
        repository: evidence.repository,
    });
    if (!verdict.ok)
        return bad(SEAL_PROBLEMS[verdict.problem]);
    const isOtherPlan = verdict.plan_sha256 !== null && verdict.plan_sha256 !== planSha256;
    return isOtherPlan ? bad('it was made for another plan') : verdict.signer;
}
/** The seal beside a chain; its content is null when it is no plain file or cannot be read. */
function findSeal({ id, path }, { files, localChains }) {
    const local = localChains.find((chain) => chain.path === path);
    if (local !== undefined)
        return local.seal && { path, content: local.seal };
    const sealPath = `${places/* AUDIT_FOLDER */.PT}/${id}.dsse.json`;
    const file = files.find((it) => it.path === sealPath && it.after !== null);
    if (file === undefined)
        return null;
    return { path: sealPath, content: isPlainFile(file) ? file.content : null };
}

// EXTERNAL MODULE: ./build/src/engine/empty-evidence.js
var empty_evidence = __webpack_require__(279);
// EXTERNAL MODULE: ./build/src/engine/modes.js + 1 modules
var modes = __webpack_require__(9250);
;// CONCATENATED MODULE: ./build/src/engine/bare-case.js




const NO_PLAN = { selected: null, findings: [] };
/**
 * A case of some changed files with nothing around them: no pull request, nobody who signed, no chain.
 * For the examples of a policy, and for a single tool call before it is made.
 */
function makeBareCase(policy, files, planSelection = NO_PLAN) {
    const evidence = (0,empty_evidence/* emptyEvidence */.H)({ files });
    return {
        policy,
        evidence,
        agent: { is_agent: true, signals: [] },
        bench: openBench(evidence, policy, null),
        exempt: new Map(),
        modes: (0,modes/* resolveModes */.fd)(policy),
        override: null,
        planSelection,
        planApproval: null,
        provenance: readProvenance(evidence, null, null),
        acceptance: null,
        proposedPolicy: null,
        files,
        evidenceFiles: new Set(),
    };
}

// EXTERNAL MODULE: ./build/src/engine/blob.js
var blob = __webpack_require__(8429);
;// CONCATENATED MODULE: ./build/src/engine/matching/git-attributes.js
/**
 * Attributes that never change which bytes a checkout or an archive contains. Everything else does
 * (`filter`, `working-tree-encoding`, `ident`, `export-subst`) or may be a macro that does, so the
 * list names what is harmless. Source: gitattributes(5).
 */
const HARMLESS = /^(?:text|eol|crlf|binary|diff|merge|whitespace|encoding|delta|export-ignore|conflict-marker-size|linguist-[a-z-]+|gitlab-[a-z-]+|lockable)$/;
/** The attributes on changed lines that change what is checked out, sorted, each once. */
function findCheckoutAttributes(file) {
    const everyLine = file.status === 'renamed';
    const sides = [...file.text.after, ...file.text.before];
    const names = sides.flatMap((segment) => changedLines(segment, everyLine).flatMap((line) => attributesOf(line)));
    const effective = names.filter((name) => !HARMLESS.test(name));
    if (file.text.opaque !== null)
        effective.push('unreadable');
    return [...new Set(effective)].sort();
}
function changedLines({ lines, changed }, every) {
    return lines.filter((_, at) => every || changed[at] === true).flatMap((line) => line.split('\r'));
}
/** Git takes a quote for one only when the quoting is well-formed (attr.c, quote.c). */
const QUOTED_PATTERN = /^"(?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*"/;
const PLAIN_PATTERN = /^(?:\[attr\]\s*)?\S+/;
/** The attribute names of one line: what follows the pattern, without `-`, `!` and `=value`. */
function attributesOf(line) {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '' || text.startsWith('#'))
        return [];
    const pattern = QUOTED_PATTERN.exec(text) ?? PLAIN_PATTERN.exec(text);
    const rest = text.slice(pattern?.[0].length ?? 0);
    return rest
        .split(/\s+/)
        .map((attribute) => attribute.replace(/^[-!]/, '').replace(/=.*$/s, ''))
        .filter((name) => name !== '');
}

;// CONCATENATED MODULE: ./build/src/engine/matching/path-rules.js


const LINK_MODES = new Set(['120000', '160000']);
/** Three checks ask for the rules of one policy; they are compiled once. */
const compiled = new WeakMap();
function compilePathRules(rules) {
    const known = compiled.get(rules) ?? rules.map((rule) => ({ rule, matches: (0,glob/* denyMatcher */.H2)(rule.match) }));
    compiled.set(rules, known);
    return known;
}
/** Several checks ask what the same file runs into; it is found once. */
const found = new WeakMap();
/** Every rule a file runs into, under either of its names. */
function hitPathRules(rules, file) {
    const known = found.get(rules) ?? new WeakMap();
    const hits = known.get(file) ?? namesOf(file).flatMap((path) => hitUnder(path, rules, file));
    found.set(rules, known.set(file, hits));
    return hits;
}
function hitUnder(path, rules, file) {
    const events = eventsFor(file, path);
    return rules
        .filter(({ rule, matches }) => rule.on.some((on) => events.has(on)) && touches(matches, file, path))
        .map(({ rule }) => ({ rule, path }));
}
/** A rename deletes its old name and adds its new one; both count as renamed, too. */
function eventsFor(file, path) {
    if (file.status !== 'renamed')
        return new Set([file.status]);
    if (path === file.previousPath)
        return new Set(['renamed', 'deleted']);
    const edited = file.before?.blob !== file.after?.blob;
    return new Set(edited ? ['renamed', 'added', 'modified'] : ['renamed', 'added']);
}
/** A link or submodule at `p` stands for everything under `p/`. */
function touches(matches, file, path) {
    if (matches(path))
        return true;
    const modes = [file.before?.mode, file.after?.mode];
    return modes.some((mode) => mode !== undefined && LINK_MODES.has(mode)) && matches(`${path}/`);
}
const STRICTNESS = ['warn', 'approve', 'deny'];
/**
 * Lets a `paths` rule that names the path decide the level of a built-in finding (docs/policy.md); of
 * several rules the strictest. Its approvers then settle it.
 */
function applyPathRules(finding, rules, file) {
    const hits = hitPathRules(rules, file)
        .map(({ rule }) => rule)
        .filter((rule) => rule.relaxes.includes(finding.rule));
    const strictest = STRICTNESS.filter((level) => hits.some((rule) => rule.decision === level)).at(-1);
    if (strictest === undefined)
        return finding;
    const approvers = hits.find((rule) => rule.decision === strictest)?.approvers ?? [];
    return { ...finding, level: strictest, approvers };
}

;// CONCATENATED MODULE: ./build/src/engine/read-whole.js

/**
 * The changed files that the engine reads itself, from the first byte to the last, instead of only
 * scanning what changed. Spellings are folded: a file system may take one for the other.
 */
const POLICY_LIKE = /^\.github\/countersign[^/]*\.ya?ml$/;
/** `.gitattributes`, and the short names under which NTFS finds the same file. */
const ATTRIBUTES_NAME = /^(?:\.gitattributes|gitatt~[1-4]|gi7d29~[0-9a-f])$/;
/**
 * Whether `ChangedFile.content` must be set for the path: attributes, everything under
 * `.countersign/`, and policy files, among them the given ones.
 */
function isReadWhole(path, policyPaths = []) {
    const folded = foldPath(path);
    return (policyPaths.includes(path) ||
        folded.startsWith('.countersign/') ||
        POLICY_LIKE.test(folded) ||
        isAttributesFile(path));
}
/** Whether some file system takes the path for a `.gitattributes` file. */
function isAttributesFile(path) {
    const folded = (0,fold/* foldPath */.t)(path);
    return ATTRIBUTES_NAME.test(folded.slice(folded.lastIndexOf('/') + 1));
}

;// CONCATENATED MODULE: ./build/src/engine/checks/paths.js





/** Whether the change touches protected paths, or is of a kind that reaches beyond its own lines. */
const paths = {
    id: 'paths',
    run({ evidence, policy }) {
        const rules = compilePathRules(policy.paths);
        const findings = evidence.files.flatMap((file) => [
            ...hitPathRules(rules, file).map(({ rule, path }) => ({
                rule: `path/${rule.id}`,
                level: rule.decision,
                path,
                reason: rule.reason,
                approvers: rule.approvers,
                evidence: { status: file.status },
            })),
            ...findKinds(file).map((finding) => applyPathRules(finding, rules, file)),
        ]);
        const touched = new Set(findings.map((finding) => finding.path)).size;
        const summary = touched === 0
            ? `no protected path touched (${countOf(rules.length, 'rule')})`
            : `${countOf(touched, 'path')} under ${countOf(new Set(findings.map((it) => it.rule)).size, 'rule')}`;
        return { findings, summary };
    },
};
function findKinds(file) {
    const { before, after, path } = file;
    const findings = [];
    if (after?.mode === '120000')
        findings.push({ rule: 'change/symlink', level: 'deny', path });
    if ((0,blob/* isSubmodule */.X)(after) || (0,blob/* isSubmodule */.X)(before)) {
        findings.push({ rule: 'change/submodule', level: 'deny', path });
    }
    if (after?.mode === '100755' && before?.mode !== '100755') {
        findings.push({
            rule: 'change/executable',
            level: 'warn',
            path,
            evidence: { new: before === null },
        });
    }
    const attributes = namesOf(file).some(isAttributesFile) ? findCheckoutAttributes(file) : [];
    if (attributes.length > 0) {
        findings.push({ rule: 'change/git-attributes', level: 'deny', path, evidence: { attributes } });
    }
    return findings;
}

// EXTERNAL MODULE: ./build/src/engine/text/invisible.js
var invisible = __webpack_require__(3749);
// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/src/engine/matching/expression.js + 1 modules
var matching_expression = __webpack_require__(8172);
// EXTERNAL MODULE: ./build/src/engine/once.js
var once = __webpack_require__(8547);
// EXTERNAL MODULE: ./build/src/engine/text/need.js
var need = __webpack_require__(9948);
;// CONCATENATED MODULE: ./build/src/engine/text/literal-search.js

/**
 * Makes a search for many literals at once (Aho and Corasick, 1975). Texts are folded on the way as
 * `foldForNeeds` folds them; the literals are folded already, and none is empty.
 */
function makeLiteralSearch(literals) {
    const classOf = classifyCharacters(literals);
    const { table, endingAt } = makeTable(growTree(literals, classOf));
    return (text) => {
        const found = new Set();
        let state = 0;
        for (let at = 0; at < text.length; at += 1) {
            state = table[state + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
            if (state < 0) {
                state = ~state;
                for (const index of endingAt.get(state) ?? [])
                    found.add(index);
            }
        }
        return found;
    };
}
const CLASSIFIED = 0x212b;
/** Characters that fold to the same one share a class; those of no literal share class 0. */
function classifyCharacters(literals) {
    const classes = new Map([...new Set(literals.join(''))].map((it, index) => [it, index + 1]));
    const classOf = new Uint8Array(CLASSIFIED);
    const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
    for (const character of [...ascii, ...need/* BEYOND_ASCII */.az]) {
        classOf[character.charCodeAt(0)] = classes.get((0,need/* foldForNeeds */.W7)(character)) ?? 0;
    }
    return classOf;
}
function growTree(literals, classOf) {
    const root = { next: new Map(), ends: [] };
    let nodes = 1;
    for (const [index, literal] of literals.entries()) {
        let node = root;
        for (let at = 0; at < literal.length; at += 1) {
            const kind = classOf[literal.charCodeAt(at)] ?? 0;
            const next = node.next.get(kind) ?? { next: new Map(), ends: [] };
            if (!node.next.has(kind))
                nodes += 1;
            node.next.set(kind, next);
            node = next;
        }
        node.ends.push(index);
    }
    return { root, width: Math.max(...classOf) + 1, nodes };
}
/**
 * A row for every node, those of shorter beginnings first: where a node does not go on itself, the
 * longest other beginning that the text ends with does, and its row is finished already.
 */
function makeTable({ root, width, nodes }) {
    const table = new Int32Array(nodes * width);
    const endingAt = new Map();
    const queue = [{ node: root, state: 0, fallback: 0 }];
    let used = width;
    for (const { node, state, fallback } of queue) {
        if (state > 0)
            table.copyWithin(state, fallback, fallback + width);
        for (const [kind, next] of node.next) {
            const shorter = stateOf(table[state + kind]);
            const ends = [...next.ends, ...(endingAt.get(shorter) ?? [])];
            queue.push({ node: next, state: used, fallback: shorter });
            table[state + kind] = ends.length === 0 ? used : ~used;
            if (ends.length > 0)
                endingAt.set(used, ends);
            used += width;
        }
    }
    return { table, endingAt };
}
function stateOf(entry = 0) {
    return entry < 0 ? ~entry : entry;
}

;// CONCATENATED MODULE: ./build/src/engine/text/choose.js

/** Makes a function that goes through a text once and gives the indexes of all needs that it meets. */
function makeChooser(needs) {
    const literals = [...new Set(needs.flatMap(literalsOf))];
    const indexOf = new Map(literals.map((literal, index) => [literal, index]));
    const conditions = needs.map((need) => toCondition(need, indexOf));
    const search = makeLiteralSearch(literals);
    // Without any literal only few needs can be met; the others are asked about when one turns up.
    const always = [...conditions.keys()].filter((at) => conditions[at]?.(SIGNS, new Set()));
    const askedBy = literals.map(() => []);
    for (const [at, need] of needs.entries())
        for (const literal of literalsOf(need))
            askedBy[indexOf.get(literal) ?? 0]?.push(at);
    return (text) => {
        const found = search(text);
        const asked = new Set(always);
        for (const literal of found)
            for (const at of askedBy[literal] ?? [])
                asked.add(at);
        return [...asked].filter((at) => conditions[at]?.(text, found));
    };
}
/** Looked for by themselves: so short that they are in every other text. */
const SIGNS = '!"#$%&\'()*+,-./0123456789:;<=>?@[\\]^_`{|}~';
/** The literals of a need that are worth a search. */
function literalsOf(need) {
    if (typeof need === 'string')
        return need.length > 1 ? [need] : [];
    if (need === true || 'ends' in need)
        return [];
    return ('all' in need ? need.all : need.any).flatMap(literalsOf);
}
function toCondition(need, indexOf) {
    if (need === true || (typeof need === 'object' && 'ends' in need))
        return () => true;
    if (typeof need === 'string') {
        const index = indexOf.get(need);
        if (index !== undefined)
            return (_text, found) => found.has(index);
        return SIGNS.includes(need) ? (text) => text.includes(need) : () => true;
    }
    if ('all' in need) {
        const all = need.all.map((one) => toCondition(one, indexOf));
        return (text, found) => all.every((condition) => condition(text, found));
    }
    const any = need.any.map((one) => toCondition(one, indexOf));
    return (text, found) => any.some((condition) => condition(text, found));
}

// EXTERNAL MODULE: ./build/src/engine/text/expression-need.js + 1 modules
var expression_need = __webpack_require__(489);
;// CONCATENATED MODULE: ./build/src/engine/text/find-expressions.js






/**
 * Makes a finder for many expressions. Almost always the text lacks a literal that an expression needs;
 * what is left is tried by RE2. Nothing is compiled before it is first tried.
 */
function makeFinder(expressions) {
    const candidates = expressions.map((expression, index) => ({
        index,
        expression,
        need: (0,expression_need/* needOfExpression */.Q)(expression),
    }));
    const chooseFor = makeChooser(candidates.map(({ need }) => need));
    const groups = cutIntoGroups(candidates).map(makeGroup);
    return (text, isWanted) => {
        const chosen = new Set(chooseFor(text).filter(isWanted));
        return chosen.size === 0 ? [] : groups.flatMap((findIn) => findIn(text, chosen));
    };
}
/**
 * Expressions scanned together in one pass. The automaton of a set grows with the product of its
 * members' states: eight at a time were 5 times faster than 48 at once on 3.8 MB of real diffs.
 */
const GROUP_SIZE = 8;
/** Up to so many are faster one by one than a whole group is. */
const MAX_SINGLE = 2;
/** Those that come up in most texts end up together, so that one pass over such a text does. */
function cutIntoGroups(candidates) {
    const weakest = [...candidates].sort((one, other) => (0,need/* strengthOf */.NY)(one.need) - (0,need/* strengthOf */.NY)(other.need));
    const count = Math.ceil(weakest.length / GROUP_SIZE);
    return Array.from({ length: count }, (_, at) => weakest.slice(at * GROUP_SIZE, (at + 1) * GROUP_SIZE));
}
function makeGroup(group) {
    const members = group.map(({ index, expression }) => ({
        index,
        compile: (0,once/* once */.O)(() => (0,matching_expression/* compileExpression */.Wo)(expression)),
    }));
    const compileSet = (0,once/* once */.O)(() => makeSet(group));
    return (text, chosen) => {
        const tried = members.filter(({ index }) => chosen.has(index));
        if (tried.length === 0)
            return [];
        const matching = tried.length <= MAX_SINGLE ? null : new Set(compileSet().match(text));
        const isMatch = (member) => matching === null ? member.compile().test(text) : matching.has(members.indexOf(member));
        return tried.filter(isMatch).map(({ index, compile }) => ({ index, expression: compile() }));
    };
}
function makeSet(group) {
    const set = new build/* RE2Set */.QG(build/* RE2Set */.QG.UNANCHORED, build/* RE2JS */.L3.MULTILINE);
    for (const { expression } of group)
        set.add((0,matching_expression/* withFlags */.WW)(expression));
    return set;
}

// EXTERNAL MODULE: ./build/src/engine/text/normalise.js
var normalise = __webpack_require__(5856);
;// CONCATENATED MODULE: ./build/src/engine/text/scan.js


/**
 * Makes a scanner that finds expressions in linear time (RE2), in the text as written and in its
 * normalised spelling, over line ends. A match counts when it touches a changed line or spans a place
 * where lines were taken out.
 */
function makeScanner(expressions) {
    const find = makeFinder(expressions);
    return (segment, { isWanted = () => true, countsAsChanged = () => false } = {}) => {
        const hits = new Map();
        for (const spelling of spellingsOf(segment.lines)) {
            for (const { index, expression } of find(spelling.text, isWanted)) {
                const line = firstChangedLine(expression, spelling.place(), segment, countsAsChanged(index));
                if (line !== null)
                    hits.set(index, Math.min(line, hits.get(index) ?? line));
            }
        }
        return [...hits].map(([index, line]) => ({ index, line }));
    };
}
/** The text as written, and normalised where that differs. */
function spellingsOf(lines) {
    const text = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
    const written = { text, place: () => (0,normalise/* joinLines */.cT)(lines, false) };
    if ((0,normalise/* isPlain */.$i)(text))
        return [written];
    const normalised = (0,normalise/* joinLines */.cT)(lines.map(normalise/* normaliseLine */.$M), true);
    return normalised.text === text
        ? [written]
        : [written, { text: normalised.text, place: () => normalised }];
}
function firstChangedLine(expression, joined, segment, allCount) {
    const matcher = expression.matcher(joined.text);
    while (matcher.find()) {
        const first = (0,normalise/* lineAt */.mh)(joined.starts, matcher.start());
        const last = (0,normalise/* lineAt */.mh)(joined.starts, Math.max(matcher.start(), matcher.end() - 1));
        for (let at = first; at <= last; at += 1) {
            const isJoined = at > first && segment.joins?.includes(at) === true;
            if (allCount || isJoined || segment.changed[at] === true)
                return segment.firstLine + at;
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/engine/checks/patterns.js





/** Whether the changed lines hold content the policy forbids, or content that cannot be read. */
const patterns = {
    id: 'patterns',
    run(subject) {
        const { evidence, policy } = subject;
        const pathRules = compilePathRules(policy.paths);
        const compiled = compilePatterns(policy.patterns);
        const findings = evidence.files.flatMap((file) => [
            ...findPatterns(file, compiled),
            ...findHidden(file, compiled).map((finding) => applyPathRules(finding, pathRules, file)),
        ]);
        return { findings, summary: summarise(subject, findings) };
    },
};
/** Several changes may be judged by one policy; its expressions are compiled once. */
const patterns_known = new WeakMap();
function compilePatterns(rules) {
    const compiled = patterns_known.get(rules) ?? compileAnew(rules);
    patterns_known.set(rules, compiled);
    return compiled;
}
function compileAnew(rules) {
    return {
        rules,
        appliesTo: rules.map(({ paths }) => (paths.length === 0 ? () => true : (0,glob/* denyMatcher */.H2)(paths))),
        scan: makeScanner(rules),
    };
}
function findPatterns(file, { rules, appliesTo, scan }) {
    const found = new Map();
    const scanSide = (segments, side) => {
        const name = side === 'added' ? file.path : (file.previousPath ?? file.path);
        const isWanted = (at) => {
            const rule = rules[at];
            if (rule === undefined || found.has(rule.id))
                return false;
            return (rule.in === side || rule.in === 'any') && appliesTo[at]?.(name) === true;
        };
        const countsAsChanged = (at) => side === 'added' && isNewlyCovered(file, appliesTo[at]);
        for (const segment of segments) {
            for (const { index, line } of scan(segment, { isWanted, countsAsChanged })) {
                const rule = rules[index];
                if (rule === undefined)
                    continue;
                found.set(rule.id, toFinding(rule, name, side === 'added' ? line : null, side));
            }
        }
    };
    scanSide(file.text.after, 'added');
    scanSide(file.text.before, 'removed');
    return [...found.values()];
}
/** A file moved into a pattern's reach brings all of its lines, not only the edited ones. */
function isNewlyCovered(file, covers) {
    return covers !== undefined && file.previousPath !== null && !covers(file.previousPath);
}
function toFinding(rule, path, line, side) {
    return {
        rule: `pattern/${rule.id}`,
        level: rule.decision,
        path,
        ...(line !== null && { line }),
        reason: rule.reason,
        approvers: rule.approvers,
        evidence: { in: side },
    };
}
function findHidden(file, { rules, appliesTo }) {
    const findings = [];
    const invisible = findInvisibleLine(file);
    if (invisible !== null) {
        const { line, character } = invisible;
        findings.push({
            rule: 'pattern/invisible',
            level: 'deny',
            path: file.path,
            line,
            evidence: { character },
        });
    }
    const { opaque } = file.text;
    if (opaque === null)
        return findings;
    const relevant = rules.filter((rule, at) => isRelevant(rule, file) && appliesTo[at]?.(file.path) === true);
    if (file.after === null && relevant.length === 0)
        return findings;
    const denies = relevant.some((rule) => rule.decision === 'deny');
    findings.push({
        rule: 'pattern/unscannable',
        level: denies ? 'deny' : 'warn',
        path: file.path,
        evidence: { cause: opaque },
    });
    return findings;
}
function isRelevant(rule, file) {
    return rule.in === 'any' || (rule.in === 'added' ? file.after !== null : file.before !== null);
}
/** The first added line with a hiding character. Binary content has no lines to hide in. */
function findInvisibleLine(file) {
    if (file.text.opaque === 'binary')
        return null;
    for (const { firstLine, lines, changed } of file.text.after) {
        for (const [at, text] of lines.entries()) {
            const character = changed[at] === true ? (0,invisible/* findInvisible */.t)(text) : null;
            if (character !== null)
                return { line: firstLine + at, character };
        }
    }
    return null;
}
function summarise({ policy, evidence }, findings) {
    if (findings.length > 0)
        return countOf(findings.length, 'finding');
    return `nothing found by ${countOf(policy.patterns.length, 'pattern')} in ${countOf(evidence.files.length, 'file')}`;
}

;// CONCATENATED MODULE: ./build/src/engine/checks/scope.js


/** Whether the change does everything its plan says it must and nothing that the plan does not name. */
const scope = {
    id: 'scope',
    run(subject) {
        const { selected, findings } = subject.planSelection;
        if (selected === null) {
            return skip(findings.length === 0 ? 'no plan, so no scope' : 'no usable plan to compare with');
        }
        const outside = findOutside(subject, selected.plan);
        const untouched = isPlanProposal(subject) ? [] : findUntouched(subject, selected.plan);
        return {
            findings: [...outside, ...untouched],
            summary: scope_summarise(subject, outside.length, untouched.length),
        };
    },
};
function findOutside({ files }, plan) {
    const isPlanned = (0,glob/* allowMatcher */._c)([...plan.must, ...plan.may]);
    return files.flatMap((file) => namesOf(file)
        .filter((path) => !isPlanned(path))
        .map((path) => ({
        rule: 'scope/outside-plan',
        level: 'deny',
        path,
        evidence: { plan: plan.id, status: file.status },
    })));
}
function findUntouched({ files }, plan) {
    const changed = new Set(files.flatMap(namesOf));
    const paths = [...changed];
    return plan.must
        .filter((entry) => !changed.has(entry) && !paths.some((0,glob/* allowMatcher */._c)([entry])))
        .map((entry) => ({
        rule: 'scope/must-untouched',
        level: 'deny',
        evidence: { plan: plan.id, entry },
    }));
}
function scope_summarise({ files, evidenceFiles }, outside, untouched) {
    const extra = evidenceFiles.size === 0 ? '' : ` (and ${countOf(evidenceFiles.size, 'evidence file')})`;
    if (outside === 0 && untouched === 0)
        return `${countOf(files.length, 'file')}, all in plan${extra}`;
    const parts = [
        outside > 0 ? `${countOf(outside, 'path')} outside the plan` : '',
        untouched > 0 ? `${countOf(untouched, 'planned change')} missing` : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
}

;// CONCATENATED MODULE: ./build/src/engine/finding.js
/**
 * What a check says about a pull request. Checks and sources make bare findings: data without
 * words. The engine adds the stable id, the wording and whether it blocks.
 */
/** Strictest first: the order in which findings are listed. */
const LEVELS = ['deny', 'approve', 'warn', 'info'];

;// CONCATENATED MODULE: ./build/src/engine/matching/command-rules.js


/**
 * Makes the judge of shell commands: which command rules one runs into, in its own and in its
 * normalised spelling.
 */
function makeCommandJudge(rules) {
    const compiled = rules.map((rule) => ({ rule, expression: (0,matching_expression/* compileExpression */.Wo)(rule) }));
    return (command) => {
        const spellings = (0,normalise/* spellText */.KV)(command);
        return compiled
            .filter(({ expression }) => spellings.some((text) => expression.test(text)))
            .map(({ rule }) => ({
            rule: `command/${rule.id}`,
            level: rule.decision,
            reason: rule.reason,
            approvers: rule.approvers,
        }));
    };
}

// EXTERNAL MODULE: ./build/src/engine/text/decode.js
var text_decode = __webpack_require__(2182);
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends Diff {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

// EXTERNAL MODULE: ./build/src/engine/text/common-ends.js
var common_ends = __webpack_require__(9376);
;// CONCATENATED MODULE: ./build/src/engine/text/lines.js


/**
 * Edits searched for within one stretch of lines. The search takes the square of it in the worst
 * case, and the author of the change picks the lines.
 */
const MAX_EDITS = 500;
/** Steps that the searches within one file may take together. */
const MAX_EFFORT = 4 * MAX_EDITS ** 2;
/**
 * Which lines changed: a shortest edit script where it can be found within fixed effort, otherwise
 * more lines than necessary, never fewer. Depends on nothing but its input, so that two runs agree.
 */
function diffLines(before, after) {
    const isWhole = before.length === 0 || after.length === 0;
    const flags = {
        before: new Array(before.length).fill(isWhole),
        after: new Array(after.length).fill(isWhole),
    };
    if (isWhole)
        return flags;
    const [left, right] = dropUnique(...internMiddle(before, after));
    for (const line of left.dropped)
        flags.before[line] = true;
    for (const line of right.dropped)
        flags.after[line] = true;
    markStretch(left.kept, right.kept, { flags, effort: MAX_EFFORT }, true);
    return flags;
}
/** The lines between what both sides begin and end with. */
function internMiddle(before, after) {
    const { start, end } = (0,common_ends/* measureCommonEnds */.O)(before, after);
    const tokens = new Map();
    const intern = (text, index) => {
        const token = tokens.get(text) ?? tokens.size;
        tokens.set(text, token);
        return { token, at: start + index };
    };
    return [
        before.slice(start, before.length - end).map(intern),
        after.slice(start, after.length - end).map(intern),
    ];
}
function trimCommonEnds(before, after) {
    const { start, end } = (0,common_ends/* measureCommonEnds */.O)(before, after, isSameLine);
    return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}
function isSameLine(left, right) {
    return left?.token === right?.token;
}
/** A line that the other side does not have is changed, whatever surrounds it. */
function dropUnique(before, after) {
    return [sift(before, tokensOf(after)), sift(after, tokensOf(before))];
}
function tokensOf(lines) {
    return new Set(lines.map((line) => line.token));
}
function sift(lines, known) {
    return {
        kept: lines.filter((line) => known.has(line.token)),
        dropped: lines.filter((line) => !known.has(line.token)).map((line) => line.at),
    };
}
/** Marks the changed lines of a stretch; one too different is cut at lines both sides have once. */
function markStretch(before, after, search, mayCut) {
    const [left, right] = trimCommonEnds(before, after);
    if (markByShortestScript(left, right, search))
        return;
    const anchors = mayCut ? findAnchors(left, right) : [];
    if (anchors.length === 0) {
        markAll(left, right, search.flags);
        return;
    }
    let leftStart = 0;
    let rightStart = 0;
    for (const { left: leftEnd, right: rightEnd } of [
        ...anchors,
        { left: left.length, right: right.length },
    ]) {
        markStretch(left.slice(leftStart, leftEnd), right.slice(rightStart, rightEnd), search, false);
        leftStart = leftEnd + 1;
        rightStart = rightEnd + 1;
    }
}
function markAll(before, after, flags) {
    for (const line of before)
        flags.before[line.at] = true;
    for (const line of after)
        flags.after[line.at] = true;
}
/** False when no script was found within the bounds; then nothing was marked. */
function markByShortestScript(before, after, search) {
    if (before.length === 0 || after.length === 0) {
        markAll(before, after, search.flags);
        return true;
    }
    const maxEditLength = Math.min(MAX_EDITS, Math.floor(Math.sqrt(search.effort)));
    if (Math.abs(before.length - after.length) > maxEditLength)
        return false;
    const script = diffArrays([...before], [...after], { comparator: isSameLine, maxEditLength });
    if (script === undefined) {
        search.effort -= maxEditLength ** 2;
        return false;
    }
    const edits = script.filter(({ added, removed }) => added || removed);
    for (const { value, added } of edits) {
        markAll(added ? [] : value, added ? value : [], search.flags);
    }
    search.effort -= Math.min(search.effort, edits.reduce((sum, { count }) => sum + count, 0) ** 2);
    return true;
}
/** The longest run, in the order of both sides, of lines that stand exactly once on each. */
function findAnchors(before, after) {
    const places = singlePlaces(after);
    const pairs = [...singlePlaces(before)]
        .map(([token, left]) => ({ left, right: places.get(token) ?? -1 }))
        .filter((pair) => pair.right >= 0)
        .sort((one, other) => one.left - other.left);
    return longestRising(pairs);
}
function singlePlaces(lines) {
    const places = new Map();
    const repeated = new Set();
    for (const [index, { token }] of lines.entries()) {
        if (places.has(token))
            repeated.add(token);
        places.set(token, index);
    }
    for (const token of repeated)
        places.delete(token);
    return places;
}
/** Longest subsequence rising in `right`, by patience sorting: n log n. */
function longestRising(pairs) {
    const piles = [];
    const previous = [];
    const rightOf = (index) => pairs[index ?? -1]?.right ?? -1;
    for (const [index, pair] of pairs.entries()) {
        let low = 0;
        let high = piles.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (rightOf(piles[middle]) < pair.right)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = piles[low - 1] ?? -1;
        piles[low] = index;
    }
    const chain = [];
    for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
        const pair = pairs[index];
        if (pair !== undefined)
            chain.push(pair);
    }
    return chain.reverse();
}

// EXTERNAL MODULE: ./build/src/engine/text/segments.js
var text_segments = __webpack_require__(4806);
;// CONCATENATED MODULE: ./build/src/engine/text/changed-text.js



/** More lines than this on a side are counted, not read: empty lines cost far more than their bytes. */
const MAX_LINES = 1_000_000;
/** How much of a file git looks at to call it binary (`buffer_is_binary` in git's xdiff-interface.c). */
const GIT_BINARY_PROBE = 8000;
/**
 * Reads the change of one file from its contents before and after; null where there is none. Never
 * throws: the bytes are whatever the pull request's author wrote. Lines end at LF only; a carriage
 * return stays in its line. Lines are counted as git counts them, except that UTF-16 is counted too.
 */
function readChangedText(before, after, options = {}) {
    const lineBreaks = { removed: countLineBreaks(before), added: countLineBreaks(after) };
    if (Math.max(lineBreaks.removed, lineBreaks.added) > MAX_LINES) {
        return { text: { before: [], after: [], opaque: 'too-large' }, ...lineBreaks };
    }
    const isWhole = options.whole === true;
    const sides = { before: readSide(before), after: readSide(after) };
    const reading = compareSides(sides.before, sides.after);
    const segments = (0,text_segments/* cutReading */.D)(reading, isWhole);
    const others = (0,text_segments/* cutReading */.D)(compareOtherReadings(sides.before, sides.after), isWhole);
    const isCounted = !isBinaryToGit(sides.before) && !isBinaryToGit(sides.after);
    return {
        text: {
            before: [...segments.before, ...others.before],
            after: [...segments.after, ...others.after],
            opaque: sides.after?.decoded.opaque ?? sides.before?.decoded.opaque ?? null,
        },
        added: isCounted ? countTrue(reading.flags.after) : 0,
        removed: isCounted ? countTrue(reading.flags.before) : 0,
    };
}
function readSide(bytes) {
    return bytes === null ? null : { bytes, decoded: (0,text_decode/* decodeText */.g)(bytes) };
}
function compareSides(before, after) {
    const lines = { before: linesOf(before), after: linesOf(after) };
    const keyOf = chooseKey(before, after);
    return { ...lines, flags: diffLines(keyOf(before, lines.before), keyOf(after, lines.after)) };
}
/** The same change as a program sees it that takes UTF-16 for something else. */
function compareOtherReadings(before, after) {
    const lines = {
        before: splitLines(before?.decoded.otherReading ?? ''),
        after: splitLines(after?.decoded.otherReading ?? ''),
    };
    return { ...lines, flags: diffLines(lines.before, lines.after) };
}
function linesOf(side) {
    if (side === null)
        return [];
    const { text, hadBom } = side.decoded;
    return text === '' && hadBom ? [''] : splitLines(text);
}
function splitLines(text) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
/**
 * How to compare lines so that equal keys mean equal bytes: a byte order mark, a missing last line
 * break or another encoding make a change although the text looks the same.
 */
function chooseKey(before, after) {
    if (before === null || after === null)
        return (_side, lines) => lines;
    if (before.decoded.encoding !== after.decoded.encoding) {
        return (side, lines) => lines.map((line) => `${side?.decoded.encoding}:${line}`);
    }
    const isExact = before.decoded.isExact && after.decoded.isExact;
    return isExact ? keyByText : keyByBytes;
}
function keyByText(side, lines) {
    if (side === null || lines.length === 0)
        return lines;
    const { text, hadBom } = side.decoded;
    const isTerminated = text.endsWith('\n');
    if (isTerminated && !hadBom)
        return lines;
    const keys = [...lines];
    if (hadBom)
        keys[0] = `\uFEFF${keys[0]}`;
    if (!isTerminated)
        keys[keys.length - 1] = `${keys.at(-1)}\n`;
    return keys;
}
function keyByBytes(side) {
    if (side === null)
        return [];
    const raw = Buffer.from(side.bytes).toString('latin1');
    const keys = splitLines(raw);
    if (keys.length > 0 && !raw.endsWith('\n'))
        keys[keys.length - 1] = `${keys.at(-1)}\n`;
    return keys;
}
function isBinaryToGit(side) {
    return (side !== null &&
        side.decoded.encoding === 'utf-8' &&
        side.bytes.subarray(0, GIT_BINARY_PROBE).includes(0));
}
function countLineBreaks(bytes) {
    if (bytes === null)
        return 0;
    let count = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
        count += 1;
    return count;
}
function countTrue(flags) {
    return flags.reduce((count, flag) => (flag ? count + 1 : count), 0);
}

// EXTERNAL MODULE: ./build/src/engine/text/names.js
var names = __webpack_require__(1026);
;// CONCATENATED MODULE: ./build/src/engine/tool-call/judge.js











/**
 * What the gate would say of a tool call, by the very code that judges a pull request: a write is a
 * change of one file. Strictest first; a deny or approve finding stops the call.
 */
function judgeToolCall(policy, scope, action) {
    const findings = action.command === null ? [] : makeCommandJudge(policy.commands)(action.command);
    if (action.category === 'file_read')
        findings.push(...judgeRead(policy, action));
    if (action.category === 'file_write')
        findings.push(...judgeWrite(policy, scope, action));
    return findings.toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
}
function judgeRead({ paths: rules }, { paths: spellings }) {
    const reading = compilePathRules(rules).filter(({ rule }) => rule.on.includes('read'));
    return spellings.flatMap((path) => reading
        .filter(({ matches }) => matches(path))
        .map(({ rule }) => ({
        rule: `path/${rule.id}`,
        level: rule.decision,
        path,
        reason: rule.reason,
        approvers: rule.approvers,
        evidence: { status: 'read' },
    })));
}
function judgeWrite(policy, scope, action) {
    return action.paths.flatMap((path) => {
        const file = toChangedFile(path, action);
        const subject = makeCase(policy, file, null);
        return [
            ...judgeName(policy, file),
            ...paths.run(subject).findings,
            ...patterns.run(subject).findings,
            ...judgeScope(policy, scope, file),
        ];
    });
}
/** Only the recorder writes records; a name nobody can read off a screen is none to work with. */
function judgeName({ paths: rules }, file) {
    const { path } = file;
    if (isEvidencePath(path))
        return [{ rule: 'evidence/tampered', level: 'deny', path }];
    if (!(0,names/* isUnsafeName */.S)(path))
        return [];
    const finding = { rule: 'evidence/unsafe-name', level: 'deny', path };
    return [applyPathRules(finding, compilePathRules(rules), file)];
}
/** Several plans may fit a branch; the pull request will name one of them. */
function judgeScope(policy, scope, file) {
    if (scope.kind === 'unjudged')
        return [];
    if (scope.kind === 'none')
        return [...scope.findings];
    const verdicts = scope.plans.map((plan) => judge_findOutside(policy, file, plan));
    return verdicts.some((findings) => findings.length === 0) ? [] : verdicts.flat();
}
function judge_findOutside(policy, file, plan) {
    const { findings } = scope.run(makeCase(policy, file, plan));
    return findings.filter(({ rule }) => rule === 'scope/outside-plan');
}
function makeCase(policy, file, plan) {
    const bytes = new Uint8Array();
    const source = { origin: 'base', source: 'base:', path: '', bytes };
    const selected = plan === null ? null : { plan, file: source };
    return makeBareCase(policy, [file], { selected, findings: [] });
}
const NEW_FILE_MODE = '100644';
function toChangedFile(path, { before, after }) {
    const bytes = after ?? new Uint8Array();
    const change = readChangedText(before?.bytes ?? null, bytes);
    return {
        path,
        previousPath: null,
        status: before === null ? 'added' : 'modified',
        before: before === null ? null : toEntry(before),
        after: toEntry({ mode: before?.mode ?? NEW_FILE_MODE, bytes }),
        ...change,
        size: bytes.length,
        content: bytes,
    };
}
function toEntry({ mode, bytes }) {
    return { mode, blob: (0,hash/* sha256 */.s)(bytes) };
}

// EXTERNAL MODULE: ./build/src/engine/tool-call/action.js
var action = __webpack_require__(4054);
;// CONCATENATED MODULE: ./build/src/engine/tool-call/verdict.js


/** More reasons than this help nobody. */
const SHOWN = 3;
/** Turns findings, strictest first, into an answer. Warnings stop no tool call. */
function toVerdict(findings) {
    const [first] = findings;
    if (first === undefined || (first.level !== 'deny' && first.level !== 'approve'))
        return action/* ALLOWED */.p;
    const same = findings.filter(({ level }) => level === first.level);
    const sentences = [...new Set(same.map(describe))];
    const more = sentences.length > SHOWN ? [`And ${sentences.length - SHOWN} more.`] : [];
    return {
        decision: first.level === 'deny' ? 'deny' : 'ask',
        rule: first.rule,
        reason: [...sentences.slice(0, SHOWN), ...more].join(' '),
    };
}
function describe(finding) {
    const { rule, path, reason } = finding;
    const where = path === undefined ? '' : ` "${path}"`;
    const why = reason === undefined || reason === '' ? '' : ` ${reason}`;
    return (0,names.showName)(`Countersign, ${rule}:${where}${explain(finding)}${why} ${advise(finding)}`);
}
function explain({ rule, evidence }) {
    switch (rule) {
        case 'scope/outside-plan':
            return ` is outside the plan ${evidence?.plan}.`;
        case 'evidence/tampered':
            return ' belongs to the audit trail, which only "countersign audit attach" writes.';
        case 'evidence/unsafe-name':
            return ' is a name that git refuses or that nobody can read.';
        case 'pattern/invisible':
            return ` would get the invisible character ${evidence?.character}.`;
        case 'pattern/unscannable':
            return ' could not be scanned for blocked content.';
        case 'plan/expired':
            return ` the plan ${evidence?.plan} has expired.`;
        case 'plan/branch-mismatch':
            return ' no plan is for this branch.';
        case 'plan/missing':
            return ' the policy requires an approved plan, and there is none.';
        case 'plan/invalid':
            return ' is not a valid plan.';
        default:
            return describeFamily(rule, evidence?.status === 'read');
    }
}
function describeFamily(rule, isRead) {
    if (rule.startsWith('path/'))
        return isRead ? ' is not for reading.' : ' is a protected path.';
    if (rule.startsWith('pattern/'))
        return ' would get blocked content.';
    if (rule.startsWith('command/'))
        return ' this command is restricted.';
    return ' this change is restricted.';
}
function advise({ rule, level, approvers = [] }) {
    if (level === 'approve') {
        const who = approvers.length === 0 ? 'an owner' : approvers.join(' or ');
        return `A person has to allow this call; what comes of it needs a signature of ${who}, too.`;
    }
    if (rule === 'scope/outside-plan')
        return "Change only what the plan names, or ask the plan's owner to widen it.";
    if (rule.startsWith('plan/'))
        return 'Ask for a plan for this branch to be merged first.';
    if (rule.startsWith('pattern/'))
        return 'Write it without that content.';
    if (rule.startsWith('command/'))
        return 'Reach the goal another way, or ask the person you work for.';
    return 'Leave it alone, or ask the person you work for.';
}

// EXTERNAL MODULE: ./build/src/hook/compile.js + 18 modules
var hook_compile = __webpack_require__(4817);
;// CONCATENATED MODULE: ./build/src/hook/judge-fully.js




/** The engine's verdict. Loaded only when it is needed: it takes longer than all the rest. */
function judgeFully(cache, action) {
    const { policy, scope } = (0,hook_compile/* readFullRules */.p)(cache);
    return toVerdict((0,enforced/* keepEnforced */.c)(policy, judgeToolCall(policy, scope, action)));
}


/***/ })

};
;