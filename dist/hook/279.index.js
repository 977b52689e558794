"use strict";
exports.id = 279;
exports.ids = [279];
exports.modules = {

/***/ 4279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordEnd: () => (/* binding */ recordEnd),
  recordOutcome: () => (/* binding */ recordOutcome),
  recordPrompt: () => (/* binding */ recordPrompt)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/engine/hash.js
var hash = __webpack_require__(5482);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/sources/git/work-index.js + 2 modules
var work_index = __webpack_require__(6344);
// EXTERNAL MODULE: ./build/src/recorder/lock.js
var lock = __webpack_require__(8649);
// EXTERNAL MODULE: ./build/src/recorder/session.js
var recorder_session = __webpack_require__(3496);
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
/**
 * Every path that differs from a commit, as it is now. Looked up in a copy of the recorder's index, so
 * that the next call still sees what is new.
 * @param from another index to copy
 */
async function readFinalFiles(tree, base, from = tree.index) {
    const copy = { ...tree, index: `${tree.index}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}` };
    try {
        (0,work_index/* copyIndex */.UZ)(from, copy.index);
        const { settle } = await (0,work_index/* lookAtChanges */.a_)(copy);
        settle();
        return Object.fromEntries(await (0,work_index/* compareWith */.G_)(copy, base));
    }
    finally {
        (0,work_index/* dropIndex */.kD)(copy);
    }
}
/** Whether something that was recorded is how the work tree or the user's own index has it now. */
async function hasWorkHere(tree, base, recorded) {
    const own = join(tree.gitDir, 'index');
    const present = new Map(Object.entries(await readFinalFiles(tree, base, own)));
    const staged = await compareWith({ ...tree, index: own }, base);
    return [present, staged].some((files) => [...files].some(([path, { blob }]) => recorded.get(path) === blob));
}

// EXTERNAL MODULE: ./build/src/hook/record-call.js + 1 modules
var record_call = __webpack_require__(3066);
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
    (0,work_index/* dropIndex */.kD)((0,recorder_session/* workTreeOf */.FY)(session));
}
/** Records that somebody asked for something: as a hash, or as text where the policy wants it. */
async function recordPrompt(session, prompt, keep) {
    const text = keep === 'redacted' ? { text: await redact(prompt) } : {};
    const request = { category: 'other', input_sha256: (0,hash/* hashCanonical */.z)(prompt), ...text };
    await (0,recorder_session/* record */.g1)(session, () => [{ event: 'prompt', request }]);
}
/** Loaded only here: a result needs none of it. */
async function redact(prompt) {
    const { redactPrompt } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(567)]).then(__webpack_require__.bind(__webpack_require__, 1567));
    return redactPrompt(prompt);
}


/***/ })

};
;