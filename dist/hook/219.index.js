"use strict";
exports.id = 219;
exports.ids = [219];
exports.modules = {

/***/ 1219:
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

// EXTERNAL MODULE: ./build/src/engine/chain/chain-files.js + 20 modules
var chain_files = __webpack_require__(2858);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/src/engine/exact-json.js
var exact_json = __webpack_require__(1834);
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
const MAX_DEPTH = 64;
function refuse(code, detail, line = null) {
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
                return refuse('too-large', `a name has more than ${MAX_NAME_LENGTH} characters`, line);
            }
            if (characters > MAX_ALL_NAMES || tests.length >= MAX_TESTS) {
                return refuse('too-large', `it lists more than ${MAX_TESTS} tests, or names too long`, line);
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
    return tests.length === 0 ? refuse('no-tests', 'it lists no test') : { ok: true, format, tests };
}
/** Milliseconds that a report may well have invented: nothing but a finite, positive number counts. */
function readDuration(value, factor = 1) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0)
        return null;
    return Math.round(number * factor * 1000) / 1000;
}

;// CONCATENATED MODULE: ./build/src/engine/strict-json.js


/**
 * JSON that has one reading. `JSON.parse` keeps the last of two values for one key, and another
 * program the first: a report with two `status` keys would pass here and fail there, or the other
 * way round.
 */
/** Values and keys in one text; a bound on the memory that parsing takes. */
const MAX_VALUES = 6_000_000;
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
        return isJsonObject(value)
            ? { ok: true, value }
            : refuse('unknown-format', 'it is JSON, but not an object', line);
    }
    catch {
        return refuse('malformed', 'it is not valid JSON');
    }
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
                return refuse('truncated', 'it ends within a text', lineOf(text, at, firstLine));
            if (isKeyNext && !addKey(levels.at(-1), text.slice(at, end + 1))) {
                return refuse('duplicate-key', 'an object has one key twice', lineOf(text, at, firstLine));
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
        if (levels.length > MAX_DEPTH)
            return tooMuch(`values in more than ${MAX_DEPTH} levels`);
        if (values > MAX_VALUES)
            return tooMuch(`more than ${MAX_VALUES} values`);
    }
    return levels.length > 0 ? refuse('truncated', 'it ends before its last bracket') : null;
}
function tooMuch(what) {
    return refuse('too-large', `it has ${what}`);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
function toCanonical(value) {
    const text = canonicalize(value);
    if (text === undefined)
        throw new TypeError('this value has no JSON form');
    return text;
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
    if (repository !== null && !isSameRepository(predicate.repository, repository))
        return 'wrong-repository';
    return predicate.base_sha === genesis.base_sha ? null : 'wrong-base';
}
/** GitHub's names do not distinguish case. */
function isSameRepository(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

// EXTERNAL MODULE: ./build/src/engine/fold.js
var fold = __webpack_require__(1597);
// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/src/engine/evidence-files.js




/**
 * Evidence files accompany a change instead of being part of it: audit chains that parse as chains,
 * their seals, and the selected plan (docs/plan.md). Anything else under `.countersign/` is an
 * ordinary file, or an agent could hide its work there.
 */
/** The changed paths that are evidence files. */
function findEvidenceFiles(files, plan) {
    const chains = (0,chain_files/* findChainFiles */.Ie)(files).filter(chain_files/* parsesAsChain */.sO);
    const ids = new Set(chains.map(({ id }) => id));
    const found = new Set(chains.map(({ path }) => path));
    for (const file of files) {
        if (ids.has((0,chain_files/* sealedIdOf */.p)(file.path) ?? '') && isSeal(file))
            found.add(file.path);
        if (isPlanFile(file, plan))
            found.add(file.path);
    }
    return found;
}
/** Whether the path lies where chains and seals do, in any spelling that a file system takes for it. */
function isEvidencePath(path) {
    return `${(0,fold/* foldPath */.t)(path)}/`.startsWith('.countersign/audit/');
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
        (0,chain_files/* isPlainFile */.Dn)(file) &&
        file.content !== null &&
        (0,hash/* sha256 */.s)(file.content) === plan.plan.sha256);
}
/** Whether the file is a seal of its own chain and nothing else; the audit check verifies it. */
function isSeal({ content, ...file }) {
    return (0,chain_files/* isPlainFile */.Dn)(file) && content !== null && isSealOf(content, chainNameOf(file.path));
}
function chainNameOf(sealPath) {
    return sealPath.slice(sealPath.lastIndexOf('/') + 1).replace('.dsse.json', '.jsonl');
}

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

// EXTERNAL MODULE: ./build/src/engine/glob.js
var glob = __webpack_require__(2464);
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
/** Server times have a resolution of one second. */
function toSecond(time) {
    return Math.floor(Date.parse(time) / 1000);
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








/** What applies where a policy asks for approvals only through its rules. */
const DEFAULT_RULES = {
    label: 'countersigned',
    codeowners: true,
    minimum: 1,
    reviews: true,
    after_report: false,
    independence: ['not-author', 'not-pusher', 'not-committer', 'not-bot'],
    carry_over: 'identical-patch',
    escalate_after: null,
    tiers: {},
};
/** The bench for a change under a policy and the plan it is held against, if any. */
function openBench(evidence, policy, planSha256) {
    const rules = policy.approvals ?? DEFAULT_RULES;
    const codeowners = readCodeowners(evidence);
    const ownersOfPath = remember((path) => ownersOf(codeowners, path));
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
function remember(find) {
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
    const attached = (0,chain_files/* findChainFiles */.Ie)(files);
    const known = new Set(attached.map(({ content }) => content && (0,hash/* sha256 */.s)(content)));
    const local = localChains.filter(({ bytes }) => !known.has((0,hash/* sha256 */.s)(bytes))).map(chain_files/* readLocalChain */.xk);
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
    const sealPath = `${chain_files/* AUDIT_FOLDER */.PT}/${id}.dsse.json`;
    const file = files.find((it) => it.path === sealPath && it.after !== null);
    if (file === undefined)
        return null;
    return { path: sealPath, content: (0,chain_files/* isPlainFile */.Dn)(file) ? file.content : null };
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

;// CONCATENATED MODULE: ./build/src/engine/git-attributes.js
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

;// CONCATENATED MODULE: ./build/src/engine/path-rules.js


const LINK_MODES = new Set(['120000', '160000']);
/** Three checks ask for the rules of one policy; they are compiled once. */
const compiled = new WeakMap();
function compilePathRules(rules) {
    const known = compiled.get(rules) ?? rules.map((rule) => ({ rule, matches: (0,glob/* denyMatcher */.H2)(rule.match) }));
    compiled.set(rules, known);
    return known;
}
/** Every rule a file runs into, under either of its names. */
function hitPathRules(rules, file) {
    return namesOf(file).flatMap((path) => {
        const events = eventsFor(file, path);
        return rules
            .filter(({ rule, matches }) => rule.on.some((on) => events.has(on)) && touches(matches, file, path))
            .map(({ rule }) => ({ rule, path }));
    });
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
    if (after?.mode === '160000' || before?.mode === '160000') {
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
// EXTERNAL MODULE: ./build/src/engine/expression.js + 1 modules
var engine_expression = __webpack_require__(1068);
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
        compile: once(() => (0,engine_expression/* compileExpression */.Wo)(expression)),
    }));
    const compileSet = once(() => makeSet(group));
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
        set.add((0,engine_expression/* withFlags */.WW)(expression));
    return set;
}
function once(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
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
const known = new WeakMap();
function compilePatterns(rules) {
    const compiled = known.get(rules) ?? compileAnew(rules);
    known.set(rules, compiled);
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
    return plan.must
        .filter((entry) => !changed.has(entry) && ![...changed].some((0,glob/* allowMatcher */._c)([entry])))
        .map((entry) => ({
        rule: 'scope/must-untouched',
        level: 'deny',
        evidence: { plan: plan.id, entry },
    }));
}
/** A pull request that carries its plan and nothing else proposes the plan; its work is still to come. */
function isPlanProposal({ files, planSelection }) {
    return files.length === 0 && planSelection.selected?.file.origin === 'pull-request';
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

;// CONCATENATED MODULE: ./build/src/engine/command-rules.js


/**
 * Makes the judge of shell commands: which command rules one runs into, in its own and in its
 * normalised spelling.
 */
function makeCommandJudge(rules) {
    const compiled = rules.map((rule) => ({ rule, expression: (0,engine_expression/* compileExpression */.Wo)(rule) }));
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

;// CONCATENATED MODULE: ./build/src/engine/finding.js
/**
 * What a check says about a pull request. Checks and sources make bare findings: data without
 * words. The engine adds the stable id, the wording and whether it blocks.
 */
/** Strictest first: the order in which findings are listed. */
const LEVELS = ['deny', 'approve', 'warn', 'info'];

;// CONCATENATED MODULE: ./build/src/engine/text/decode.js

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
    const isValid = (0,external_node_buffer_.isUtf8)(body);
    const text = (0,external_node_buffer_.isAscii)(body) ? body.toString('latin1') : body.toString('utf8');
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
    const { start, end } = measureCommonEnds(before, after, (left, right) => left === right);
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
    const { start, end } = measureCommonEnds(before, after, isSameLine);
    return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}
function isSameLine(left, right) {
    return left?.token === right?.token;
}
function measureCommonEnds(before, after, isSame) {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && isSame(before[start], after[start]))
        start += 1;
    let end = 0;
    while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end)))
        end += 1;
    return { start, end };
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

;// CONCATENATED MODULE: ./build/src/engine/text/segments.js
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
    const segments = cutReading(reading, isWhole);
    const others = cutReading(compareOtherReadings(sides.before, sides.after), isWhole);
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
    return bytes === null ? null : { bytes, decoded: decodeText(bytes) };
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

// EXTERNAL MODULE: ./build/src/hook/compile.js + 23 modules
var hook_compile = __webpack_require__(6758);
;// CONCATENATED MODULE: ./build/src/hook/judge-fully.js




/** The engine's verdict. Loaded only when it is needed: it takes longer than all the rest. */
function judgeFully(cache, action) {
    const { policy, scope } = (0,hook_compile/* readFullRules */.p)(cache);
    return toVerdict((0,enforced/* keepEnforced */.c)(policy, judgeToolCall(policy, scope, action)));
}


/***/ })

};
;