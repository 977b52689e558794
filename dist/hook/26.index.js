"use strict";
exports.id = 26;
exports.ids = [26];
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
/** Code points that nobody has assigned yet are shown as nothing, too. Letters and emoji are spelled with selectors. */
const SUSPECT = /[\x01-\x08\x0E-\x1F\x7F]|\p{Cf}|(?![\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}/u;
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


/***/ })

};
;