export const id = 39;
export const ids = [39];
export const modules = {

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runScan: () => (/* binding */ runScan)
});

// EXTERNAL MODULE: ./build/src/engine/decide.js + 23 modules
var decide = __webpack_require__(504);
// EXTERNAL MODULE: ./build/src/engine/policy/resolve.js + 4 modules
var resolve = __webpack_require__(2005);
// EXTERNAL MODULE: ./build/src/engine/policy/schema.js
var schema = __webpack_require__(7728);
// EXTERNAL MODULE: ./build/src/engine/waiting.js
var waiting = __webpack_require__(7567);
;// CONCATENATED MODULE: ./build/src/engine/notice.js



/** The events that the policy wants people told of; all of them where there is no policy to ask. */
function listNotifyEvents(files) {
    const resolved = files.length === 0 ? null : (0,resolve/* resolvePolicy */.nZ)(files);
    return resolved?.ok === true ? resolved.policy.notify : schema/* NOTIFY_EVENTS */.yK;
}
/**
 * The last report that told people of the pull request it is read for; null: none has. A run of an event that must
 * tell nobody, or that had nobody to tell, reports no conclusion and is passed over, or else what it saw would never be news.
 * @param reports on one head, by time
 * @param author the login of the App whose reports count
 */
function findLastTold(reports, author) {
    return reports.findLast(({ actor, conclusion }) => actor === author && conclusion != null) ?? null;
}
/**
 * What is new since the gate's own last report on the same head; empty: nobody is told anything. A block or
 * an override is new when that report, if there is one, concluded otherwise. Waiting is new once for every
 * step that has passed since.
 * @param last null when nobody was told of this head
 */
function findNews(decision, last, wanted) {
    const { conclusion } = decision;
    const isNew = (conclusion === 'block' || conclusion === 'override') && last?.conclusion !== conclusion;
    const news = [
        ...(isNew ? [conclusion] : []),
        ...(isNewStep(decision, last) ? ['waiting'] : []),
    ];
    return news.filter((event) => wanted.includes(event));
}
function isNewStep({ waiting }, last) {
    if (waiting === undefined || last === null)
        return false;
    const { since, after_hours, steps } = waiting;
    return countSteps(Date.parse(since), Date.parse(last.at), after_hours) < steps;
}

// EXTERNAL MODULE: ./build/src/engine/describe.js
var describe = __webpack_require__(8303);
// EXTERNAL MODULE: ./build/src/engine/empty-evidence.js
var empty_evidence = __webpack_require__(279);
// EXTERNAL MODULE: ./build/src/engine/findings.js
var engine_findings = __webpack_require__(1940);
;// CONCATENATED MODULE: ./build/src/engine/undecided.js



/**
 * The decision when the evidence could not be read: a block that says what is missing. Not being able
 * to decide is never a pass, whatever the mode. `now` is when it was tried.
 */
function undecided_decideUndecided(subject, bare, requests, now) {
    const evidence = (0,empty_evidence/* emptyEvidence */.H)({ ...subject, requests });
    const findings = (0,engine_findings/* finishFindings */.I)(bare, evidence, () => false);
    const checks = (0,describe/* skipAll */.nT)('not judged').map((check) => check.id === 'evidence'
        ? { ...check, status: 'fail', summary: 'could not be read' }
        : check);
    const judgement = {
        conclusion: 'block',
        mode: 'enforce',
        agent: { is_agent: true, signals: ['unknown'] },
        ...describe/* NOTHING_JUDGED */.YQ,
        checks,
        findings,
    };
    return (0,describe/* describeDecision */.K5)(evidence, judgement, now);
}

// EXTERNAL MODULE: ./build/src/engine/chain/chain-files.js
var chain_files = __webpack_require__(1097);
// EXTERNAL MODULE: ./build/src/sources/approval-facts.js
var approval_facts = __webpack_require__(627);
// EXTERNAL MODULE: ./build/src/sources/chain-origins.js
var chain_origins = __webpack_require__(7307);
// EXTERNAL MODULE: ./build/src/sources/head-reading.js
var head_reading = __webpack_require__(8549);
// EXTERNAL MODULE: ./build/src/sources/trusted.js + 1 modules
var sources_trusted = __webpack_require__(6279);
// EXTERNAL MODULE: ./build/src/engine/blob.js
var blob = __webpack_require__(8429);
// EXTERNAL MODULE: ./build/src/engine/read-whole.js
var read_whole = __webpack_require__(4720);
// EXTERNAL MODULE: ./build/src/engine/text/changed-text.js + 4 modules
var changed_text = __webpack_require__(4068);
// EXTERNAL MODULE: ./build/src/engine/text/names.js
var names = __webpack_require__(1026);
// EXTERNAL MODULE: ./node_modules/parse-diff/index.js
var parse_diff = __webpack_require__(2673);
// EXTERNAL MODULE: ./build/src/engine/text/decode.js
var decode = __webpack_require__(2182);
;// CONCATENATED MODULE: ./build/src/engine/text/patch.js


/**
 * Patches as GitHub's API gives them for one file: hunks, no file header. Their lines are written by
 * the pull request's author and parse-diff can be led astray by them, so the patch is first checked
 * line by line and parse-diff's answer must then be the patch again, to the byte.
 */
/** Git cuts the text after `@@` at 80 bytes; parse-diff takes quadratic time on a crafted header. */
const MAX_HEADER_LENGTH = 400;
const HUNK_HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@(?: .*)?$/;
const NO_LINE_BREAK = '\\ No newline at end of file';
/** Names are read elsewhere; these can never be misread. */
const FILE_HEADER = '--- a/file\n+++ b/file\n';
const MAX_LINES = 1_000_000;
/**
 * Reads the hunks of one file. Null when anything is off (not hunks, counts that disagree with the
 * headers or with `additions` and `deletions`, text that lost bytes on the way): the blobs must be
 * read instead. Never throws.
 * @param missing the side at which there is no file, so that the patch has to show all of the other one
 */
function readPatch(patch, additions, deletions, missing = null) {
    const body = patch.endsWith('\n') ? patch.slice(0, -1) : patch;
    const hunks = parseHunks(body);
    if (hunks === null || !hunksFollowEachOther(hunks))
        return null;
    if (missing !== null && !isWhole(hunks, missing))
        return null;
    if (sum(hunks, 'added') !== additions || sum(hunks, 'removed') !== deletions)
        return null;
    const chunks = parseWithLibrary(body);
    if (chunks === null || printChunks(chunks) !== body)
        return null;
    const text = {
        before: chunks.flatMap((chunk) => readSegment(chunk, 'del')),
        after: chunks.flatMap((chunk) => readSegment(chunk, 'add')),
        opaque: null,
    };
    return [...text.before, ...text.after].some(startsLfsPointer) ? null : text;
}
/** Undecodable bytes arrive as U+FFFD and a NUL means binary: such content is read from the blobs. */
const LOST_BYTES = /[\uFFFD\0]/;
function parseHunks(body) {
    if (!body.startsWith('@@') || LOST_BYTES.test(body))
        return null;
    const hunks = [];
    const lines = body.split('\n');
    if (lines.length > MAX_LINES)
        return null;
    for (const [index, line] of lines.entries()) {
        const hunk = hunks.at(-1);
        if (hunk === undefined || (isComplete(hunk) && line !== NO_LINE_BREAK)) {
            const next = parseHunkHeader(line);
            if (next === null)
                return null;
            hunks.push(next);
        }
        else if (!countLine(hunk, line, lines[index - 1]))
            return null;
    }
    return hunks.every(isComplete) ? hunks : null;
}
/** A new file's patch has one hunk, against nothing and from its first line; a deleted one's the other way round. */
function isWhole(hunks, missing) {
    const [hunk, ...others] = hunks;
    if (hunk === undefined || others.length > 0)
        return false;
    const { oldStart, oldLines, newStart, newLines } = hunk;
    return missing === 'before'
        ? oldStart === 0 && oldLines === 0 && newStart === 1
        : newStart === 0 && newLines === 0 && oldStart === 1;
}
function parseHunkHeader(line) {
    if (line.length > MAX_HEADER_LENGTH)
        return null;
    const match = HUNK_HEADER.exec(line);
    if (match === null)
        return null;
    const [oldStart, oldLines, newStart, newLines] = match
        .slice(1)
        .map((digits) => Number(digits ?? 1));
    if (oldStart === undefined || oldLines === undefined)
        return null;
    if (newStart === undefined || newLines === undefined)
        return null;
    return { oldStart, oldLines, newStart, newLines, added: 0, removed: 0, kept: 0 };
}
function countLine(hunk, line, previous) {
    if (line === NO_LINE_BREAK)
        return /^[-+ ]/.test(previous ?? '');
    if (line.startsWith('+'))
        hunk.added += 1;
    else if (line.startsWith('-'))
        hunk.removed += 1;
    else if (line.startsWith(' '))
        hunk.kept += 1;
    else
        return false;
    return hunk.kept + hunk.removed <= hunk.oldLines && hunk.kept + hunk.added <= hunk.newLines;
}
function isComplete(hunk) {
    return hunk.kept + hunk.removed === hunk.oldLines && hunk.kept + hunk.added === hunk.newLines;
}
/** Whether the hunks stand in order, without overlap, shifted exactly by what precedes them. */
function hunksFollowEachOther(hunks) {
    let shift = 0;
    let end = 0;
    for (const hunk of hunks) {
        // An empty side names the line before it.
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart + 1 : hunk.newStart;
        if (hunk.added + hunk.removed === 0 || oldStart <= end || newStart - oldStart !== shift)
            return false;
        end = oldStart + hunk.oldLines - 1;
        shift += hunk.added - hunk.removed;
    }
    return true;
}
function sum(hunks, count) {
    return hunks.reduce((total, hunk) => total + hunk[count], 0);
}
function parseWithLibrary(body) {
    try {
        const files = parse_diff(FILE_HEADER + body);
        return files.length === 1 ? (files[0]?.chunks ?? null) : null;
    }
    catch {
        return null;
    }
}
function printChunks(chunks) {
    return chunks
        .flatMap((chunk) => [chunk.content, ...chunk.changes.map((change) => change.content)])
        .join('\n');
}
function readSegment(chunk, side) {
    const changes = chunk.changes.filter(({ type, content }) => (type === side || type === 'normal') && content !== NO_LINE_BREAK);
    if (changes.length === 0)
        return [];
    const firstLine = side === 'add' ? chunk.newStart : chunk.oldStart;
    const lines = changes.map(({ content }) => content.slice(1));
    if (firstLine === 1)
        lines[0] = (lines[0] ?? '').replace(/^\uFEFF/, '');
    const changed = changes.map(({ type }) => type === side);
    // Beside a changed line, a match across the join touches that line anyway.
    const isBare = (at) => changed[at - 1] === false && changed[at] === false;
    const joins = findJoins(chunk, side).filter(isBare);
    return [
        {
            firstLine,
            lines,
            changed,
            ...(joins.length > 0 && { joins }),
        },
    ];
}
/** Before which lines of this side the other side has lines of its own. */
function findJoins(chunk, side) {
    const joins = new Set();
    let at = 0;
    for (const { type, content } of chunk.changes) {
        if (content === NO_LINE_BREAK)
            continue;
        if (type === side || type === 'normal')
            at += 1;
        else
            joins.add(at);
    }
    return [...joins];
}
/** A pointer's few lines are always within the context of a change to it. */
function startsLfsPointer(segment) {
    return segment.firstLine === 1 && (0,decode/* isLfsPointer */.N)(segment.lines.join('\n'));
}

// EXTERNAL MODULE: ./build/src/sources/unreadable.js
var unreadable = __webpack_require__(3133);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/src/sources/byte-reader.js
var byte_reader = __webpack_require__(8510);
// EXTERNAL MODULE: ./build/src/sources/github/reader.js
var github_reader = __webpack_require__(8563);
;// CONCATENATED MODULE: ./build/src/sources/github/archive.js





/** With fewer, asking for each is as fast: an archive is packed while one waits. */
const MIN_BLOBS = 100;
/** An archive holds the whole repository, so a large one is not asked for. */
const MAX_TREE_BYTES = 250_000_000;
/** What is found is held in memory until it is judged. */
const MAX_FOUND_BYTES = 64_000_000;
const MAX_ARCHIVE_BYTES = 100_000_000;
/**
 * Looks for many blobs in the archive of a commit: one request in the place of hundreds. What an archive holds is
 * up to its author (attributes leave files out and rewrite them), so a content counts only for the blob id that it
 * hashes to, whatever name it stands under. What is not found is simply not there: it has to be asked for by its id.
 */
async function readFromArchive(reader, { commit, tree }, blobs) {
    const wanted = new Map(blobs.map((entry) => [entry.blob, (0,github_reader/* sizeOf */.$)(entry)]));
    const isWorthIt = wanted.size >= MIN_BLOBS &&
        archive_sum(wanted.values()) <= MAX_FOUND_BYTES &&
        archive_sum([...tree.values()].map(github_reader/* sizeOf */.$)) <= MAX_TREE_BYTES;
    if (!isWorthIt)
        return new Map();
    try {
        return await findBlobs(await reader.archive(commit, MAX_ARCHIVE_BYTES), wanted);
    }
    catch {
        // Refused, cut short or no archive: the blobs themselves are still there to be read.
        return new Map();
    }
}
function archive_sum(numbers) {
    let total = 0;
    for (const number of numbers)
        total += number;
    return total;
}
/** The wanted blobs in a gzipped tar archive. @throws Error when it is none, or is larger than trees are. */
async function findBlobs(archive, wanted) {
    const sizes = new Set(wanted.values());
    const found = new Map();
    for await (const content of readFiles(archive, (size) => sizes.has(size))) {
        for (const id of hashBlob(content))
            if (wanted.has(id))
                found.set(id, content);
        if (found.size === wanted.size)
            break;
    }
    return found;
}
/** Under either of git's object formats. */
function hashBlob(content) {
    const hash = (algorithm) => (0,external_node_crypto_.createHash)(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');
    return [hash('sha1'), hash('sha256')];
}
const BLOCK = 512;
/** Headers and padding come on top of contents. */
const MAX_TAR_BYTES = 2 * MAX_TREE_BYTES;
/** Where a tar header has what is read of it (POSIX, pax: ustar interchange format). */
const SIZE = { start: 124, end: 136 };
const TYPE = 156;
const REGULAR = new Set([0, '0'.charCodeAt(0)]);
async function* readFiles(archive, isWanted) {
    const tar = external_node_stream_.Readable.from([archive]).pipe((0,external_node_zlib_.createGunzip)());
    try {
        const reader = (0,byte_reader/* createByteReader */.I)(tar, async () => new RangeError('the archive is cut short'));
        for (let total = 0; total <= MAX_TAR_BYTES;) {
            const header = await reader.readBytes(BLOCK);
            if (header.every((byte) => byte === 0))
                return;
            const size = readSize(header);
            const padded = Math.ceil(size / BLOCK) * BLOCK;
            total += BLOCK + padded;
            const isTaken = REGULAR.has(header[TYPE] ?? -1) && isWanted(size);
            if (isTaken)
                yield await reader.readBytes(size);
            await reader.skip(isTaken ? padded - size : padded);
        }
        throw new RangeError('the archive is larger than the tree that it is of');
    }
    finally {
        tar.destroy();
    }
}
function readSize(header) {
    const text = header.toString('latin1', SIZE.start, SIZE.end).replace(/[\0 ]+$/, '');
    if (!/^[0-7]+$/.test(text))
        throw new RangeError('the archive has an entry without a size');
    return Number.parseInt(text, 8);
}

// EXTERNAL MODULE: ./build/src/sources/github/concurrently.js
var concurrently = __webpack_require__(9446);
;// CONCATENATED MODULE: ./build/src/sources/github/changed-files.js









/** Blob reads of one evaluation. Each is a request, and an installation has 5,000 of them an hour. */
const MAX_BLOB_READS = 1500;
const CONCURRENT_READS = 16;
const NO_TEXT = { before: [], after: [], opaque: null };
/** Content that a patch does not carry faithfully: marks of encodings, and pointers to other content. */
const NEEDS_BLOB = /[\uFEFF\uFFFD\0]|git-lfs|hawser|git-media/;
/** Reads the text of every change: from its patch where that is whole, from its blobs otherwise. */
async function readChangedFiles(reader, changes, ends, policyPath) {
    const fromPatch = changes.map((change) => readFromPatch(change, policyPath));
    const rest = changes.filter((_, at) => fromPatch[at] === null);
    const readBlob = await openBlobs(reader, rest, ends);
    const files = await (0,concurrently/* mapConcurrently */.X)(changes, CONCURRENT_READS, (change, at) => {
        const done = fromPatch[at];
        return done == null ? readFromBlobs(readBlob, change, policyPath) : Promise.resolve(done);
    });
    return { files, findings: changes.flatMap(findUnsafeNames) };
}
/**
 * A way to read the blobs of changes: many at once from archives, what is not in them one by one.
 * @throws Unreadable when that would be too many.
 */
async function openBlobs(reader, changes, { from, to }) {
    const sides = changes
        .filter((change) => !isUnread(change))
        .map(({ before, after }) => ({ before: blobsOf(before), after: blobsOf(after) }));
    const archives = await Promise.all([
        readFromArchive(reader, from, sides.flatMap(({ before }) => before)),
        readFromArchive(reader, to, sides.flatMap(({ after }) => after)),
    ]);
    const find = (id) => archives.find((it) => it.has(id))?.get(id);
    const ids = new Set(sides.flatMap(({ before, after }) => [...before, ...after].map((it) => it.blob)));
    const missing = [...ids].filter((id) => find(id) === undefined).length;
    if (missing > MAX_BLOB_READS) {
        throw new unreadable/* Unreadable */.I('the content of the changed files', `${missing} of them have no patch; split the change`);
    }
    return async (id) => find(id) ?? reader.blob(id);
}
/** The file as its patch tells it; null when the blobs must be read. */
function readFromPatch(change, policyPath) {
    const { listed, previousPath, path, before, after } = change;
    if ((0,blob/* isSubmodule */.X)(before) && (0,blob/* isSubmodule */.X)(after))
        return toFile(change, NO_TEXT, 0, 0, null);
    if (before?.blob === after?.blob && previousPath === null)
        return toFile(change, NO_TEXT, 0, 0, null);
    if (listed?.patch === undefined || previousPath !== null || (0,read_whole/* isReadWhole */.A)(path, [policyPath]))
        return null;
    if ((0,blob/* isSubmodule */.X)(before) ||
        (0,blob/* isSubmodule */.X)(after) ||
        isTooLarge(after) ||
        NEEDS_BLOB.test(listed.patch))
        return null;
    // What is called a copy may come as a patch against its source: the file is then read whole.
    const missing = before === null ? 'before' : after === null ? 'after' : null;
    const text = readPatch(listed.patch, listed.additions, listed.deletions, missing);
    return text === null ? null : toFile(change, text, listed.additions, listed.deletions, null);
}
async function readFromBlobs(readBlob, change, policyPath) {
    const { before, after, path, previousPath } = change;
    if (isUnread(change)) {
        return toFile(change, { ...NO_TEXT, opaque: 'too-large' }, 0, 0, null);
    }
    const [old, now] = await Promise.all([before, after].map((entry) => readEntry(readBlob, entry)));
    const { text, added, removed } = (0,changed_text/* readChangedText */.y)(old ?? null, now ?? null, {
        whole: previousPath !== null,
    });
    const content = (0,read_whole/* isReadWhole */.A)(path, [policyPath]) ? (now ?? null) : null;
    return toFile(change, text, added, removed, content);
}
async function readEntry(readBlob, entry) {
    return entry === null || (0,blob/* isSubmodule */.X)(entry) ? null : readBlob(entry.blob);
}
function blobsOf(entry) {
    return entry === null || (0,blob/* isSubmodule */.X)(entry) ? [] : [entry];
}
function isUnread({ before, after }) {
    return [before, after].some(isTooLarge);
}
function isTooLarge(entry) {
    return entry !== null && (0,github_reader/* sizeOf */.$)(entry) > blob/* MAX_BLOB_BYTES */.T;
}
function toFile(change, text, added, removed, content) {
    const { path, previousPath, before, after } = change;
    return {
        path,
        previousPath,
        status: statusOf(change),
        before: before === null ? null : { mode: before.mode, blob: before.blob },
        after: after === null ? null : { mode: after.mode, blob: after.blob },
        added,
        removed,
        size: after?.size ?? null,
        text,
        content,
    };
}
function statusOf({ previousPath, before, after }) {
    if (previousPath !== null)
        return 'renamed';
    if (before === null)
        return 'added';
    return after === null ? 'deleted' : 'modified';
}
function findUnsafeNames({ path, previousPath }) {
    return [path, previousPath]
        .filter((name) => name !== null && (0,names/* isUnsafeName */.S)(name))
        .map((name) => ({
        rule: 'evidence/unsafe-name',
        level: 'deny',
        path: name,
        evidence: { name: (0,names/* showName */.$)(name) },
    }));
}

// EXTERNAL MODULE: ./build/src/engine/time.js
var engine_time = __webpack_require__(7715);
;// CONCATENATED MODULE: ./build/src/sources/github/ledger.js


/** 1,000 moves; nobody pushes more often to one pull request. */
const MAX_PAGES = 10;
/** Activities that leave the branch where they say (REST documentation: List repository activities). */
const MOVES = new Set(['push', 'force_push', 'branch_creation', 'pr_merge', 'merge_queue_merge']);
const CREATION = 'branch_creation';
/**
 * Reads where the head ref stood when, from the activity log of the head's repository, back to the
 * branch's latest creation or to before the pull request was opened. Null when nobody can say: the log
 * is out of reach (older servers have none, a deleted fork neither), has gaps, does not end at the
 * head, or holds what the gate does not know.
 */
async function readLedger(reader, pull) {
    const repository = pull.head.repo?.full_name;
    if (repository === undefined)
        return null;
    const log = await readLog(reader, repository, pull).catch((error) => {
        if (error instanceof unreadable/* Unreadable */.I)
            return null;
        throw error;
    });
    return log === null ? null : toLedger(log, pull);
}
async function readLog(reader, repository, pull) {
    const log = [];
    let cursor = null;
    for (let page = 0; page < MAX_PAGES; page += 1) {
        const { moves, next } = await reader.activity(repository, pull.head.ref, cursor);
        log.push(...moves);
        if (next === null || moves.some(isCreation) || isBeforeOpening(log.at(-1), pull))
            break;
        cursor = next;
    }
    return log;
}
/** The part of a log that counts, newest first in, oldest first out; null when it does not hold together. */
function toLedger(log, pull) {
    const created = log.findIndex(isCreation);
    const moves = created < 0 ? log : log.slice(0, created + 1);
    const reachesBack = created >= 0 || isBeforeOpening(moves.at(-1), pull);
    const isWhole = reachesBack &&
        moves[0]?.after === pull.head.sha &&
        moves.every((move) => MOVES.has(move.activity_type)) &&
        moves.every((move, at) => at === 0 || isFollowedBy(move, moves[at - 1]));
    return isWhole ? { moves: moves.toReversed() } : null;
}
function isCreation(move) {
    return move.activity_type === CREATION;
}
function isBeforeOpening(move, pull) {
    return move !== undefined && (0,engine_time/* toSecond */.u)(move.timestamp) < (0,engine_time/* toSecond */.u)(pull.created_at);
}
function isFollowedBy(move, next) {
    return (next !== undefined &&
        next.before === move.after &&
        (0,engine_time/* toSecond */.u)(next.timestamp) >= (0,engine_time/* toSecond */.u)(move.timestamp));
}
/**
 * Where the head ref stood at a server time: after its last move until then. Empty when that cannot be
 * known, also in the second of a move, where nobody can say which of the two came first.
 */
function positionAt(ledger, time) {
    const second = (0,engine_time/* toSecond */.u)(time);
    const past = ledger?.moves.filter((move) => (0,engine_time/* toSecond */.u)(move.timestamp) <= second) ?? [];
    const last = past.at(-1);
    return last === undefined || (0,engine_time/* toSecond */.u)(last.timestamp) === second ? '' : last.after;
}

// EXTERNAL MODULE: ./build/src/engine/approvals/work.js
var work = __webpack_require__(958);
// EXTERNAL MODULE: ./build/src/sources/github/ask.js
var github_ask = __webpack_require__(4211);
;// CONCATENATED MODULE: ./build/src/sources/github/past-reports.js


/**
 * What the gate itself has reported on some heads. One that GitHub no longer has was reported on by
 * nobody. Where nothing hangs on a report being there, those that the token may not read are none, too:
 * they can only end signatures.
 * @throws Unreadable when reports that a policy depends on cannot be read.
 */
async function readPastReports(reader, { number, heads, checkName, mustFollow }) {
    const reports = await Promise.all(heads.map(async (sha) => {
        const runs = await reader.checkRuns(sha, checkName).catch((error) => {
            if ((0,github_ask/* isGone */.ST)(error) || (!mustFollow && (0,github_ask/* isRefusedWith */.Bb)(error, 403)))
                return [];
            throw error;
        });
        return dateRuns(runs).flatMap(({ run, at }) => toReport(run, at, sha, number));
    }));
    return reports.flat();
}
/**
 * The runs in the order GitHub numbered them, each no earlier than those before it. `completed_at` is
 * chosen by whoever publishes: a run that came later must not pass for one that was there before a
 * signature.
 */
function dateRuns(runs) {
    let latest = null;
    return runs
        .toSorted((a, b) => a.id - b.id)
        .map((run) => {
        latest = laterOf(latest, run.completed_at ?? null);
        return { run, at: latest };
    });
}
function laterOf(one, other) {
    if (one === null || other === null)
        return one ?? other;
    return Date.parse(other) > Date.parse(one) ? other : one;
}
function toReport({ status, completed_at, external_id, app }, at, sha, number) {
    if (status !== 'completed' || completed_at == null || at === null)
        return [];
    const slug = app?.slug ?? '';
    return [
        {
            kind: 'report',
            actor: slug === '' ? '' : `${slug}[bot]`,
            actor_type: 'Bot',
            at,
            head_sha: sha,
            work: (0,work/* parseReportedWork */.G1)(external_id ?? '', number),
            conclusion: (0,work/* parseReportedConclusion */.iY)(external_id ?? '', number),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/sources/github/facts.js





/** A base branch chosen by a person, or by GitHub because the old one was deleted. */
const RETARGETING = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);
/**
 * Reads who opened and pushed a pull request, who labelled and who reviewed it, in the order of server
 * time. Commits and their dates are not asked: they are their authors' word.
 * @throws Unreadable when events or reviews cannot be read completely.
 */
async function readPullFacts(reader, pull) {
    const [events, reviews, ledger] = await Promise.all([
        reader.events(pull.number),
        reader.reviews(pull.number),
        readLedger(reader, pull),
    ]);
    const facts = [
        toOpening(pull, ledger),
        ...toPushes(ledger),
        ...toLabelFacts(events, ledger),
        ...toRetargetings(events, ledger),
        ...reviews.flatMap(toReviewFact),
    ];
    return { facts: (0,approval_facts/* orderFacts */.U)(facts), movesKnown: ledger !== null };
}
/** The account as facts name it: a deleted one has no name. */
function nameActor(account) {
    return { actor: account?.login ?? '', actor_type: account?.type ?? 'User' };
}
function toOpening(pull, ledger) {
    const at = pull.created_at;
    return { kind: 'opened', ...nameActor(pull.user), at, head_sha: positionAt(ledger, at) };
}
function toPushes(ledger) {
    const moves = ledger?.moves ?? [];
    return moves.map(({ actor, timestamp, after }) => ({
        kind: 'push',
        ...nameActor(actor),
        at: timestamp,
        head_sha: after,
    }));
}
/**
 * Tells when the pull request was closed. GitHub follows no pushes then, so its page may have shown an
 * older head: what was applied meanwhile was applied to nobody knows what. In the second of closing or
 * reopening nobody can say which came first.
 */
function makeClosedTimes(events) {
    const turns = events.filter(({ event }) => event === 'closed' || event === 'reopened');
    return (time) => {
        const second = (0,engine_time/* toSecond */.u)(time);
        const last = turns.findLast(({ created_at: at }) => (0,engine_time/* toSecond */.u)(at) < second);
        const isTurning = turns.some(({ created_at: at }) => (0,engine_time/* toSecond */.u)(at) === second);
        return last?.event === 'closed' || isTurning;
    };
}
/**
 * Every time a label was applied or taken off, under the name it had then: a label that was renamed
 * since is another one, or any label could be turned into an approval.
 * @throws Unreadable when an event does not say which label it is about.
 */
function toLabelFacts(events, ledger) {
    const wasClosed = makeClosedTimes(events);
    return events
        .filter(({ event }) => event === 'labeled' || event === 'unlabeled')
        .map(({ event, actor, created_at: at, label, performed_via_github_app: app }) => {
        const name = label?.name;
        if (name == null)
            throw new unreadable/* Unreadable */.I('the history of the labels', 'an event names no label');
        return {
            kind: 'label',
            name,
            ...nameActor(actor),
            at,
            via_app: app == null ? null : (app.slug ?? 'an App'),
            removed: event === 'unlabeled',
            head_sha: wasClosed(at) ? '' : positionAt(ledger, at),
        };
    });
}
/** Whether an event is that of getting another base. */
function isRetargeting({ event }) {
    return RETARGETING.has(event);
}
function toRetargetings(events, ledger) {
    return events.filter(isRetargeting).map(({ actor, created_at: at }) => ({
        kind: 'retargeted',
        ...nameActor(actor),
        at,
        head_sha: positionAt(ledger, at),
    }));
}
/** A review belongs to the commit it was given for, wherever the head ref stood. */
function toReviewFact({ user, state, submitted_at: at, commit_id }) {
    if (at == null)
        return [];
    return [{ kind: 'review', state, ...nameActor(user), at, head_sha: commit_id ?? '' }];
}
const OWN_REPORTS = "the gate's own reports";
/** Nobody could ever sign after a report that is not published. */
const NEVER_REPORTED = 'the policy says "approvals.after_report: true" and the input "check-name" is empty, so the gate publishes none; give "check-name" a name, or set "after_report: false"';
/**
 * Reads comments where an override is at stake, and the gate's own reports where somebody has signed.
 * @throws Unreadable when the policy asks for reports that are not published, or when one cannot be read.
 */
async function readFurtherFacts(reader, pull, further) {
    const { policy, checkName, pastHeads } = further;
    const mustFollow = policy?.approvals?.after_report === true;
    if (mustFollow && checkName === '')
        throw new unreadable/* Unreadable */.I(OWN_REPORTS, NEVER_REPORTED);
    const asked = mustFollow
        ? [pull.head.sha, ...pastHeads]
        : listReportedHeads(further, pull.head.sha);
    const request = { number: pull.number, heads: asked, checkName, mustFollow };
    const [comments, reports] = await Promise.all([
        isOverrideAsked(policy, pull) ? reader.comments(pull.number) : [],
        checkName === '' ? [] : readPastReports(reader, request),
    ]);
    return [...comments.flatMap(toCommentFact), ...reports];
}
/** The heads whose reports are asked for; that of the present one also tells since when people are waited for. */
function listReportedHeads(further, headSha) {
    const binding = listBindingHeads(further, headSha);
    return binding.length === 0 && isEscalating(further.policy) ? [headSha] : binding;
}
function isEscalating(policy) {
    const { escalate_after, tiers } = policy?.approvals ?? { escalate_after: null, tiers: {} };
    return (escalate_after !== null || Object.values(tiers).some((tier) => tier.escalate_after !== null));
}
/**
 * The heads on which reports bind a signature: those it was given for, as far as it could be carried
 * over from them, and the present one, to which it would be carried.
 */
function listBindingHeads({ pastHeads, signedHeads }, headSha) {
    if (signedHeads.length === 0)
        return [];
    return [headSha, ...pastHeads.filter((sha) => signedHeads.includes(sha))];
}
function isOverrideAsked(policy, pull) {
    const wanted = policy?.override?.label.toLowerCase();
    return wanted !== undefined && pull.labels.some(({ name }) => name?.toLowerCase() === wanted);
}
/**
 * A reason is given by the person who overrides, not by an App in their name, and not by whoever edited
 * their comment afterwards.
 */
function toCommentFact(comment) {
    const { user, body, created_at: at, updated_at, performed_via_github_app: app } = comment;
    const isEdited = Date.parse(updated_at) !== Date.parse(at);
    if (app != null || isEdited)
        return [];
    return [{ kind: 'comment', ...nameActor(user), at, head_sha: '', text: body ?? '' }];
}

;// CONCATENATED MODULE: ./build/src/sources/github/remember.js
/**
 * The same reader with a memory for what cannot change: trees, commits and comparisons by commit id.
 * For one evaluation; it would grow without end over many.
 */
function rememberAnswers(reader) {
    return {
        ...reader,
        tree: once(reader.tree),
        blob: once(reader.blob),
        commit: once(reader.commit),
        codeownersErrors: once(reader.codeownersErrors),
        compare: once(reader.compare),
        mergeBase: once(reader.mergeBase),
    };
}
/** Starts a read that will be wanted soon. Whoever wants it then meets its failure, too. */
function readAhead(reading) {
    reading.catch(() => { });
}
/** Asks once for each set of parameters. */
function once(read) {
    const known = new Map();
    return (...parameters) => {
        const key = parameters.join(' ');
        const answer = known.get(key) ?? read(...parameters);
        known.set(key, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/src/sources/github/tree-diff.js
/** Every path whose mode or object differs, by path. */
function tree_diff_diffTrees(before, after) {
    const changes = new Map();
    for (const path of new Set([...before.keys(), ...after.keys()])) {
        const old = before.get(path) ?? null;
        const now = after.get(path) ?? null;
        if (old?.blob !== now?.blob || old?.mode !== now?.mode)
            changes.set(path, { path, before: old, after: now });
    }
    return changes;
}

;// CONCATENATED MODULE: ./build/src/sources/github/heads.js





const heads_CONCURRENT_READS = 4;
/** A head by its difference from the commit where it left the base. */
function toHeadReading(changes) {
    return (0,head_reading/* describeHead */.Ui)(Array.from(changes, (change) => ({ ...change, previousPath: null })));
}
/** Asks early where past heads left the base, as far as the present branch does not tell. */
function locateAhead(reader, present, shas) {
    for (const sha of shas)
        readAhead(findMergeBase(reader, present, sha));
}
/** Reads past heads onto the present base. One that GitHub no longer has is left out. */
async function readPastHeads(reader, present, shas) {
    const readings = await (0,concurrently/* mapConcurrently */.X)(shas, heads_CONCURRENT_READS, (sha) => readPastHead(reader, present, sha).catch((error) => {
        if ((0,github_ask/* isGone */.ST)(error))
            return null;
        throw error;
    }));
    const found = shas.flatMap((sha, at) => {
        const reading = readings[at];
        return reading == null ? [] : [[sha, reading]];
    });
    return new Map(found);
}
async function readPastHead(reader, present, sha) {
    const headTree = reader.tree(sha);
    readAhead(headTree);
    const mergeBaseTree = await reader.tree(await findMergeBase(reader, present, sha));
    return toHeadReading(tree_diff_diffTrees(mergeBaseTree, await headTree).values());
}
async function findMergeBase(reader, { baseSha, branch }, sha) {
    const [place, ...others] = findPlacesOfLeaving(branch, sha);
    return place !== undefined && others.length === 0 ? place : reader.mergeBase(baseSha, sha);
}
/**
 * The commits of the base that an earlier commit of the branch builds on, as far as the branch tells.
 * A single one is the merge base: everything else it builds on is the branch's own.
 */
function findPlacesOfLeaving({ commits }, sha) {
    const parentsOf = new Map(commits.map((it) => [it.sha, it.parents.map((parent) => parent.sha)]));
    if (!parentsOf.has(sha))
        return [];
    const reached = new Set([sha]);
    for (const commit of reached)
        for (const parent of parentsOf.get(commit) ?? [])
            reached.add(parent);
    return [...reached].filter((commit) => !parentsOf.has(commit));
}

;// CONCATENATED MODULE: ./build/src/sources/github/history.js


/** More parents outside the branch than this and it is a tangle no one reads. */
const MAX_BOUNDARY = 30;
const MAX_COMMITS = 10_000;
/** A branch, and whether the place where it leaves the base is in doubt. */
async function history_readHistory(reader, base, head) {
    const branch = await readBranch(reader, base, head);
    return { ...branch, findings: await findAmbiguity(reader, branch) };
}
async function readBranch(reader, base, head) {
    const first = await reader.compare(base, head);
    const commits = await readAllCommits(reader, base, head, first);
    const mergeBase = first.merge_base_commit.sha;
    const otherParents = findBoundary(commits).filter((sha) => sha !== mergeBase);
    return { mergeBase, commits, otherParents };
}
async function readAllCommits(reader, base, head, first) {
    const what = 'the commits of the pull request';
    if (first.total_commits > MAX_COMMITS)
        throw new unreadable/* Unreadable */.I(what, `there are more than ${MAX_COMMITS}`);
    const bySha = new Map(first.commits.map((commit) => [commit.sha, commit]));
    for (let page = 2; bySha.size < first.total_commits; page += 1) {
        const { commits } = await reader.compare(base, head, page);
        const before = bySha.size;
        for (const commit of commits)
            bySha.set(commit.sha, commit);
        if (bySha.size === before)
            throw new unreadable/* Unreadable */.I(what, `GitHub gave ${before} of ${first.total_commits}`);
    }
    return [...bySha.values()];
}
/** Parents that are not in the branch: commits of the base branch, and so all common ancestors that count. */
function findBoundary(commits) {
    const own = new Set(commits.map((commit) => commit.sha));
    const parents = commits.flatMap((commit) => commit.parents.map((parent) => parent.sha));
    return [...new Set(parents)].filter((sha) => !own.has(sha));
}
/**
 * Whether another common ancestor stands beside the merge base GitHub chose. One that is no ancestor
 * of the merge base is a merge base itself, and the three-dot diff may then hide a revert.
 */
async function findAmbiguity(reader, { mergeBase, otherParents: others }) {
    if (others.length > MAX_BOUNDARY)
        return [ambiguous([mergeBase, ...others])];
    const comparisons = await (0,concurrently/* mapConcurrently */.X)(others, 8, (sha) => reader.compare(sha, mergeBase));
    const independent = others.filter((_, at) => !isAncestor(comparisons[at]));
    return independent.length === 0 ? [] : [ambiguous([mergeBase, ...independent])];
}
function isAncestor(comparison) {
    return comparison?.status === 'ahead' || comparison?.status === 'identical';
}
function ambiguous(mergeBases) {
    return {
        rule: 'evidence/ambiguous-base',
        level: 'deny',
        evidence: { merge_bases: [...mergeBases].sort() },
    };
}
/** A commit with every name its author and committer go by; all of it forgeable. */
function toCommit({ sha, commit, author, committer, parents }) {
    const logins = [author, committer].flatMap((it) => it != null && 'login' in it ? [it.login] : []);
    const signatures = [commit.author, commit.committer].flatMap((it) => [it?.name, it?.email]);
    const people = [...logins, ...signatures].filter((it) => typeof it === 'string' && it !== '');
    return { sha, message: commit.message, people: [...new Set(people)], isMerge: parents.length > 1 };
}

// EXTERNAL MODULE: ./build/src/engine/plan/reference.js
var plan_reference = __webpack_require__(1571);
;// CONCATENATED MODULE: ./build/src/sources/github/issue-plans.js



/** Two are enough to see that it is not clear which one is meant. */
const MAX_ISSUES = 2;
/** The plans of the issues that a pull request's body names. */
async function readIssuePlans(reader, body) {
    const numbers = (0,plan_reference/* readPlanReferences */.Mn)(body).flatMap((reference) => (0,plan_reference/* referencedIssue */.fb)(reference) ?? []);
    const plans = await Promise.all(numbers.slice(0, MAX_ISSUES).map((number) => readIssuePlan(reader, number)));
    return plans.flat();
}
async function readIssuePlan(reader, number) {
    const issue = await reader.issue(number);
    const bytes = issue.pull_request == null ? (0,plan_reference/* extractIssuePlan */.ud)(issue.body ?? '') : null;
    if (bytes === null)
        return [];
    const path = `#${number}`;
    const plan = { origin: 'issue', source: `issue:${path}`, path, bytes };
    return [{ number, plan, labels: issue.labels.flatMap(({ name }) => name ?? []) }];
}
/**
 * Who labelled the issues and when their texts were edited, by `#number`. Read after the texts
 * themselves, so that an edit in between is seen as one.
 */
async function readIssueFacts(reader, plans) {
    const facts = await Promise.all(plans.map(async (it) => [it.plan.path, await readFactsOf(reader, it)]));
    return new Map(facts);
}
/** A label that is no longer on the issue approves nothing, even where no event says that it went. */
async function readFactsOf(reader, { number, labels }) {
    const [events, editedAt] = await Promise.all([reader.events(number), readEdit(reader, number)]);
    const present = new Set(labels.map((label) => label.toLowerCase()));
    const all = toLabelFacts(events, null);
    return { labels: all.filter((fact) => present.has(fact.name.toLowerCase())), editedAt };
}
async function readEdit(reader, number) {
    return reader.issueEditedAt(number).catch((error) => {
        if (error instanceof unreadable/* Unreadable */.I)
            return 'unknown';
        throw error;
    });
}

;// CONCATENATED MODULE: ./build/src/sources/github/listed-files.js

/** GitHub lists at most 3,000 files of a pull request (REST documentation: List pull requests files). */
const MAX_LISTED_FILES = 3000;
const FILES_PER_PAGE = 100;
/** GitHub's own list of the changed files, all pages side by side. @throws Unreadable when it is not whole. */
async function readListedFiles(reader, pull) {
    const what = 'the list of changed files';
    if (pull.changed_files > MAX_LISTED_FILES) {
        throw new unreadable/* Unreadable */.I(what, `${pull.changed_files} files change and GitHub lists ${MAX_LISTED_FILES}; split the change`);
    }
    const pages = Math.ceil(pull.changed_files / FILES_PER_PAGE);
    const numbers = Array.from({ length: pages }, (_, at) => at + 1);
    const files = (await Promise.all(numbers.map((page) => reader.filePage(pull.number, page)))).flat();
    if (files.length !== pull.changed_files) {
        throw new unreadable/* Unreadable */.I(what, `GitHub gave ${files.length} of ${pull.changed_files}`);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/src/sources/github/match-views.js
/**
 * Brings GitHub's list of changed files and the difference of the trees together. The trees say what
 * changed; the list adds patches and renames, and where it says anything else that is a finding.
 */
function matchViews(listed, changes) {
    const open = new Map(changes);
    const matched = [];
    const findings = [];
    for (const file of listed) {
        if (file.status === 'unchanged')
            continue;
        const change = claim(file, open);
        if (change === null)
            findings.push(disagreement(file.filename, 'listed as changed, but not so in the trees'));
        else
            matched.push(change);
    }
    for (const { path, before, after } of open.values()) {
        findings.push(disagreement(path, 'changed in the trees, but not listed'));
        matched.push({ path, previousPath: null, before, after, listed: null });
    }
    return { matched: matched.sort((a, b) => (a.path < b.path ? -1 : 1)), findings };
}
/** Takes the paths a listed file speaks of out of the open changes; null when they do not fit. */
function claim(file, open) {
    const change = open.get(file.filename);
    if (change === undefined)
        return null;
    const previousPath = file.status === 'renamed' ? (file.previous_filename ?? null) : null;
    if (previousPath === null) {
        if (!isStatus(file, change))
            return null;
        open.delete(file.filename);
        return {
            path: file.filename,
            previousPath,
            before: change.before,
            after: change.after,
            listed: file,
        };
    }
    const origin = open.get(previousPath);
    if (change.before !== null || origin?.before == null || origin.after !== null)
        return null;
    if (file.sha !== change.after?.blob)
        return null;
    open.delete(file.filename);
    open.delete(previousPath);
    return {
        path: file.filename,
        previousPath,
        before: origin.before,
        after: change.after,
        listed: file,
    };
}
function isStatus(file, { before, after }) {
    if (file.status === 'removed')
        return after === null && before !== null;
    if (file.sha !== after?.blob)
        return false;
    if (file.status === 'added' || file.status === 'copied')
        return before === null;
    return file.status !== 'renamed' && before !== null;
}
function disagreement(path, cause) {
    return { rule: 'evidence/disagreement', level: 'deny', path, evidence: { cause } };
}

;// CONCATENATED MODULE: ./build/src/sources/github/merge-result.js

/**
 * Paths that merging would change although the diff does not show them: git follows renames, of files
 * and of whole folders, that the base made meanwhile. Read from GitHub's test merge where that is one
 * of these two commits; until GitHub has made it, every place where git could follow a rename counts.
 */
async function findHiddenMergeChanges(reader, pull, merge) {
    if (merge.baseTree === merge.mergeBaseTree || pull.mergeable === false)
        return [];
    const merged = await readTestMerge(reader, pull, merge.baseSha);
    const paths = merged === null ? findRenamable(merge) : findMoved(merged, merge);
    if (paths.length === 0)
        return [];
    return [{ rule: 'evidence/ambiguous-base', level: 'deny', evidence: { paths } }];
}
async function readTestMerge(reader, pull, baseSha) {
    if (pull.mergeable !== true || pull.merge_commit_sha == null)
        return null;
    const commit = await reader.commit(pull.merge_commit_sha);
    const [base, head, ...others] = commit.parents.map((parent) => parent.sha);
    const isOurs = base === baseSha && head === pull.head.sha && others.length === 0;
    return isOurs ? reader.tree(pull.merge_commit_sha) : null;
}
function findMoved(merged, { baseTree, changes }) {
    return [...tree_diff_diffTrees(baseTree, merged).keys()].filter((path) => !changes.has(path)).sort();
}
/**
 * Changed files that the base no longer has, and new files in folders that the base has emptied: had
 * the base renamed them, git would put the change somewhere else.
 */
function findRenamable({ mergeBaseTree, baseTree, changes }) {
    const foldersThen = listFolders(mergeBaseTree);
    const foldersNow = listFolders(baseTree);
    const isEmptied = (folder) => foldersThen.has(folder) && !foldersNow.has(folder);
    return [...changes.values()]
        .filter(({ path, before, after }) => {
        if (after === null)
            return false;
        return before === null ? foldersOf(path).some(isEmptied) : !baseTree.has(path);
    })
        .map(({ path }) => path)
        .sort();
}
function listFolders(tree) {
    return new Set([...tree.keys()].flatMap(foldersOf));
}
/** `a/b` and `a` for `a/b/c`. */
function foldersOf(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

// EXTERNAL MODULE: ./build/src/sources/github/revision.js
var revision = __webpack_require__(9053);
;// CONCATENATED MODULE: ./build/src/sources/github/origins.js


/** Looks up where chains start through the API; the merge base itself costs nothing more. */
function originReader(reader, mergeBase) {
    return {
        isAncestor: async (commit) => {
            if (commit === mergeBase)
                return true;
            try {
                const { status } = await reader.compare(commit, mergeBase);
                return status === 'ahead' || status === 'identical';
            }
            catch (error) {
                if ((0,github_ask/* isGone */.ST)(error))
                    return null;
                throw error;
            }
        },
        filesAt: async (commit) => (0,revision/* readRevision */.M)(reader, 'origin', await reader.tree(commit)),
    };
}

;// CONCATENATED MODULE: ./build/src/sources/github/renames.js

/**
 * Whether merging could put anything elsewhere than the diff shows. Git follows renames only where a
 * side has deleted something: on the base, or on the branch while the base has added something. In any
 * other case a path that the branch leaves alone stays as the base has it.
 */
function mayFollowRenames({ mergeBaseTree, baseTree, changes }) {
    const meanwhile = [...tree_diff_diffTrees(mergeBaseTree, baseTree).values()];
    const isDeletion = (change) => change.after === null;
    const baseAdds = meanwhile.some((change) => change.before === null);
    return meanwhile.some(isDeletion) || (baseAdds && [...changes.values()].some(isDeletion));
}

// EXTERNAL MODULE: ./build/src/engine/results/budget.js
var results_budget = __webpack_require__(6916);
;// CONCATENATED MODULE: ./build/src/sources/github/choose-runs.js
/**
 * The runs of a workflow on a commit whose results count: for each event the newest that did anything.
 * A workflow may well run for a push and for the pull request; then both have to be good. A commit may
 * be on any number of branches, so a run for another one replaces none.
 */
function chooseRuns(runs, wanted) {
    const own = runs.filter((run) => isRunOf(wanted.workflow, run.path) &&
        run.head_sha === wanted.commit &&
        wanted.events.has(run.event) &&
        isSameName(run.repository.full_name, wanted.repository) &&
        isOfBranch(run, wanted.branch));
    const events = [...new Set(own.map(({ event }) => event))];
    return events.flatMap((event) => pickNewest(own.filter((run) => run.event === event)));
}
function isOfBranch({ head_branch, head_repository }, branch) {
    return head_branch === branch.ref && isSameName(head_repository?.full_name, branch.repository);
}
/** What is not known is not the same. */
function isSameName(a, b) {
    return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
/**
 * A run's path is the workflow's, sometimes with `@` and a ref behind it. A file may be called
 * `ci.yml@evil.yml`, so nothing behind the `@` may be the end of a workflow's name.
 */
function isRunOf(workflow, path) {
    if (path === workflow)
        return true;
    return path.startsWith(`${workflow}@`) && !/\.ya?ml/i.test(path.slice(workflow.length));
}
/** A run all of whose jobs were skipped, as a label may start it, says nothing about an earlier one. */
function pickNewest(runs) {
    const newestFirst = runs.toSorted((a, b) => b.id - a.id);
    const active = newestFirst.filter(({ conclusion }) => conclusion !== 'skipped');
    return (active.length > 0 ? active : newestFirst).slice(0, 1);
}

;// CONCATENATED MODULE: ./build/src/sources/github/run-origins.js



/**
 * For the event `pull_request`, GitHub runs a workflow on the merge of head and base. So a run on the same
 * head commit proves nothing when it was started for another base: an author who may push can open a
 * second pull request into a branch of their own that makes every test pass. A run does not reliably
 * say whose it is, so it counts only where it can have been nobody else's.
 * (docs.github.com: Events that trigger workflows, `pull_request`.)
 * @throws Unreadable when the pull requests of the branch cannot be listed.
 */
async function readRunOrigins(reader, pull, facts) {
    const siblings = await readSiblings(reader, pull);
    const retargetings = facts.filter(({ kind }) => kind === 'retargeted');
    return (run) => {
        if (run.event !== 'pull_request')
            return null;
        const startsAt = (0,engine_time/* toSecond */.u)(run.created_at);
        if (retargetings.some(({ at }) => (0,engine_time/* toSecond */.u)(at) >= startsAt))
            return { cause: 'another base' };
        const other = siblings.find((it) => mayHaveStarted(it, pull, startsAt));
        return other === undefined
            ? null
            : { cause: 'another pull request', other: String(other.number), base: other.base.ref };
    };
}
/**
 * Whether a pull request may be the one that a run was started for. A label can start runs of a closed one
 * too, which do no harm when its base has always been the same.
 * @param at in seconds
 */
function mayHaveStarted(other, { base }, at) {
    const { created_at, closed_at, wasRetargeted } = other;
    if ((0,engine_time/* toSecond */.u)(created_at) > at)
        return false;
    const isClosed = closed_at != null && (0,engine_time/* toSecond */.u)(closed_at) < at;
    return !isClosed || wasRetargeted || other.base.ref !== base.ref;
}
/** More of them than these are not looked into, and taken for retargeted. */
const MAX_SIBLINGS = 20;
/** The other pull requests of the head branch, from whatever repository of its owner. */
async function readSiblings(reader, pull) {
    const owner = pull.head.repo?.full_name.split('/')[0];
    if (owner === undefined)
        return [];
    const all = await reader.pullsOfBranch(owner, pull.head.ref);
    const others = all.filter(({ number }) => number !== pull.number);
    return (0,concurrently/* mapConcurrently */.X)(others, 8, async (other, at) => {
        const wasRetargeted = at >= MAX_SIBLINGS || (await readRetargeted(reader, other.number));
        return { ...other, wasRetargeted };
    });
}
async function readRetargeted(reader, number) {
    return (await reader.events(number)).some(isRetargeting);
}

// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __webpack_require__(5482);
// EXTERNAL MODULE: ./build/src/engine/results/looks-like-report.js
var looks_like_report = __webpack_require__(8948);
// EXTERNAL MODULE: ./build/src/engine/results/read-report.js + 11 modules
var read_report = __webpack_require__(7534);
// EXTERNAL MODULE: ./build/src/engine/results/report.js
var report = __webpack_require__(8691);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/src/sources/unzip.js

/** An archive that cannot be trusted to hold what it says; the message completes "the archive …: ". */
class BadArchive extends Error {
    name = 'BadArchive';
}
/** What one byte of an archive may unpack to; DEFLATE itself ends at 1,032. */
const MAX_RATIO = 1100;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;
/**
 * The regular files of a ZIP archive in memory; nothing is written anywhere. Whoever made it may be an
 * attacker, so sizes are held to what the archive says beforehand, and what the archive says to limits.
 * @throws BadArchive when it is damaged, ambiguous or unpacks to more than is read.
 */
async function unzip(bytes, limits) {
    const zip = await unzip_open(bytes);
    if (zip.entryCount > limits.entries)
        throw new BadArchive(`it has more than ${limits.entries} entries`);
    const files = new Map();
    let total = 0;
    for (const entry of await listEntries(zip)) {
        const { fileName: name } = entry;
        if (!isRegularFile(entry))
            continue;
        if (files.has(name))
            throw new BadArchive('it holds one name twice');
        const isRead = entry.uncompressedSize <= limits.fileBytes;
        if (isRead)
            total += entry.uncompressedSize;
        if (total > limits.totalBytes)
            throw new BadArchive(`it unpacks to more than ${limits.totalBytes} bytes`);
        files.set(name, { name, bytes: isRead ? await unpack(zip, entry) : null });
    }
    return [...files.values()];
}
async function unzip_open(bytes) {
    const options = {
        autoClose: false,
        lazyEntries: true,
        strictFileNames: true,
        validateEntrySizes: true,
    };
    return (0,yauzl/* fromBufferPromise */.SY)(Buffer.from(bytes), options).catch(() => {
        throw new BadArchive('it is no ZIP file');
    });
}
async function listEntries(zip) {
    const entries = [];
    try {
        for await (const entry of zip.eachEntry())
            entries.push(entry);
    }
    catch {
        throw new BadArchive('its list of files is damaged, or has names that lead elsewhere');
    }
    return entries;
}
function isRegularFile({ fileName, externalFileAttributes }) {
    const mode = externalFileAttributes >>> 16;
    return !fileName.endsWith('/') && (mode & FILE_TYPE) !== SYMLINK;
}
async function unpack(zip, entry) {
    const { compressedSize, uncompressedSize } = entry;
    if (entry.isEncrypted())
        throw new BadArchive('it is encrypted');
    if (uncompressedSize > compressedSize * MAX_RATIO + 1024)
        throw new BadArchive('a file in it claims to unpack to more than it can');
    const chunks = [];
    try {
        for await (const chunk of await zip.openReadStreamPromise(entry))
            chunks.push(chunk);
    }
    catch {
        throw new BadArchive('a file in it is damaged');
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/src/sources/github/artifact.js





/** Reports are text and pack well. */
const MAX_ZIP_BYTES = 50 * 1024 * 1024;
const LIMITS = { entries: 2000, fileBytes: report/* MAX_REPORT_BYTES */.WA, totalBytes: 128 * 1024 * 1024 };
/** What reports are called; an empty file of another name is none. */
const REPORT_NAME = /\.(?:xml|json|jsonl|ndjson|tap|txt|log)$/i;
/** What is never a report, however large. */
const MEDIA_NAME = /\.(?:png|jpe?g|gif|webp|webm|mp4|zip|gz|tgz|zst|har|map)$/i;
/**
 * The test reports in an artifact. Other files beside them, such as screenshots or coverage, are passed
 * over: what is no report says nothing about a test.
 * @param budget what all reports of a decision may hold together
 */
async function readArtifact(reader, artifact, budget) {
    if (artifact.size_in_bytes > MAX_ZIP_BYTES)
        return [problem(artifact, 'too-large', `it has more than ${MAX_ZIP_BYTES} bytes`)];
    const bytes = await reader.artifactZip(artifact.id, MAX_ZIP_BYTES);
    if (!isAsUploaded(bytes, artifact))
        return [problem(artifact, 'malformed', 'it is not what was uploaded: its digest differs')];
    try {
        const files = await unzip(bytes, LIMITS);
        return files.flatMap((file) => readFile(file, artifact, budget));
    }
    catch (error) {
        if (error instanceof BadArchive)
            return [problem(artifact, 'malformed', error.message)];
        throw error;
    }
}
function isAsUploaded(bytes, { digest }) {
    return digest == null || digest === `sha256:${(0,hash/* sha256 */.s)(bytes)}`;
}
function readFile({ name, bytes }, artifact, budget) {
    const source = `${artifact.name}: ${name}`;
    if (bytes === null) {
        const detail = `it has more than ${report/* MAX_REPORT_BYTES */.WA} bytes`;
        return MEDIA_NAME.test(name) ? [] : [{ code: 'too-large', detail, line: null, source }];
    }
    const isEmptyReport = bytes.length === 0 && REPORT_NAME.test(name);
    return isEmptyReport || (0,looks_like_report/* looksLikeReport */.Q)(bytes) ? [(0,read_report/* readReport */.t)(bytes, source, budget)] : [];
}
function problem({ name }, code, detail) {
    return { code, detail, line: null, source: name };
}

// EXTERNAL MODULE: ./build/src/engine/matching/glob.js + 1 modules
var matching_glob = __webpack_require__(9509);
;// CONCATENATED MODULE: ./build/src/sources/github/choose-artifacts.js


/** A matrix has a few dozen; more would be read for minutes. */
const MAX_ARTIFACTS = 100;
/**
 * The artifacts that a run's results are in. When failed jobs are run again, the others' artifacts
 * stay those of an earlier attempt, so the newest of each name counts; of two of one name in the same
 * attempt nobody can say which does.
 * @param glob what the policy calls them
 */
function chooseArtifacts(all, run, glob) {
    const isNamed = (0,matching_glob/* allowMatcher */._c)([glob]);
    const named = all.filter(({ name }) => isNamed(name));
    if (named.length === 0)
        return { ok: false, why: 'none' };
    const own = named.filter(({ workflow_run: origin }) => isOf(run, origin?.head_sha));
    if (own.length === 0)
        return { ok: false, why: 'another commit' };
    const latest = own.filter((artifact) => isOfLatestAttempt(artifact, run));
    if (hasTwins(latest))
        return { ok: false, why: 'twice' };
    const artifacts = choose_artifacts_pickNewest(own);
    if (artifacts.length > MAX_ARTIFACTS)
        return { ok: false, why: 'too many' };
    if (artifacts.some(({ expired }) => expired))
        return { ok: false, why: 'expired' };
    return { ok: true, artifacts };
}
function isOf(run, head) {
    return head == null || head === run.head_sha;
}
function isOfLatestAttempt({ created_at: at }, { run_started_at }) {
    return run_started_at == null || at == null || (0,engine_time/* toSecond */.u)(at) >= (0,engine_time/* toSecond */.u)(run_started_at);
}
function hasTwins(artifacts) {
    return new Set(artifacts.map(({ name }) => name)).size < artifacts.length;
}
/** Ids are given in the order of upload. */
function choose_artifacts_pickNewest(artifacts) {
    const ordered = artifacts.toSorted((a, b) => a.id - b.id);
    return [...new Map(ordered.map((artifact) => [artifact.name, artifact])).values()];
}

;// CONCATENATED MODULE: ./build/src/sources/github/run-results.js




/**
 * The test reports that one run left, and what keeps them from being all there is to read.
 * @throws Unreadable when the server's lists are there and cannot be read.
 */
async function readRun(reader, source, run, { doubt, budget }) {
    const about = { workflow: source.workflow, run: run.html_url };
    const obstacle = describeObstacle(source, run, doubt);
    if (obstacle !== null)
        return { ...about, reports: [], problems: [obstacle] };
    const { reports, problems } = await readReports(reader, source, run, budget);
    return { ...about, reports, problems: [...describeEnding(source, run), ...problems] };
}
/** Why nothing of a run is read; null when it is. */
function describeObstacle(source, { event, status }, doubt) {
    if (doubt !== null)
        return describeSource(source, 'acceptance/untrusted-workflow', { event, ...doubt });
    if (status === 'completed')
        return null;
    return describeSource(source, 'acceptance/no-results', { event, cause: 'still running' });
}
/** A run that did not succeed may have left out the very report that says so. */
function describeEnding(source, { event, conclusion }) {
    if (conclusion === 'success')
        return [];
    const ended = ENDINGS.has(conclusion ?? '') ? String(conclusion) : 'unknown';
    return [describeSource(source, 'acceptance/failed', { event, cause: 'run', ended })];
}
/** How runs end (REST documentation: List workflow runs for a repository). */
const ENDINGS = new Set([
    'action_required',
    'cancelled',
    'failure',
    'neutral',
    'skipped',
    'stale',
    'success',
    'timed_out',
]);
const MAX_REPORTS = 1000;
async function readReports(reader, source, run, budget) {
    const listed = await unlessWithheld(reader.artifacts(run.id));
    const choice = listed && chooseArtifacts(listed, run, source.artifact);
    if (choice?.ok === false)
        return noReports(describeArtifacts(source, choice.why));
    const readings = choice && (await readArtifacts(reader, choice.artifacts, budget));
    if (readings === null)
        return noReports(describeSource(source, 'acceptance/no-results', { cause: 'withheld' }));
    const reports = readings.flatMap((reading) => reading.reports);
    return reports.length > MAX_REPORTS
        ? noReports(tooMany(source, `${MAX_REPORTS} reports`))
        : { reports, problems: describeEmpty(source, readings) };
}
function noReports(problem) {
    return { reports: [], problems: [problem] };
}
const CONCURRENT_ARTIFACTS = 3;
/** Null when one of the artifacts cannot be had: it may hold the failure. */
async function readArtifacts(reader, artifacts, budget) {
    const readings = await (0,concurrently/* mapConcurrently */.X)(artifacts, CONCURRENT_ARTIFACTS, async (artifact) => {
        const reports = await unlessWithheld(readArtifact(reader, artifact, budget));
        return reports && { artifact: artifact.name, reports };
    });
    const known = readings.filter((reading) => reading !== null);
    return known.length < readings.length ? null : known;
}
/** Null when the token may not read workflows and what they left, which is no reason to judge nothing. */
async function unlessWithheld(answer) {
    return answer.catch((error) => {
        if ((0,github_ask/* isRefusedWith */.Bb)(error, 403, 404, 410))
            return null;
        throw error;
    });
}
/** An artifact that the policy names and that holds no report may be one whose tests never ran. */
function describeEmpty(source, readings) {
    return readings
        .filter(({ reports }) => reports.length === 0)
        .map(({ artifact }) => describeSource(source, 'acceptance/no-results', { cause: 'no report', artifact }));
}
function describeArtifacts(source, why) {
    switch (why) {
        case 'none':
            return describeSource(source, 'acceptance/no-results', { cause: 'no artifact' });
        case 'expired':
            return describeSource(source, 'acceptance/no-results', { cause: 'expired' });
        case 'another commit':
            return describeSource(source, 'acceptance/stale', { cause: 'another commit' });
        case 'twice':
            return describeSource(source, 'acceptance/duplicate', { cause: 'two artifacts of one name' });
        case 'too many':
            return tooMany(source, `${MAX_ARTIFACTS} artifacts`);
    }
}
function tooMany(source, what) {
    const detail = `it stands for more than ${what}`;
    const more = { cause: 'too many', report: source.artifact, detail };
    return describeSource(source, 'acceptance/malformed', more);
}
/** A finding about a workflow's results. */
function describeSource({ workflow, artifact }, rule, more) {
    return { rule, level: 'deny', evidence: { workflow, artifact, ...more } };
}

;// CONCATENATED MODULE: ./build/src/sources/github/results.js




/** Runs whose workflow GitHub takes from the branch itself; others take it, or their inputs, from elsewhere. */
const HEAD_EVENTS = new Set(['pull_request', 'push']);
const BASE_EVENTS = new Set(['push']);
/** The results of head and, where the policy compares them, of the merge base. */
async function readAcceptanceResults(reader, request) {
    const { rules, given, pull } = request;
    if (rules?.required !== true)
        return { results: null, baseResults: null };
    const { results: sources, red_green } = rules;
    const budget = (0,results_budget/* openBudget */.a)();
    const [results, baseResults] = await Promise.all([
        given === null
            ? readHeadResults(reader, sources, budget, request)
            : given.isOf(pull.head.sha)
                ? given.readings
                : [ofUnknownCommit()],
        red_green ? readBaseResults(reader, sources, budget, request) : null,
    ]);
    return { results, baseResults };
}
async function readHeadResults(reader, sources, budget, { pull, facts, headTree, mergeBaseTree, trustedSha }) {
    const [trustedTree, doubt] = await Promise.all([
        reader.tree(trustedSha),
        readRunOrigins(reader, pull, facts),
    ]);
    const trees = { trusted: trustedTree, head: headTree, mergeBase: mergeBaseTree };
    const distrust = (workflow) => compareWorkflow(trees, workflow);
    const branch = { ref: pull.head.ref, repository: pull.head.repo?.full_name ?? null };
    const at = { commit: pull.head.sha, branch, events: HEAD_EVENTS };
    return readResults(reader, { sources, ...at, distrust, doubt, budget });
}
/** What is on the base branch has been let in; a push of the same commit elsewhere may be anybody's. */
function readBaseResults(reader, sources, budget, { pull, mergeBase: commit }) {
    const branch = { ref: pull.base.ref, repository: reader.repository };
    const trust = { distrust: () => null, doubt: () => null };
    return readResults(reader, { sources, commit, branch, events: BASE_EVENTS, budget, ...trust });
}
/** A workflow that the change could have rewritten may say that anything passed. */
function compareWorkflow({ trusted, head, mergeBase }, workflow) {
    const known = trusted.get(workflow);
    const own = head.get(workflow);
    if (known === undefined)
        return { cause: 'absent' };
    if (isSameFile(own, known))
        return null;
    return { cause: isSameFile(own, mergeBase.get(workflow)) ? 'outdated' : 'changed' };
}
function isSameFile(a, b) {
    return a?.blob === b?.blob && a?.mode === b?.mode;
}
/** Report files may have been written for any commit; the event has to say for which. */
function ofUnknownCommit() {
    const evidence = { cause: 'another commit', input: 'results' };
    const problem = { rule: 'acceptance/stale', level: 'deny', evidence };
    return { workflow: null, run: null, reports: [], problems: [problem] };
}
/**
 * Reads the test reports that workflows left on a commit. What a report says is its run's word, and the
 * run is of the pull request's code; which workflow ran, and on which commit, is the server's.
 * @throws Unreadable when the server's lists are there and cannot be read.
 */
async function readResults(reader, request) {
    const { sources, commit, distrust } = request;
    const isAnyTrusted = sources.some(({ workflow }) => distrust(workflow) === null);
    const runs = isAnyTrusted ? await unlessWithheld(reader.workflowRuns(commit)) : [];
    const readings = [];
    // One after another: what is unpacked at a time must fit into memory.
    for (const source of sources)
        readings.push(...(await readSource(reader, request, source, runs)));
    return readings;
}
async function readSource(reader, request, source, runs) {
    const { workflow } = source;
    const reason = request.distrust(workflow);
    if (reason !== null)
        return [withoutRun(source, 'acceptance/untrusted-workflow', reason)];
    if (runs === null)
        return [withoutRun(source, 'acceptance/no-results', { cause: 'withheld' })];
    const chosen = chooseRuns(runs, { ...request, workflow, repository: reader.repository });
    if (chosen.length === 0)
        return [withoutRun(source, 'acceptance/no-results', { cause: 'no run' })];
    const readings = [];
    for (const run of chosen)
        readings.push(await readRun(reader, source, run, { ...request, doubt: request.doubt(run) }));
    return readings;
}
function withoutRun(source, rule, more) {
    const problems = [describeSource(source, rule, more)];
    return { workflow: source.workflow, run: null, reports: [], problems };
}

// EXTERNAL MODULE: ./build/src/engine/approvals/bench.js
var approvals_bench = __webpack_require__(5505);
// EXTERNAL MODULE: ./build/src/engine/approvals/signatures.js
var signatures = __webpack_require__(6888);
// EXTERNAL MODULE: ./build/src/engine/approvals/standing.js
var standing = __webpack_require__(8287);
// EXTERNAL MODULE: ./build/src/engine/case.js
var engine_case = __webpack_require__(1874);
// EXTERNAL MODULE: ./build/src/engine/places.js
var places = __webpack_require__(5134);
;// CONCATENATED MODULE: ./build/src/sources/github/signers.js







/** Works out what is at stake for a change under the protected branch's policy and owners. */
function findStakes(policy, trusted, changes) {
    const evidence = (0,empty_evidence/* emptyEvidence */.H)({ trusted, files: changes.map(head_reading/* asChangedFile */.Xb) });
    const bench = policy === null ? (0,approvals_bench/* openBenchWithoutPolicy */.Lp)(evidence) : (0,approvals_bench/* openBench */.zb)(evidence, policy, null);
    const { rules, asked } = bench;
    const owning = [...new Set(evidence.files.flatMap(engine_case/* namesOf */.eZ).map(bench.ownersOf))];
    const owners = [...new Set(owning.flat())];
    const named = policy?.plan?.approvers ?? [];
    const planApprovers = named.length > 0 ? named : owners;
    const behindLabel = mapLabels(policy, (0,signatures/* namesToSignWith */.Lu)(rules.label, asked), asked, planApprovers);
    return {
        ownersBehind: (fact) => {
            if (fact.kind === 'review')
                return rules.reviews ? asked : [];
            const name = fact.name.toLowerCase();
            return [...(behindLabel.get(name) ?? []), ...(name.startsWith(places/* ACCEPTED */.wh) ? owners : [])];
        },
        groups: [...owning, ...groupApprovers(policy, rules), planApprovers],
        hasOwners: owners.length > 0,
        planLabel: policy?.plan?.approval_label ?? null,
        planApprovers,
    };
}
/** Whom each label the policy gives a meaning to could speak for, by its name in lower case. */
function mapLabels(policy, signing, asked, planApprovers) {
    const behind = new Map();
    const add = (label, owners) => {
        const name = label?.toLowerCase();
        if (name !== undefined)
            behind.set(name, [...(behind.get(name) ?? []), ...owners]);
    };
    for (const { name, owner } of signing)
        add(name, owner === null ? asked : [owner]);
    add(policy?.plan?.approval_label, planApprovers);
    add(policy?.override?.label, policy?.override?.approvers ?? []);
    return behind;
}
function groupApprovers(policy, { tiers }) {
    const rules = policy === null ? [] : [...policy.paths, ...policy.patterns];
    const all = [...Object.values(tiers), ...rules, ...(policy?.override ? [policy.override] : [])];
    return all.map((it) => it.approvers);
}
/**
 * Whether it matters what GitHub thinks of the owners as CODEOWNERS names them: as long as nobody has
 * signed, for who can; afterwards where somebody signed whom it names as themselves.
 */
function mayConcernOwners(stakes, signing) {
    const isByNamed = (fact) => isNamed(stakes, fact);
    return stakes.hasOwners && (signing.length === 0 || signing.some(isByNamed));
}
/** Whether somebody signed who is asked for by login, not as the member of a team. */
function isNamed({ ownersBehind }, fact) {
    return toLowerCase(ownersBehind(fact)).includes(`@${fact.actor.toLowerCase()}`);
}
/**
 * For each team at stake, the people who signed something it could be asked for. Users come before
 * teams: who signed as themselves and is named wherever the team is need not be its member.
 */
function listTeamQuestions(stakes, signing, issues) {
    const groups = stakes.groups.map(toLowerCase);
    const teams = new Set(groups.flat().filter(isTeam));
    const questions = new Map([...teams].map((team) => [team, new Set()]));
    const isNamedBeside = (user, team) => groups.every((group) => !group.includes(team) || group.includes(user));
    const add = (actor, behind) => {
        const user = `@${actor.toLowerCase()}`;
        for (const team of behind) {
            const isSpared = behind.includes(user) && isNamedBeside(user, team);
            if (!isSpared)
                questions.get(team)?.add(actor);
        }
    };
    for (const fact of signing)
        add(fact.actor, toLowerCase(stakes.ownersBehind(fact)));
    for (const actor of findPlanApprovers(stakes, issues))
        add(actor, toLowerCase(stakes.planApprovers));
    return new Map([...questions].map(([team, people]) => [team, [...people]]));
}
function toLowerCase(owners) {
    return owners.map((owner) => owner.toLowerCase());
}
/** Who labelled the issues that plans come from. */
function findPlanApprovers({ planLabel }, issues) {
    if (planLabel === null)
        return [];
    const labels = [...issues.values()].flatMap((it) => (0,standing/* findLiveLabel */.aV)(it.labels, planLabel, null) ?? []);
    return labels
        .filter((label) => label.actor_type === 'User' && label.via_app === null)
        .map((label) => label.actor)
        .filter((actor) => actor !== '');
}
function isTeam(owner) {
    return owner.startsWith('@') && owner.includes('/');
}

// EXTERNAL MODULE: ./build/src/sources/github/schemas.js
var schemas = __webpack_require__(8006);
;// CONCATENATED MODULE: ./build/src/sources/github/teams.js



const CONCURRENT_TEAMS = 8;
/** Memberships asked for in one evaluation; on a public repository anybody may approve. */
const MAX_QUESTIONS = 400;
/**
 * Asks GitHub which of the people who signed are members of the teams they may stand for. Without a
 * token for it nothing is read, and the policy's own list of teams has to do.
 */
async function readTeams(api, questions) {
    if (api === null)
        return { teams: new Map(), requests: 0 };
    const ask = (0,github_ask/* makeAsk */.kr)(api, {});
    const asked = [...questions];
    const total = asked.reduce((sum, [, logins]) => sum + logins.length, 0);
    const readings = await (0,concurrently/* mapConcurrently */.X)(asked, CONCURRENT_TEAMS, ([team, logins]) => total > MAX_QUESTIONS ? Promise.resolve('unreadable') : readTeam(ask, team, logins));
    const named = asked.map(([team], at) => [team.toLowerCase(), readings[at] ?? 'unreadable']);
    return { teams: new Map(named), requests: ask.requestCount() };
}
/**
 * The members among some people. GitHub answers 404 both for "is not a member" and for "you cannot see
 * this team". Any other answer about the team shows that it can be seen; without one, that is asked.
 */
async function readTeam(ask, team, logins) {
    if (logins.length === 0)
        return { members: [] };
    const [org = '', team_slug = ''] = team.slice(1).split('/');
    const answers = await Promise.all(logins.map((username) => isMember(ask, { org, team_slug, username })));
    if (answers.includes('unknown'))
        return 'unreadable';
    const isSeen = answers.some((answer) => answer !== 'not found');
    if (!isSeen && !(await canSee(ask, { org, team_slug })))
        return 'unreadable';
    return { members: logins.filter((_, at) => answers[at] === 'member') };
}
async function canSee(ask, team) {
    const route = 'GET /orgs/{org}/teams/{team_slug}';
    return ask.one('a team', schemas/* Team */.u, route, team).then(() => true, () => false);
}
/** Invited is not yet a member. */
async function isMember(ask, person) {
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    return ask.one('a membership', schemas/* Membership */.DL, route, person).then(({ value }) => (value.state === 'active' ? 'member' : 'not a member'), (error) => error instanceof github_ask/* Refused */.Lw && error.status === 404 ? 'not found' : 'unknown');
}

;// CONCATENATED MODULE: ./build/src/sources/github/trusted-branch.js








/** Policy, owners and plans come from the base branch where the default branch's policy lists it. */
async function readTrusted(reader, pull, base, { policyPath, tryOut }) {
    const defaultBranch = pull.base.repo.default_branch;
    const named = (0,plan_reference/* readPlanReferences */.Mn)(pull.body ?? '').filter((name) => (0,plan_reference/* referencedIssue */.fb)(name) === null);
    const plans = tryOut?.plan == null ? named : [tryOut.plan.path];
    const request = { policyPath, policyOverride: tryOut?.policy ?? null, plans };
    if (base.ref === defaultBranch)
        return readTip(reader, base, 'base', request);
    const sha = await reader.branchTip(defaultBranch);
    const tip = { ref: defaultBranch, sha, tree: await reader.tree(sha) };
    const policy = await (0,sources_trusted/* readPolicyFiles */.Qe)((0,revision/* readRevision */.M)(reader, defaultBranch, tip.tree), policyPath);
    return chooseTrustedBranch(policy, base.ref) === 'base'
        ? readTip(reader, base, 'base', request)
        : readTip(reader, tip, defaultBranch, request);
}
async function readTip(reader, { sha, tree }, name, request) {
    const trusted = await (0,sources_trusted/* readTrustedFiles */.VZ)((0,revision/* readRevision */.M)(reader, name, tree), request);
    return { trusted, trustedSha: sha };
}
/** What GitHub finds wrong with the code owners of a commit; older servers do not offer the list. */
async function readCodeownersErrors(reader, sha) {
    return reader.codeownersErrors(sha).catch((error) => {
        if ((0,github_ask/* isRefusedWith */.Bb)(error, 404))
            return [];
        throw error;
    });
}
/**
 * Starts reading what the base most likely holds too: a change seldom touches policy, owners and plans,
 * and the same content has the same id. What turns out to be wanted is there a round earlier.
 */
function readLikelyFiles(reader, headTree, policyPath) {
    const owners = places/* CODEOWNERS_PATHS */.xn.find((path) => headTree.has(path));
    const plans = [...headTree.keys()].filter(sources_trusted/* isPlanPath */.pU);
    const likely = [policyPath, owners, ...(plans.length > MAX_LIKELY_PLANS ? [] : plans)];
    for (const path of likely) {
        const entry = path === undefined ? undefined : headTree.get(path);
        if (entry?.mode.startsWith('100') && isSmall(entry))
            readAhead(reader.blob(entry.blob));
    }
}
/**
 * Asks early what GitHub thinks of the owners, where it is as good as sure to be wanted: nobody has signed, so it is told
 * who can, and the base most likely has owners where the head has.
 */
function askForOwnersAhead(reader, { base }, { baseSha, headTree }) {
    if (base.ref === base.repo.default_branch && places/* CODEOWNERS_PATHS */.xn.some((path) => headTree.has(path)))
        readAhead(reader.codeownersErrors(baseSha));
}
/** The author decides how large these are; a guess is not worth more. GitHub loads no larger CODEOWNERS. */
const MAX_LIKELY_BYTES = 4 * 1024 * 1024;
function isSmall({ size }) {
    return size !== null && size <= MAX_LIKELY_BYTES;
}
/** Named plans are read alone; with more than these, what is likely is a guess. */
const MAX_LIKELY_PLANS = 3;
/**
 * Whose policy judges a pull request into a branch that is not the default one. Only the default
 * branch's policy may say that another branch speaks for itself (`bases`); otherwise anybody who can
 * push a branch could push a lax policy along with it.
 */
function chooseTrustedBranch(defaultPolicy, baseRef) {
    if (defaultPolicy.length === 0)
        return 'default';
    const resolved = (0,resolve/* resolvePolicy */.nZ)(defaultPolicy);
    return resolved.ok && (0,matching_glob/* allowMatcher */._c)(resolved.policy.bases)(baseRef) ? 'base' : 'default';
}

;// CONCATENATED MODULE: ./build/src/sources/github/evidence.js























/**
 * Reads a pull request live, in a few rounds of requests side by side where nothing is unusual. The
 * event that started the run only says which one.
 * @throws Unreadable when any part that a verdict needs cannot be read completely.
 */
async function readGitHubEvidence(patient, request) {
    const reader = rememberAnswers(patient);
    const pull = await reader.pull(request.number);
    const first = await readPullSide(reader, pull);
    readLikelyFiles(reader, first.headTree, request.policyPath);
    if (first.signing.length === 0)
        askForOwnersAhead(reader, pull, first);
    const second = await readBaseSide(reader, pull, first, request);
    const third = await readDetails(reader, pull, { ...first, ...second }, request);
    const { branch, trusted, views } = second;
    const { files } = third.changed;
    const chainOrigins = await (0,chain_origins/* readChainOrigins */.x)(originReader(reader, branch.mergeBase), branch.mergeBase, (0,chain_files/* listReadings */.Gk)(files, []), request.policyPath);
    const evidence = {
        local: false,
        repository: reader.repository,
        pullRequest: request.number,
        baseRef: pull.base.ref,
        baseSha: first.baseSha,
        mergeBaseSha: branch.mergeBase,
        headSha: pull.head.sha,
        headRefs: [pull.head.ref],
        author: pull.user ?? null,
        body: pull.body ?? '',
        labels: labelsOf(pull),
        commits: branch.commits.map(toCommit),
        files,
        trusted,
        codeownersErrors: third.codeownersErrors,
        proposedPolicy: third.proposedPolicy,
        offeredPlans: [
            ...first.issuePlans.map(({ plan }) => plan),
            ...(0,sources_trusted/* offeredPlans */.YZ)(files),
            ...(request.tryOut?.plan?.file ? [request.tryOut.plan.file] : []),
        ],
        requestedPlan: request.tryOut?.plan?.path ?? null,
        facts: (0,approval_facts/* orderFacts */.U)([...first.facts, ...third.furtherFacts]),
        movesKnown: first.movesKnown,
        heads: third.heads,
        results: third.results,
        baseResults: third.baseResults,
        localChains: [],
        chainOrigins,
        teams: third.answers.teams,
        issues: second.issues,
        defects: [...second.ambiguity, ...views.findings, ...third.changed.findings, ...third.hidden],
        requests: reader.requestCount() + third.answers.requests,
    };
    return { evidence, pin: evidence_pinState(pull, first.baseSha) };
}
/** What can be asked as soon as the pull request is known. */
async function readPullSide(reader, pull) {
    const [baseSha, listed, headTree, { facts, movesKnown }, issuePlans] = await Promise.all([
        reader.branchTip(pull.base.ref),
        readListedFiles(reader, pull),
        reader.tree(pull.head.sha),
        readPullFacts(reader, pull),
        readIssuePlans(reader, pull.body ?? ''),
    ]);
    const signing = (0,head_reading/* findSigningFacts */.WC)(facts, labelsOf(pull));
    return { baseSha, listed, headTree, facts, movesKnown, signing, issuePlans };
}
/** Where the branch leaves the base, and what the protected branch says. */
async function readBaseSide(reader, pull, { baseSha, listed, headTree, facts, signing, issuePlans }, request) {
    const [branch, baseTree, issues] = await Promise.all([
        readBranch(reader, baseSha, pull.head.sha),
        reader.tree(baseSha),
        readIssueFacts(reader, issuePlans),
    ]);
    const { mergeBase } = branch;
    const present = { baseSha, branch };
    locateAhead(reader, present, (0,head_reading/* listPastHeads */.Ip)(facts, signing, pull.head.sha));
    if (mergeBase !== baseSha)
        readTestMergeAhead(reader, pull);
    const base = { ref: pull.base.ref, sha: baseSha, tree: baseTree };
    const [mergeBaseTree, { trusted, trustedSha }, ambiguity] = await Promise.all([
        mergeBase === baseSha ? baseTree : reader.tree(mergeBase),
        readTrusted(reader, pull, base, request),
        findAmbiguity(reader, branch),
    ]);
    const changes = tree_diff_diffTrees(mergeBaseTree, headTree);
    const views = matchViews(listed, changes);
    return {
        branch,
        present,
        baseTree,
        mergeBaseTree,
        issues,
        trusted,
        trustedSha,
        ambiguity,
        changes,
        views,
    };
}
/** What depends on the change itself, on the policy and on the owners. */
async function readDetails(reader, pull, sides, { policyPath, checkName, teams, results: given }) {
    const { facts, signing, headTree, trusted, changes, views, present } = sides;
    const policy = resolveTrusted(trusted);
    const stakes = findStakes(policy, trusted, views.matched);
    const weighty = signing.filter((fact) => stakes.ownersBehind(fact).length > 0);
    const isByNamed = (fact) => isNamed(stakes, fact);
    const pastHeads = (0,head_reading/* listPastHeads */.Ip)(facts, weighty, pull.head.sha, isByNamed);
    const signedHeads = [...new Set(weighty.map((fact) => fact.head_sha))].filter((sha) => sha !== '');
    const head = (0,revision/* readRevision */.M)(reader, 'head', headTree);
    const { branch, mergeBaseTree } = sides;
    const ends = {
        from: { commit: branch.mergeBase, tree: mergeBaseTree },
        to: { commit: pull.head.sha, tree: headTree },
    };
    const asked = { rules: policy?.acceptance ?? null, given, pull };
    const [results, changed, hidden, past, furtherFacts, answers, proposedPolicy, codeownersErrors] = await Promise.all([
        readAcceptanceResults(reader, { ...asked, ...sides, mergeBase: sides.branch.mergeBase }),
        readChangedFiles(reader, views.matched, ends, policyPath),
        mayFollowRenames(sides) ? findHiddenMergeChanges(reader, pull, sides) : [],
        readPastHeads(reader, present, pastHeads),
        readFurtherFacts(reader, pull, { policy, checkName, pastHeads, signedHeads }),
        readTeams(teams, listTeamQuestions(stakes, weighty, sides.issues)),
        (0,sources_trusted/* readProposedPolicy */.t6)(head, views.matched.map(head_reading/* asChangedFile */.Xb), trusted),
        mayConcernOwners(stakes, weighty) ? readCodeownersErrors(reader, sides.trustedSha) : [],
    ]);
    const heads = new Map([[pull.head.sha, toHeadReading(changes.values())], ...past]);
    const more = { furtherFacts, answers, proposedPolicy, codeownersErrors };
    return { ...results, ...more, changed, hidden, heads };
}
function resolveTrusted({ policy }) {
    const resolved = policy.length === 0 ? null : (0,resolve/* resolvePolicy */.nZ)(policy);
    return resolved?.ok === true ? resolved.policy : null;
}
/** The test merge is looked at when the base has moved on; finding it takes two requests in a row. */
function readTestMergeAhead(reader, pull) {
    if (pull.mergeable === true && pull.merge_commit_sha != null)
        readAhead(reader.commit(pull.merge_commit_sha));
}
function labelsOf(pull) {
    return pull.labels.flatMap(({ name }) => name ?? []);
}
/** Reads the state as it is now; null when the base's name is not known yet. */
async function readPin(reader, number, baseRef) {
    const likelyTip = baseRef === null ? null : reader.branchTip(baseRef);
    if (likelyTip !== null)
        readAhead(likelyTip);
    const pull = await reader.pull(number);
    const isThere = likelyTip !== null && pull.base.ref === baseRef;
    return evidence_pinState(pull, await (isThere ? likelyTip : reader.branchTip(pull.base.ref)));
}
/** The state that a pull request and its base's tip make together. */
function evidence_pinState(pull, baseSha) {
    const labels = labelsOf(pull).sort();
    return {
        number: pull.number,
        baseRef: pull.base.ref,
        baseSha,
        headSha: pull.head.sha,
        state: JSON.stringify([pull.state, labels, pull.body ?? '', pull.head.ref]),
    };
}
function evidence_isSamePin(a, b) {
    return (a.baseRef === b.baseRef &&
        a.baseSha === b.baseSha &&
        a.headSha === b.headSha &&
        a.state === b.state);
}

;// CONCATENATED MODULE: ./build/src/gate/group-steps.js
/** Combinations of steps and members that are tried; an honest queue needs a few for each step. */
const MAX_TRIES = 20_000;
/** A pull request's changes by path; a rename is taken apart. */
function listEntryChanges(files) {
    return new Map(files.flatMap(({ path, previousPath, before, after }) => previousPath === null
        ? [[path, { before, after }]]
        : [
            [previousPath, { before, after: null }],
            [path, { before: null, after }],
        ]));
}
/**
 * Paths of the step that no member explains; null when all is explained: the line from base to head falls
 * into stretches of which each is one member's work, and each member's at most once. A single stretch over
 * all members would not do: a member may build on another one's commits and take them back, which its own
 * diff does not show.
 */
function group_steps_findUnexplainedPaths(steps, members) {
    const line = steps.filter((step) => step.size > 0);
    let furthest = 0;
    let tries = 0;
    const isExplained = (from, unused) => {
        furthest = Math.max(furthest, from);
        if (from === line.length)
            return true;
        let stretch = new Map();
        for (let to = from; to < line.length; to += 1) {
            stretch = joinSteps(stretch, line[to] ?? new Map());
            for (const member of unused) {
                tries += 1;
                if (tries > MAX_TRIES)
                    return false;
                const rest = unused.filter((other) => other !== member);
                if (listMisfits(stretch, member).length === 0 && isExplained(to + 1, rest))
                    return true;
            }
        }
        return false;
    };
    return isExplained(0, members) ? null : namePaths(line[furthest] ?? new Map(), members);
}
/** What two steps come to together. A path that the second one takes back stays: it was touched. */
function joinSteps(first, second) {
    const joined = new Map(first);
    for (const [path, { before, after }] of second)
        joined.set(path, { before: (first.get(path) ?? { before }).before, after });
    return joined;
}
/**
 * The paths of a stretch that are not a member's, or that it leaves with other content. Only where a file
 * was not as the member found it may it end up as something else: then both changes were merged.
 */
function listMisfits(stretch, member) {
    return [...stretch].flatMap(([path, step]) => {
        const own = member.get(path);
        if (own === undefined)
            return [path];
        const isAsFound = step.before?.blob === own.before?.blob;
        return isAsFound && !isSameEntry(step.after, own.after) ? [path] : [];
    });
}
/** The paths to name of a step: those that are nobody's, else all: no one member has them together. */
function namePaths(step, members) {
    const paths = [...step.keys()].sort();
    const foreign = paths.filter((path) => !members.some((member) => member.has(path)));
    return foreign.length > 0 ? foreign : paths;
}
function isSameEntry(one, other) {
    return one?.blob === other?.blob && one?.mode === other?.mode;
}

;// CONCATENATED MODULE: ./build/src/gate/evaluate.js






/** How often a pull request that keeps moving is judged anew before the gate says so instead. */
const MAX_ROUNDS = 3;
/**
 * Judges pull requests and makes sure that none of them moved meanwhile: what moved between reading
 * and publishing is judged again, and one that will not stand still is blocked. `onJudged` hears of each
 * judgement before the last look is taken.
 */
async function evaluate_evaluateSteadily(reader, numbers, settings, onJudged = () => { }) {
    const settled = new Map();
    let open = [...new Set(numbers)].map((number) => ({ number, finding: RESTLESS }));
    for (let round = 0; round < MAX_ROUNDS && open.length > 0; round += 1) {
        for (const { number } of open) {
            const evaluation = await evaluatePull(reader, number, settings);
            settled.set(number, evaluation);
            onJudged(evaluation);
        }
        open = await findDoubtful(reader, [...settled.values()], settings);
    }
    for (const { number, finding } of open) {
        const { headSha = '', readFrom = null } = settled.get(number) ?? {};
        const known = { number, headSha, pin: null, readFrom };
        settled.set(number, undecided(reader, known, [finding], settings.now));
    }
    return [...settled.values()];
}
const RESTLESS = { rule: 'evidence/head-moved', level: 'deny' };
async function findDoubtful(reader, evaluations, settings) {
    const doubts = await Promise.all(evaluations.map((it) => lookAgain(reader, it, settings)));
    return doubts.filter((doubt) => doubt !== null);
}
async function evaluatePull(reader, number, settings) {
    const { now } = settings;
    let first = null;
    let readFrom = null;
    const watched = {
        ...reader,
        pull: async (it) => {
            const pull = await reader.pull(it);
            first ??= pull;
            readFrom ??= reader.answeredAt();
            return pull;
        },
    };
    try {
        const { evidence, pin } = await readGitHubEvidence(watched, { number, ...settings });
        const decision = (0,decide/* decide */.L)(evidence, now);
        const changes = listEntryChanges(evidence.files);
        const notifyOn = listNotifyEvents(evidence.trusted.policy);
        return { number, headSha: evidence.headSha, decision, changes, notifyOn, pin, readFrom };
    }
    catch (error) {
        const pin = await readPin(reader, number, null).catch(() => null);
        // The block is published on the head wherever that is known: an older, green check may stand there.
        const headSha = pin?.headSha ?? (await readHead(reader, number));
        // What moved while it was read may have failed for that alone: under its first state it is read again.
        const held = pin && first ? evidence_pinState(first, pin.baseSha) : pin;
        const known = { number, headSha, pin: held, readFrom };
        return undecided(reader, known, [evaluate_describeFailure(error, settings)], now);
    }
}
/** The head commit; '' when it cannot be read. */
function readHead(reader, number) {
    return reader.pull(number).then((pull) => pull.head.sha, () => '');
}
/** A pull request whose state could not be read at all stands as it was judged: blocked. */
async function lookAgain(reader, { number, pin }, settings) {
    if (pin === null)
        return null;
    try {
        const isSame = evidence_isSamePin(pin, await readPin(reader, number, pin.baseRef));
        return isSame ? null : { number, finding: RESTLESS };
    }
    catch (error) {
        return { number, finding: evaluate_describeFailure(error, settings) };
    }
}
/**
 * Whether a pull request is known to have moved since it was judged. The tip of its base is not asked for
 * again: what is merged there after a verdict starts no run for it, this one no more than any other.
 */
async function evaluate_hasMoved(reader, { number, pin }) {
    if (pin === null)
        return false;
    const pull = await reader.pull(number).catch(() => null);
    return pull !== null && !isSamePin(pin, pinState(pull, pin.baseSha));
}
function undecided(reader, { number, headSha, pin, readFrom }, findings, now) {
    const subject = { repository: reader.repository, pullRequest: number, headSha };
    const decision = undecided_decideUndecided(subject, findings, reader.requestCount(), now);
    return {
        number,
        headSha,
        decision,
        changes: new Map(),
        notifyOn: listNotifyEvents([]),
        pin,
        readFrom,
    };
}
/**
 * The finding for whatever was thrown. Words of unknown errors stay out, because they may quote the author:
 * only whoever runs the gate hears them.
 */
function evaluate_describeFailure(error, { onFailure }) {
    if (error instanceof unreadable/* Unreadable */.I)
        return describeMissing(error.missing, error.message);
    onFailure(error);
    return describeMissing('the pull request', 'an internal error of the gate; its debug log names it');
}
function describeMissing(missing, cause) {
    return { rule: 'evidence/incomplete', level: 'deny', evidence: { missing, cause } };
}

;// CONCATENATED MODULE: ./build/src/gate/merge-group.js







/** `gh-readonly-queue/main/pr-7-<sha>`: the last pull request of the group. */
const QUEUE_REF = /\/pr-(\d+)-[0-9a-f]+$/;
/** How GitHub titles the commits it makes for a merge and for a squash. */
const MERGE_TITLE = /^Merge pull request #(\d+) from /;
const SQUASH_TITLE = /\(#(\d+)\)$/;
const merge_group_MAX_COMMITS = 500;
/** Commits from the group's base to its head, along first parents; each is a tree to read. */
const MAX_STEPS = 100;
/**
 * Judges every pull request of a merge group, and that each step of the group is the work of one of
 * them: whatever no member explains blocks, however the members were found.
 */
async function merge_group_evaluateMergeGroup(reader, group, settings) {
    const history = await readHistory(reader, group.baseSha, group.headSha);
    const numbers = await findMembers(reader, group, history.commits);
    const evaluations = await evaluateSteadily(reader, numbers, settings);
    const unexplained = await findUnexplained(reader, group, history.commits, evaluations);
    const problems = [...history.findings, ...describeGaps(evaluations, unexplained)];
    if (problems.length === 0)
        return { evaluations, group: null };
    const subject = { repository: reader.repository, pullRequest: null, headSha: group.headSha };
    const requests = reader.requestCount();
    return { evaluations, group: decideUndecided(subject, problems, requests, settings.now) };
}
function describeGaps(evaluations, unexplained) {
    if (evaluations.length > 0 && unexplained === null)
        return [];
    const cause = evaluations.length === 0 || unexplained === null
        ? 'no open pull request belongs to this merge group'
        : `no pull request of this merge group explains ${unexplained.slice(0, 5).join(', ')}`;
    const evidence = { missing: 'the members of the merge group', cause };
    return [{ rule: 'evidence/incomplete', level: 'deny', evidence }];
}
/** Titles are the authors' words, so they only ever add members; members are open and of this base. */
async function findMembers(reader, group, commits) {
    if (commits.length > merge_group_MAX_COMMITS) {
        throw new Unreadable('the members of the merge group', `it has more than ${merge_group_MAX_COMMITS} commits`);
    }
    const associated = await mapConcurrently(commits, 8, ({ sha }) => reader.pullsOfCommit(sha));
    const candidates = new Set([
        ...numbersIn(QUEUE_REF, group.headRef),
        ...firstParents(group.headSha, commits).flatMap(readTitle),
        ...associated.flat().map((pull) => pull.number),
    ]);
    const pulls = await mapConcurrently([...candidates], 8, (number) => reader.pull(number));
    return pulls
        .filter((pull) => pull.state === 'open' && pull.base.ref === group.baseRef)
        .map((pull) => pull.number)
        .sort((a, b) => a - b);
}
/** The commits GitHub made for the group: the first parents from its head down. */
function firstParents(head, commits) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    const line = [];
    for (let at = bySha.get(head); at !== undefined; at = bySha.get(at.parents[0]?.sha ?? ''))
        line.push(at);
    return line;
}
function readTitle({ commit }) {
    const title = commit.message.split('\n')[0] ?? '';
    return [...numbersIn(MERGE_TITLE, title), ...numbersIn(SQUASH_TITLE, title)];
}
function numbersIn(pattern, text) {
    const digits = pattern.exec(text)?.[1];
    return digits === undefined ? [] : [Number(digits)];
}
/** What the group does step by step that its members were not judged for; null: nothing. */
async function findUnexplained(reader, group, commits, evaluations) {
    const steps = await readSteps(reader, group, firstParents(group.headSha, commits));
    const members = evaluations.map(({ changes }) => changes);
    return findUnexplainedPaths(steps, members);
}
/**
 * The difference that each commit of the line makes to the one before it, from the base up.
 * @throws Unreadable when the line does not lead from the group's base to its head
 */
async function readSteps(reader, { baseSha, headSha }, line) {
    const what = 'the steps of the merge group';
    if (line.length > MAX_STEPS)
        throw new Unreadable(what, `there are more than ${MAX_STEPS}`);
    if (line.length === 0 && headSha !== baseSha)
        throw new Unreadable(what, 'GitHub does not list the commits that lead to its head');
    if (line.length > 0 && line.at(-1)?.parents[0]?.sha !== baseSha)
        throw new Unreadable(what, 'they do not lead back to its base');
    const commits = [baseSha, ...line.map(({ sha }) => sha).toReversed()];
    const trees = await mapConcurrently(commits, 8, (sha) => reader.tree(sha));
    return trees.slice(1).map((tree, at) => diffTrees(trees[at] ?? new Map(), tree));
}

;// CONCATENATED MODULE: ./build/src/gate/pulls-with-head.js

/**
 * The open pull requests with exactly this head: they share one check run, so they share one verdict.
 * Asks by commit, and goes through the open ones when that answer is not to be had.
 */
async function findPullsWithHead(reader, headSha) {
    const pulls = await reader.pullsOfCommit(headSha).catch((error) => {
        if (error instanceof unreadable/* Unreadable */.I)
            return reader.openPulls();
        throw error;
    });
    return pulls.filter((pull) => pull.state === 'open' && pull.head.sha === headSha);
}

;// CONCATENATED MODULE: ./build/src/gate/judge.js






/**
 * Judges a pull request together with every other open one that has the same head commit: a check run
 * belongs to the commit, so a lax base must not speak for a strict one.
 */
async function judgePull(reader, number, settings) {
    const findSharing = once((sha) => findPullsWithHead(reader, sha));
    // Asked along with the last look at the pull request, not after it.
    const lookAhead = ({ headSha: sha }) => {
        if (sha !== '')
            readAhead(findSharing(sha));
    };
    const evaluations = await evaluate_evaluateSteadily(reader, [number], settings, lookAhead);
    const headSha = evaluations[0]?.headSha ?? '';
    if (headSha === '')
        return toVerdict(headSha, evaluations);
    try {
        const sharing = await findSharing(headSha);
        const others = sharing.map((pull) => pull.number).filter((other) => other !== number);
        if (others.length === 0)
            return toVerdict(headSha, evaluations);
        const together = await evaluate_evaluateSteadily(reader, [number, ...others], settings);
        return toVerdict(headSha, together.map((it) => holdToCommit(reader, it, headSha, settings.now)));
    }
    catch (error) {
        // Not knowing who shares the commit is not knowing the verdict.
        const finding = evaluate_describeFailure(error, settings);
        return toVerdict(headSha, evaluations.map((it) => replaceDecision(reader, it, finding, settings.now)));
    }
}
/** Judges the members of a merge group; its verdict stands on the group's own commit. */
async function judgeMergeGroup(reader, group, settings) {
    const { headSha } = group;
    try {
        const judged = await evaluateMergeGroup(reader, group, settings);
        const verdict = toVerdict(headSha, judged.evaluations);
        const decisions = judged.group === null ? verdict.decisions : [judged.group, ...verdict.decisions];
        return { ...verdict, decisions, commentable: false };
    }
    catch (error) {
        const subject = { repository: reader.repository, pullRequest: null, headSha };
        const decision = decideUndecided(subject, [describeFailure(error, settings)], reader.requestCount(), settings.now);
        return { headSha, evaluations: [], decisions: [decision], commentable: false };
    }
}
/**
 * Whether a verdict is known to be old by now: a pull request has moved, or another run came to another
 * conclusion after this one had begun to read. A merge group does not move.
 */
async function isOutdated(reader, verdict, own) {
    if (!verdict.commentable)
        return false;
    const doubts = await Promise.all([
        wasOvertaken(reader, verdict, own),
        ...verdict.evaluations.map((it) => hasMoved(reader, it)),
    ]);
    return doubts.includes(true);
}
/**
 * Reviews, plans in issues and test results change without moving the pull request, and a run that began
 * later has seen more of them. Whose verdict it was does not matter: to look again does no harm.
 */
async function wasOvertaken(reader, { headSha, evaluations, decisions }, { checkName, ids }) {
    const starts = evaluations.flatMap(({ readFrom }) => readFrom?.getTime() ?? []);
    if (ids.size === 0 || starts.length === 0)
        return false;
    const runs = await reader.checkRuns(headSha, checkName).catch(unlessRefused);
    // More runs than anybody reads are the doing of whoever hides one among them. A block hides nothing.
    if (runs === null)
        return decisions.every(({ conclusion }) => conclusion !== 'block');
    const last = Math.max(...ids);
    const conclusion = runs.find(({ id }) => id === last)?.conclusion;
    const later = runs.filter((run) => !ids.has(run.id) && Date.parse(run.completed_at ?? '') >= Math.min(...starts));
    return later.some((run) => run.conclusion !== conclusion);
}
/** No runs where GitHub refuses to list them; null where its list is none that can be read. */
function unlessRefused(error) {
    return error instanceof Refused ? [] : null;
}
function toVerdict(headSha, evaluations) {
    return {
        headSha,
        evaluations,
        decisions: evaluations.map((it) => it.decision),
        commentable: true,
    };
}
/** A pull request whose head moved on while its siblings were read has no verdict on this commit. */
function holdToCommit(reader, evaluation, headSha, now) {
    if (evaluation.headSha === headSha)
        return evaluation;
    return replaceDecision(reader, evaluation, { rule: 'evidence/head-moved', level: 'deny' }, now);
}
function replaceDecision(reader, evaluation, finding, now) {
    const { number, headSha } = evaluation;
    const subject = { repository: reader.repository, pullRequest: number, headSha };
    const decision = undecided_decideUndecided(subject, [finding], reader.requestCount(), now);
    return { ...evaluation, decision };
}

// EXTERNAL MODULE: ./build/src/reports/verdict.js
var verdict = __webpack_require__(5048);
// EXTERNAL MODULE: ./build/src/commands/format.js + 15 modules
var commands_format = __webpack_require__(9353);
// EXTERNAL MODULE: ./build/src/commands/github-place.js
var github_place = __webpack_require__(7171);
// EXTERNAL MODULE: ./build/src/commands/github-session.js + 1 modules
var github_session = __webpack_require__(3875);
// EXTERNAL MODULE: ./build/src/commands/io.js + 1 modules
var io = __webpack_require__(5343);
// EXTERNAL MODULE: ./build/src/commands/options.js
var commands_options = __webpack_require__(6342);
// EXTERNAL MODULE: ./build/src/engine/agent.js
var agent = __webpack_require__(8153);
// EXTERNAL MODULE: ./build/src/engine/approvals/codeowners.js
var codeowners = __webpack_require__(5998);
// EXTERNAL MODULE: ./build/src/engine/bare-case.js
var bare_case = __webpack_require__(1155);
// EXTERNAL MODULE: ./build/src/engine/checks/limits.js
var limits = __webpack_require__(2522);
// EXTERNAL MODULE: ./build/src/engine/checks/paths.js + 1 modules
var paths = __webpack_require__(9138);
// EXTERNAL MODULE: ./build/src/engine/checks/patterns.js + 6 modules
var patterns = __webpack_require__(9199);
// EXTERNAL MODULE: ./build/src/engine/evidence-files.js
var evidence_files = __webpack_require__(9349);
// EXTERNAL MODULE: ./build/src/engine/parsing/yaml.js
var yaml = __webpack_require__(4324);
// EXTERNAL MODULE: ./build/src/engine/plan/draft.js
var plan_draft = __webpack_require__(8069);
// EXTERNAL MODULE: ./build/src/engine/plan/plan.js
var plan = __webpack_require__(9183);
;// CONCATENATED MODULE: ./build/src/engine/proposal.js













/**
 * Describes a change by the rules of a policy it was never asked to follow. Nothing is decided: the
 * title and the branch are the author's words and end up in the plan, which a person has to read.
 */
function proposePlan(evidence, policy, title, now) {
    const proofs = (0,evidence_files/* findEvidenceFiles */.kQ)(evidence.files, null);
    const files = evidence.files.filter(({ path }) => !proofs.has(path));
    const owners = groupByOwners(evidence, policy, files.flatMap(engine_case/* namesOf */.eZ));
    const subject = (0,bare_case/* makeBareCase */.N)(policy, files);
    const found = [paths/* paths */.f, patterns/* patterns */.q, limits/* limits */.F].flatMap((check) => check.run(subject).findings);
    const finished = (0,engine_findings/* finishFindings */.I)([...evidence.defects, ...found], evidence, () => false);
    const scope = [...new Set(files.flatMap(engine_case/* namesOf */.eZ))].sort();
    return {
        version: 1,
        subject: describeSubject(evidence, policy),
        plan: writePlan(evidence, { owner: chooseOwner(evidence, owners), title, scope }, now),
        findings: finished.map(({ rule, level, path, line, message, remedy }) => {
            return { rule, level, path, line, message, remedy };
        }),
        owners,
        stats: {
            files: evidence.files.length,
            added: evidence.files.reduce((sum, file) => sum + file.added, 0),
            removed: evidence.files.reduce((sum, file) => sum + file.removed, 0),
            requests: evidence.requests,
        },
    };
}
function describeSubject(evidence, policy) {
    return {
        repository: evidence.repository,
        pull_request: evidence.pullRequest,
        base_ref: evidence.baseRef,
        head_ref: evidence.headRefs[0] ?? null,
        merge_base_sha: evidence.mergeBaseSha,
        head_sha: evidence.headSha,
        author: evidence.author?.login ?? null,
        agent: (0,agent/* detectAgent */.xD)(policy.agents, evidence),
    };
}
/** Largest group first; a path is listed once, whichever of its file's names it is. */
function groupByOwners(evidence, policy, names) {
    const { ownersOf } = (0,approvals_bench/* openBench */.zb)(evidence, policy, null);
    const groups = new Map();
    for (const path of [...new Set(names)].sort()) {
        const owners = ownersOf(path);
        const key = (0,codeowners/* ownersKey */.is)(owners);
        const group = groups.get(key) ?? { owners, paths: [] };
        group.paths.push(path);
        groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => b.paths.length - a.paths.length);
}
const PERSON = /^@[A-Za-z0-9][A-Za-z0-9-]*$/;
/** A person who owns some of it, else who opened it, else the account it belongs to: a guess to look at. */
function chooseOwner(evidence, owned) {
    const author = evidence.author?.type === 'User' ? [`@${evidence.author.login}`] : [];
    const account = `@${evidence.repository?.split('/')[0] ?? ''}`;
    const candidates = [...owned.flatMap(({ owners }) => owners), ...author, account];
    return candidates.find((name) => PERSON.test(name)) ?? '@owner';
}
/** A plan's `branch` holds no more characters. */
const MAX_BRANCH = 255;
function writePlan(evidence, { owner, title, scope }, now) {
    const [headRef = ''] = evidence.headRefs;
    const branch = (0,plan_draft/* entryForPath */.hy)(headRef);
    const draft = {
        id: headRef,
        title,
        owner,
        risk: 'medium',
        branch: branch === '' || branch.length > MAX_BRANCH ? null : branch,
        expires: null,
        must: scope.map(plan_draft/* entryForPath */.hy),
        may: [],
    };
    const text = (0,plan_draft/* renderPlan */.EG)((0,plan_draft/* draftPlan */.ZF)(draft, now));
    const parsed = (0,plan/* parsePlan */.v)({ bytes: new TextEncoder().encode(text) });
    return parsed.ok
        ? { text, problems: [] }
        : { text: null, problems: parsed.problems.map(yaml/* describeProblem */.BJ) };
}

// EXTERNAL MODULE: ./build/src/reports/json.js
var json = __webpack_require__(307);
// EXTERNAL MODULE: ./build/src/reports/escape.js
var reports_escape = __webpack_require__(5830);
// EXTERNAL MODULE: ./build/src/reports/terminal-text.js
var terminal_text = __webpack_require__(7721);
;// CONCATENATED MODULE: ./build/src/reports/proposal.js



/** Paths and places listed in one group; the JSON form has every one. */
const SHOWN = 25;
const LEVELS = {
    deny: 'red',
    approve: 'yellow',
    warn: 'yellow',
    info: 'dim',
};
/** The proposal for a person at a terminal. All foreign text is escaped; the plan escapes its own. */
function renderProposal(proposal, preset, options) {
    const sections = [
        renderSubject(proposal, options),
        renderOwners(proposal, options),
        renderRules(proposal, preset, options),
        renderPlan(proposal, options),
    ];
    return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
function renderSubject({ subject, stats }, { colour }) {
    const { repository, pull_request, author, head_ref, base_ref, agent } = subject;
    const name = (0,reports_escape/* escapeLog */.Ah)(`${repository}#${pull_request}`);
    const by = (0,reports_escape/* escapeLog */.Ah)(author ?? 'a deleted account');
    const branches = `${(0,reports_escape/* escapeLog */.Ah)(head_ref ?? '?')} into ${(0,reports_escape/* escapeLog */.Ah)(base_ref ?? '?')}`;
    const range = `${subject.merge_base_sha.slice(0, 12)}..${subject.head_sha.slice(0, 12)}`;
    return [
        (0,terminal_text/* paint */.n)(`${name} by ${by}, ${branches}`, ['bold'], colour),
        `Change  ${(0,verdict/* count */.U9)(stats.files, 'file')}, +${stats.added} -${stats.removed}, ${range}`,
        `Agent   ${agent.is_agent ? `yes, by its ${agent.signals.join(', ')}` : 'no known sign of one'}`,
    ];
}
function renderOwners({ owners }, { colour }) {
    return [
        (0,terminal_text/* paint */.n)('Owners of what changed', ['bold'], colour),
        ...owners.flatMap((group) => renderGroup(group, colour)),
    ];
}
function renderGroup({ owners, paths }, colour) {
    const names = owners.length === 0 ? 'nobody' : owners.map(reports_escape/* escapeLog */.Ah).join(' or ');
    return [`  ${names} (${(0,verdict/* count */.U9)(paths.length, 'path')})`, ...listPlaces(paths, colour)];
}
function listPlaces(places, colour) {
    const more = places.length - SHOWN;
    return [
        ...places.slice(0, SHOWN).map((place) => `      ${(0,terminal_text/* paint */.n)((0,reports_escape/* escapeLog */.Ah)(place), ['cyan'], colour)}`),
        ...(more > 0 ? [`      and ${more} more; --format json lists every one`] : []),
    ];
}
function renderRules({ findings }, preset, options) {
    const title = (0,terminal_text/* paint */.n)(`What the gate would say with the preset "${preset}"`, ['bold'], options.colour);
    if (findings.length === 0)
        return [title, '  nothing: no protected path or pattern is touched'];
    const groups = groupByRule(findings);
    return [title, ...[...groups.values()].flatMap((group) => renderRule(group, options))];
}
function groupByRule(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const key = `${finding.level} ${finding.rule}`;
        groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
    return groups;
}
function renderRule(group, options) {
    const [first] = group;
    if (first === undefined)
        return [];
    const level = (0,terminal_text/* paint */.n)(first.level, [LEVELS[first.level]], options.colour);
    const width = options.width ?? 100;
    const indent = { first: '    ', rest: '    ', width };
    const places = group.flatMap(({ path, line }) => path === null ? [] : [line === null ? path : `${path}:${line}`]);
    return [
        `  ${(0,reports_escape/* escapeLog */.Ah)(first.rule)} ${level}`,
        ...(0,terminal_text/* wrap */.L)((0,reports_escape/* escapeLog */.Ah)(first.message), indent),
        ...listPlaces(places, options.colour),
    ];
}
function renderPlan({ plan }, { colour }) {
    const title = (0,terminal_text/* paint */.n)('The plan it would have needed', ['bold'], colour);
    if (plan.text === null) {
        const reasons = plan.problems.slice(0, SHOWN).map((problem) => `  ${(0,reports_escape/* escapeLog */.Ah)(problem)}`);
        return [title, '  No plan can be written for it:', ...reasons];
    }
    return [
        title,
        '  Read it, put in the person who answers for it, and have it merged as .countersign/plans/ID.yml.',
        '',
        plan.text.trimEnd(),
    ];
}

// EXTERNAL MODULE: ./build/src/sources/cannot-start.js
var cannot_start = __webpack_require__(7528);
;// CONCATENATED MODULE: ./build/src/sources/github/at-closing.js
/**
 * Once it is merged, the base holds the change and there is nothing left to compare; the branch may be
 * gone as well. For a merged pull request the base is what the merge was made onto: the first parent of
 * the merge commit, of the squashed commit, or of the last rebased one, none of which holds the head
 * itself. For one that was only closed it is the tip that GitHub last noted. The gate never uses this.
 * @throws Refused or Unreadable when the merge commit cannot be read.
 */
async function readAtClosing(reader, pull) {
    if (pull.state === 'open')
        return { reader, baseSha: null };
    const baseSha = await findBaseSha(reader, pull);
    if (baseSha === null)
        return { reader, baseSha: null };
    const branchTip = async (branch) => branch === pull.base.ref ? baseSha : reader.branchTip(branch);
    return { reader: { ...reader, branchTip }, baseSha };
}
async function findBaseSha(reader, pull) {
    if (pull.merged !== true || pull.merge_commit_sha == null)
        return pull.base.sha ?? null;
    const [first] = (await reader.commit(pull.merge_commit_sha)).parents;
    return first?.sha ?? pull.base.sha ?? null;
}

;// CONCATENATED MODULE: ./build/src/commands/scan/subject.js





/** Finds the pull request. @throws CannotStart when it cannot be read. */
async function openSubject(target) {
    const { owner, repo, number } = target;
    const name = `${owner}/${repo}#${number}`;
    const session = (0,github_session/* openSession */.fA)((0,github_place/* resolvePlace */.M0)(target.host, process.env), name);
    const live = (0,github_reader/* makeReader */.Y)(session.api, { owner, repo });
    const { pull, reader, baseSha } = await (0,github_session/* readFirst */.vv)(session, name, async () => {
        const found = await live.pull(number);
        return { pull: found, ...(await readAtClosing(live, found)) };
    });
    return { target, session, pull, reader, closedAt: baseSha };
}
/** What somebody could take for the state of things now. */
function tellOfClosing({ pull, closedAt }) {
    if (closedAt === null)
        return;
    const state = pull.merged === true ? 'merged' : 'closed';
    (0,io/* note */.N4)(`#${pull.number} is ${state}; it is read against the base it had then (${closedAt.slice(0, 12)}).`);
}

;// CONCATENATED MODULE: ./build/src/commands/scan/propose.js











/** The rules that a proposal is made by, in whatever repository: those of the preset. */
const PRESET = 'standard';
const BY_PRESET = {
    source: `preset ${PRESET}`,
    path: places/* POLICY_PATH */.l$,
    bytes: new TextEncoder().encode(`version: 1\nextends: ${PRESET}\n`),
};
/**
 * Prints what a pull request would have needed. It is a view and no verdict: the exit code is 0.
 * @throws CannotStart when the pull request cannot be read completely, or for a form it has not.
 */
async function propose(subject, options) {
    const { output, now, policy, plan } = options;
    const format = (0,commands_format/* chooseFormat */.H8)(options);
    if (format !== 'text' && format !== 'json')
        throw new cannot_start/* CannotStart */.c(`--propose prints text or json, not ${format}; choose one of them.`);
    if (policy !== undefined || plan !== undefined)
        throw new cannot_start/* CannotStart */.c('--propose takes neither --policy nor --plan; leave them out.');
    const evidence = await readEvidence(subject, options);
    const resolved = (0,resolve/* resolvePolicy */.nZ)([BY_PRESET]);
    if (!resolved.ok)
        throw new RangeError(`the preset ${PRESET} is not valid`);
    const proposal = proposePlan(evidence, resolved.policy, subject.pull.title ?? '', now);
    tellOfClosing(subject);
    const text = format === 'json'
        ? (0,json/* encodeJson */.P)(proposal)
        : renderProposal(proposal, PRESET, (0,commands_format/* terminalStyle */.wy)(output !== undefined));
    (0,commands_format/* writeResult */.Zk)(text, output, 'proposal');
    return 0;
}
async function readEvidence({ session, reader, target }, { checkName }) {
    const tryOut = { policy: BY_PRESET, plan: null };
    const settings = { policyPath: places/* POLICY_PATH */.l$, checkName, teams: null, results: null, tryOut };
    try {
        const { evidence } = await readGitHubEvidence(reader, { number: target.number, ...settings });
        session.progress.stop();
        return evidence;
    }
    catch (error) {
        session.progress.stop();
        (0,github_session/* refuseUsedUpLimit */.Ww)(session);
        if (!(error instanceof unreadable/* Unreadable */.I))
            throw error;
        throw new cannot_start/* CannotStart */.c(`${target.owner}/${target.repo}#${target.number} cannot be read completely: ${error.missing}: ${error.message}.`);
    }
}

;// CONCATENATED MODULE: ./build/src/commands/scan/run.js










/** Scans one pull request; the exit code. @throws CannotStart */
async function runScan(text, given) {
    const options = { ...given, format: (0,commands_format/* chooseFormat */.H8)(given) };
    const target = (0,github_place/* parsePullTarget */.ef)(text);
    const settings = makeSettings(options);
    const subject = await openSubject(target);
    try {
        return options.propose === true
            ? await propose(subject, options)
            : await judge(subject, settings, options);
    }
    finally {
        subject.session.progress.stop();
    }
}
function makeSettings({ policy, plan, checkName, policyPath, now, }) {
    const tryOut = {
        policy: policy === undefined ? null : (0,commands_options/* readLocalPolicy */.On)(policy),
        plan: plan === undefined ? null : (0,commands_options/* readRequestedPlan */.sR)(plan, '.'),
    };
    const onFailure = io/* noteInternal */.ii;
    return { policyPath, checkName, teams: null, results: null, now, tryOut, onFailure };
}
async function judge(subject, settings, options) {
    const { session, target } = subject;
    const decisions = await judgeAll(subject, { ...settings, teams: session.teams });
    session.progress.stop();
    (0,github_session/* refuseUsedUpLimit */.Ww)(session);
    const decision = (0,verdict/* pickWorst */.fY)(decisions);
    if (decision === null)
        throw new RangeError('a scan came to no decision');
    if (isPlanUnknown(decision, settings))
        (0,commands_options/* refuseUnknownPlan */.qJ)(options.plan ?? '');
    tellOfClosing(subject);
    const links = { server: `https://${session.place.host}`, run: null };
    (0,commands_format/* writeDecision */.el)(decision, options, links);
    tellMore(decision, target.number);
    return decision.conclusion === 'block' ? 1 : 0;
}
/** What the verdict itself does not say to whoever asked for another one. */
function tellMore({ subject, findings }, asked) {
    if (subject.pull_request !== asked)
        (0,io/* note */.N4)(`#${subject.pull_request} has the same head commit; the worst verdict counts.`);
    if (findings.some(({ rule }) => rule === 'policy/missing'))
        (0,io/* note */.N4)('There is no policy to judge it by; try one with --policy FILE, or see --propose.');
}
/** Open ones as the gate does, with those that share the head; what is closed shares no check any more. */
async function judgeAll({ reader, target, closedAt }, settings) {
    if (closedAt === null)
        return (await judgePull(reader, target.number, settings)).decisions;
    const evaluations = await evaluate_evaluateSteadily(reader, [target.number], settings);
    return evaluations.map(({ decision }) => decision);
}
function isPlanUnknown(decision, { tryOut }) {
    const path = tryOut?.plan?.path;
    return (path !== undefined &&
        decision.findings.some(({ rule, evidence }) => rule === 'plan/missing' && evidence.named === path));
}


/***/ })

};
