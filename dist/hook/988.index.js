"use strict";
exports.id = 988;
exports.ids = [988];
exports.modules = {

/***/ 4988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findAttachCommand: () => (/* binding */ findAttachCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * A command that attaches the record here: the short one where it is installed, else with the path of
 * the command line that was delivered with this hook, as a plugin puts nothing on the path.
 * @param searchPath the directories of `PATH`
 * @param hook the file of the running hook
 */
function findAttachCommand(searchPath, hook) {
    const script = findScript(hook);
    if (script === null || isInstalled(searchPath))
        return 'countersign audit attach';
    return `node "${script}" audit attach`;
}
function findScript(hook) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(hook))
        return null;
    const script = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(hook)), '..', 'cli', 'index.js');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(script) ? script : null;
}
const NAMES = process.platform === 'win32' ? ['countersign.cmd'] : ['countersign'];
/** A relative directory is another one for whoever runs the command. */
function isInstalled(searchPath) {
    const folders = searchPath.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute);
    return folders.some((folder) => NAMES.some((name) => isExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))));
}
function isExecutable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
;