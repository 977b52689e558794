export const id = 73;
export const ids = [73];
export const modules = {

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
    const role = { ...session.role, model: (0,_engine_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .redactSecrets */ .fp)(session.role.model) };
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


/***/ })

};
