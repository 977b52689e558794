export const id = 511;
export const ids = [511];
export const modules = {

/***/ 4511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

;// CONCATENATED MODULE: ./build/src/engine/doctor/advice.js
function good(message) {
    return { level: 'good', message, fix: null };
}
function advise(message, fix) {
    return { level: 'advice', message, fix };
}
function problem(message, fix) {
    return { level: 'problem', message, fix };
}
/** What was not recognised, so that neither good nor bad can be said of it. */
function cannotTell(message, fix) {
    return { level: 'unknown', message, fix };
}
/** What could not be read, why, and the right that would let it. */
function cannotRead(what, reading, right) {
    const message = `${what} could not be read: ${reading.cause}.`;
    return { level: 'unknown', message, fix: right };
}
/** A problem where the policy blocks; as long as it only observes or warns, advice. */
function weigh({ isBinding }, message, fix) {
    return isBinding ? problem(message, fix) : advise(message, fix);
}
/** `a, b and 3 more`, each in quotes. */
function listNames(names, limit = 5) {
    const shown = names.slice(0, limit).map((name) => `"${name}"`);
    const more = names.length - shown.length;
    return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/facts.js
const ORDER = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
/** Whether one access includes another. */
function isAtLeast(access, wanted) {
    return ORDER.indexOf(access) >= ORDER.indexOf(wanted);
}
/** The access of that name; a role that the server invented counts as the least that it can be. */
function toAccess(name) {
    const renamed = { pull: 'read', push: 'write' }[name] ?? name;
    return ORDER.find((one) => one === renamed) ?? 'read';
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/access.js


/** How much of all this the token could see. */
const access = {
    id: 'access',
    title: 'What could this token see?',
    run({ access: own }) {
        if (isAtLeast(own, 'admin'))
            return [good('It has the rights of an administrator and sees every setting.')];
        const message = own === 'none'
            ? 'There is no token, so only what everybody sees was read.'
            : `It has the role "${own}", so settings that only administrators see may be missing above.`;
        return [
            advise(message, 'For the whole picture run it with GH_TOKEN set to a token of an administrator; it only reads.'),
        ];
    },
};

// EXTERNAL MODULE: ./build/src/engine/places.js
var places = __webpack_require__(5134);
;// CONCATENATED MODULE: ./build/src/engine/doctor/expressions.js
/** The expressions of workflow files, as far as they can be told apart without running them. */
const OPENING = '${'.concat('{');
const CLOSING = '}}';
/** Calls back for each expression; what it answers takes the place of the whole. Linear in the text. */
function replaceExpressions(text, replace) {
    const parts = [];
    let at = 0;
    for (;;) {
        const start = text.indexOf(OPENING, at);
        const end = start < 0 ? -1 : findEnd(text, start + OPENING.length);
        if (end < 0)
            return parts.join('') + text.slice(at);
        parts.push(text.slice(at, start), replace(text.slice(start + OPENING.length, end)));
        at = end + CLOSING.length;
    }
}
/** Text within quotes may hold what looks like an end. */
function findEnd(text, from) {
    let isQuoted = false;
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === "'")
            isQuoted = !isQuoted;
        else if (!isQuoted && text.startsWith(CLOSING, at))
            return at;
    }
    return -1;
}
/**
 * The text with each expression in one form: lower case, no blanks, `.x` for `['x']`, as GitHub reads them
 * alike. What stands in `env` for a name is put in its place.
 */
function flatten(text, env = new Map()) {
    return replaceExpressions(text, (inner) => OPENING + fillIn(toOneForm(inner), env) + CLOSING);
}
function toOneForm(expression) {
    return expression
        .replace(/\[\s*'([^']*)'\s*\]/g, '.$1')
        .replace(/\s+/g, '')
        .toLowerCase();
}
/** A value is put in wherever it is named, so a long one could grow beyond measure. */
const MAX_VALUE = 1_000;
function fillIn(expression, env) {
    return expression.replace(/(?<![\w.-])env\.([\w-]+)/g, (whole, name) => {
        const value = [...env].find(([one]) => one.toLowerCase() === name)?.[1];
        return value === undefined ? whole : listExpressions(value.slice(0, MAX_VALUE)).join(' ');
    });
}
/** What stands within the expressions of a text, in that form. */
function listExpressions(text, env) {
    const found = [];
    replaceExpressions(flatten(text, env), (inner) => {
        found.push(inner);
        return '';
    });
    return found;
}
/** A quoted text, or the secrets with what is asked of them. */
const SECRETS = /'(?:[^']|'')*'|(?<![\w.-])secrets\b(?!-)(?:\.([a-z_][\w-]*))?/g;
/** Looks through whatever a workflow file holds, keys left out. */
function findSecrets(data) {
    const names = new Set();
    const opaque = new Set();
    for (const expression of listTexts(data).flatMap((text) => listExpressions(text)))
        for (const [found, name] of expression.matchAll(SECRETS)) {
            if (name !== undefined)
                names.add(name.toUpperCase());
            else if (!found.startsWith("'"))
                opaque.add(expression);
        }
    names.delete('GITHUB_TOKEN');
    return { names: [...names], opaque: [...opaque] };
}
/** Each thing once: through aliases a file can hold itself, or the same a million times. */
function listTexts(data) {
    const texts = [];
    const seen = new Set([data]);
    // A set that grows while it is gone through: what is found in one thing is looked into as well.
    for (const one of seen) {
        if (typeof one === 'string')
            texts.push(one);
        if (typeof one !== 'object' || one === null)
            continue;
        for (const part of Object.values(one))
            seen.add(part);
    }
    return texts;
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./build/src/engine/doctor/workflow-file.js


const MAX_BYTES = 512 * 1024;
/** Far more than a workflow needs, and too few to make it grow beyond measure. */
const MAX_ALIASES = 50;
/** Reads a workflow; null when the file is none, or is made so that it cannot be read. */
function readWorkflow({ path, bytes }) {
    if (bytes.length > MAX_BYTES)
        return null;
    try {
        return toWorkflow(path, parse(bytes));
    }
    catch {
        // One odd file is said to be unread; it must not keep the doctor from all others.
        return null;
    }
}
function parse(bytes) {
    const text = new TextDecoder().decode(bytes);
    return (0,js_yaml/* load */.Hh)(text, { schema: js_yaml/* CORE_SCHEMA */.OU, maxAliases: MAX_ALIASES });
}
function toWorkflow(path, document) {
    const root = toMap(document);
    const jobs = toMap(root?.get('jobs'));
    if (root === null || jobs === null)
        return null;
    return {
        path,
        name: toText(root.get('name')) ?? path,
        triggers: readTriggers(root.get('on')),
        jobs: [...jobs].flatMap(([id, job]) => readJob(id, toMap(job), root)),
    };
}
function toMap(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return null;
    return new Map(Object.entries(value));
}
function toList(value) {
    if (Array.isArray(value))
        return value;
    return value === undefined || value === null ? [] : [value];
}
function toTexts(value) {
    return toList(value).filter((item) => typeof item === 'string');
}
/** A scalar as GitHub passes it on; null when it is none. */
function toText(value) {
    const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
    return isScalar ? String(value) : null;
}
function readTriggers(on) {
    const map = toMap(on);
    if (map === null)
        return new Map(toTexts(on).map((event) => [event, readTrigger(null)]));
    return new Map([...map].map(([event, filter]) => [event, readTrigger(toMap(filter))]));
}
function readTrigger(filter) {
    const list = (name) => {
        const value = filter?.get(name);
        return value === undefined || value === null
            ? null
            : toList(value).flatMap((it) => toText(it) ?? []);
    };
    return {
        types: list('types'),
        branches: list('branches'),
        branchesIgnore: list('branches-ignore'),
        paths: list('paths'),
        pathsIgnore: list('paths-ignore'),
        workflows: list('workflows'),
    };
}
const SCOPE_RIGHTS = ['none', 'read', 'write'];
function readPermissions(value) {
    if (value === 'write-all' || value === 'read-all')
        return Object.assign(new Map(), { all: value === 'write-all' ? 'write' : 'read' });
    const map = toMap(value);
    if (map === null)
        return value === undefined ? null : new Map();
    return new Map([...map].map(([scope, right]) => [scope, SCOPE_RIGHTS.find((one) => one === right) ?? 'none']));
}
/** The right that a job's token has; `standard` is what the repository gives where nothing is said. */
function rightOf({ permissions }, scope, standard) {
    if (permissions === null)
        return standard;
    return permissions.get(scope) ?? permissions.all ?? 'none';
}
function readJob(id, job, root) {
    if (job === null)
        return [];
    const environment = job.get('environment');
    const env = new Map([...readTexts(root.get('env')), ...readTexts(job.get('env'))]);
    return [
        {
            id,
            name: toText(job.get('name')) ?? id,
            permissions: readPermissions((job.has('permissions') ? job : root).get('permissions')),
            environment: toText(environment) ?? toText(toMap(environment)?.get('name')),
            call: readUse(job),
            steps: toList(job.get('steps')).map((step) => readStep(toMap(step) ?? new Map(), env)),
            secrets: findSecrets([root.get('env'), Object.fromEntries(job)]),
            inherits: job.get('secrets') === 'inherit',
            terms: readTerms(job),
            waits: toList(job.get('needs')).length > 0,
        },
    ];
}
function readStep(step, env) {
    return {
        use: readUse(step),
        run: toText(step.get('run')),
        env: new Map([...env, ...readTexts(step.get('env'))]),
        terms: readTerms(step),
    };
}
function readTerms(data) {
    return {
        condition: toText(data.get('if')),
        continueOnError: toText(data.get('continue-on-error')),
    };
}
function readUse(data) {
    const uses = toText(data.get('uses'));
    if (uses === null)
        return null;
    const given = [...readTexts(data.get('with'))];
    return { uses, with: new Map(given.map(([name, value]) => [name.toLowerCase(), value])) };
}
/** A map of scalars; empty text stands for whatever is none. */
function readTexts(value) {
    return new Map([...(toMap(value) ?? [])].map(([name, it]) => [name, toText(it) ?? '']));
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/gates.js



const STANDARD_NAME = 'countersign';
/** Reads the workflows, and finds the gate in them. */
function readWorkflows({ workflows, isOwnAction }) {
    const files = workflows.known ? workflows.value : [];
    const read = files.map((file) => ({ path: file.path, workflow: readWorkflow(file) }));
    const parsed = read.flatMap(({ workflow }) => workflow ?? []);
    return {
        read,
        parsed,
        gates: parsed.flatMap((workflow) => findGates(workflow, isOwnAction)),
        lookalikes: parsed.flatMap((workflow) => findLookalikes(workflow)),
    };
}
/** What the gate's check run is called by the workflows of the default branch; null: it publishes none. */
function nameCheck(facts) {
    return findCheckName(readWorkflows(facts).gates);
}
/** Where the gate looks for the policy; null: that is put together at run time. */
function namePolicy(facts) {
    const paths = readWorkflows(facts).gates.map(policyOf);
    return paths.length === 0 ? places/* POLICY_PATH */.l$ : (paths.find((path) => path !== null) ?? null);
}
/** The path that one gate is given; null where an expression makes it. */
function policyOf({ use }) {
    const path = use.with.get('policy') ?? '';
    if (isExpression(path))
        return null;
    return path.trim() === '' ? places/* POLICY_PATH */.l$ : path.trim();
}
const WORKFLOW_TOKEN = /(?<![\w.-])(?:github\.token|secrets\.github_token)(?![\w-])/;
/** Whether it publishes, or may, with the token that every workflow has. A called workflow is not looked into. */
function mayUseWorkflowToken({ use }) {
    const token = use.with.get('github-token') ?? '';
    return token.trim() === '' || listExpressions(token).some((one) => WORKFLOW_TOKEN.test(one));
}
function isExpression(text) {
    return text.includes('${{');
}
/** Its workflow's path and its job, as advice names it. */
function placeOf({ workflow, job }) {
    return `${workflow.path}, job "${job.id}"`;
}
function findGates(workflow, isOwnAction) {
    return workflow.jobs.flatMap((job) => {
        const { call } = job;
        const called = call !== null && isOurs(call.uses) ? [{ use: call, step: null }] : [];
        const steps = job.steps.flatMap((step) => step.use !== null && (isOurs(step.use.uses) || (isOwnAction && isHere(step.use.uses)))
            ? [{ use: step.use, step }]
            : []);
        return [...called, ...steps].map((found) => ({ workflow, job, ...found }));
    });
}
/** By the name of its repository: the account that hosts the action is each user's choice. */
const OURS = /^[\w.-]+\/countersign(?:\/\.github\/workflows\/[^@]+)?@/i;
function isOurs(uses) {
    return OURS.test(uses);
}
function isHere(uses) {
    return /^\.\/?$/.test(uses);
}
function findLookalikes({ path, jobs }) {
    const used = jobs.flatMap(({ call, steps }) => [call, ...steps.map(({ use }) => use)]);
    return used.flatMap((use) => use !== null && /countersign/i.test(use.uses) && !isOurs(use.uses) && !isLocal(use.uses)
        ? [{ path, uses: use.uses }]
        : []);
}
/** What it runs stands here, and is looked at by itself. */
function isLocal(uses) {
    return /^\.\/\.github\/workflows\//.test(uses);
}
/** An expression is not looked into. */
function findCheckName(gates) {
    const names = gates.map(({ use }) => use.with.get('check-name') ?? STANDARD_NAME);
    const plain = names.filter((name) => !isExpression(name));
    const [first] = plain;
    if (first === undefined)
        return STANDARD_NAME;
    return plain.find((name) => name !== '') ?? null;
}

// EXTERNAL MODULE: ./build/src/engine/approvals/codeowners.js
var approvals_codeowners = __webpack_require__(5998);
// EXTERNAL MODULE: ./build/src/engine/modes.js
var engine_modes = __webpack_require__(9216);
// EXTERNAL MODULE: ./build/src/engine/policy/resolve.js + 4 modules
var resolve = __webpack_require__(2005);
;// CONCATENATED MODULE: ./build/src/engine/doctor/setup.js




/** @param checkName what the check is called, where whoever asks knows it. */
function readSetup(facts, checkName) {
    const { read, parsed, gates, lookalikes } = readWorkflows(facts);
    const resolved = facts.policy.length === 0 ? null : (0,resolve/* resolvePolicy */.nZ)(facts.policy);
    const rules = resolved?.ok === true ? resolved.policy : null;
    const errors = facts.codeownersErrors.known ? facts.codeownersErrors.value : [];
    const { codeowners } = facts;
    return {
        ...facts,
        checkName: checkName ?? findCheckName(gates),
        parsed,
        unreadWorkflows: read.flatMap(({ path, workflow }) => (workflow === null ? [path] : [])),
        gates,
        lookalikes,
        resolved,
        rules,
        isBinding: rules === null || Object.values((0,engine_modes/* resolveModes */.fd)(rules)).includes('enforce'),
        owned: codeowners === null ? null : (0,approvals_codeowners/* parseCodeowners */.BW)(codeowners.bytes, errors),
    };
}
/** What every workflow's token may do where its file says nothing; the more where that is not known. */
function standardRight({ tokenDefaults }) {
    return tokenDefaults.known && !tokenDefaults.value.canWrite ? 'read' : 'write';
}
/** The App behind every workflow's own token (GitHub documentation: "GitHub Actions" in checks and rulesets). */
const GITHUB_ACTIONS_APP = 15368;
/** Where one branch requires the check. */
function listRequirements(setup, branch) {
    const { checkName } = setup;
    const rules = branch.rules.known ? branch.rules.value : [];
    const classic = branch.protection.known ? branch.protection.value : null;
    const { name } = branch;
    return [
        ...rules.flatMap(({ checks, rulesetId, isStrict }) => checks
            .filter(({ context }) => context === checkName)
            .map(({ app }) => {
            return { branch: name, app, by: nameRuleset(setup, rulesetId), rulesetId, isStrict };
        })),
        ...(classic?.checks ?? [])
            .filter(({ context }) => context === checkName)
            .map(({ app }) => {
            const { isStrict } = classic ?? { isStrict: false };
            return { branch: name, app, by: 'branch protection', rulesetId: null, isStrict };
        }),
    ];
}
/** A ruleset as people find it in the settings: its name, and whose settings those are. */
function nameRuleset({ rulesets, repository }, id) {
    const ruleset = id === null ? undefined : rulesets.get(id);
    if (ruleset?.known !== true)
        return `ruleset ${id ?? 'unknown'}`;
    const { name, source } = ruleset.value;
    return source === '' || source === repository
        ? `ruleset "${name}"`
        : `ruleset "${name}" of ${source}`;
}
/** A branch as the policy names it, and the example of it that was looked up. */
function describeBranch(branch) {
    return isExample(branch) ? `"${branch.glob}" (looked up as ${branch.name})` : branch.name;
}
/** Whether its name was made up for a glob of the policy. */
function isExample({ name, glob }) {
    return glob !== null && glob !== name;
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/required-gate.js


/** Judges a required workflow by its file, never by its name. */
function judgeRequired(setup, required) {
    const { parsed, gates, defaultBranch, repositoryId } = setup;
    const { path } = required;
    if (required.repositoryId !== repositoryId)
        return unknown('it is in another repository, which is not read from here');
    const other = findOtherOrigin(setup, required);
    if (other !== null)
        return unknown(`it is taken from ${other}, which was not read`);
    const workflow = parsed.find((one) => one.path === path);
    if (workflow === undefined)
        return unknown(`it could not be read on ${defaultBranch}`);
    const own = gates.filter((gate) => gate.workflow === workflow);
    if (own.length > 0)
        return pickBest(own.map(judgeGate));
    return callsOthers(workflow)
        ? unknown('it calls other workflows or actions of this repository, which were not followed')
        : { kind: 'other' };
}
/** A commit, branch or tag that is not what was read here; null: it is. */
function findOtherOrigin({ tip, defaultBranch }, { sha, ref }) {
    if (sha !== null)
        return sha === tip ? null : sha;
    return ref === defaultBranch || ref === `refs/heads/${defaultBranch}` ? null : ref;
}
function unknown(why) {
    return { kind: 'unknown', why };
}
function callsOthers({ jobs }) {
    return jobs.some(({ call, steps }) => call !== null || steps.some(({ use }) => use?.uses.startsWith('./')));
}
/** One gate that blocks is enough to fail the workflow. */
function pickBest(judged) {
    const pick = (kind) => judged.find((one) => one.kind === kind);
    return pick('blocks') ?? pick('unknown') ?? pick('passes') ?? { kind: 'other' };
}
function judgeGate({ job, use, step }) {
    if (step === null)
        return unknown('it calls the gate in a workflow that is not read from here');
    const doubts = [
        judgeFailing(use.with.get('fail-on-block')),
        judgeNumber(use.with.get('pull-request')),
        judgeTerms(job.terms),
        judgeTerms(step.terms),
        job.waits ? doubt('is skipped where a job that it needs is skipped') : null,
    ].flatMap((one) => one ?? []);
    const gravest = doubts.find(({ kind }) => kind === 'passes') ?? doubts[0];
    if (gravest === undefined)
        return { kind: 'blocks' };
    return { kind: gravest.kind, why: `its job "${job.id}" ${gravest.why}` };
}
function doubt(why) {
    return { kind: 'unknown', why };
}
function passes(why) {
    return { kind: 'passes', why };
}
/** GitHub passes "false" on as text; what is neither word stops the gate with an error, and so blocks. */
function judgeFailing(flag = '') {
    if (isPlainly(flag, 'false'))
        return passes('has "fail-on-block: false" and passes whatever the verdict');
    return isExpression(flag) ? doubt(`has "fail-on-block: ${flag}", known at run time only`) : null;
}
function judgeNumber(number = '') {
    return number === '' || isExpression(number) ? null : passes(`judges #${number} only`);
}
/** A step or job that is skipped, or may fail, leaves the workflow green. */
function judgeTerms({ condition, continueOnError }) {
    if (isNever(condition))
        return passes(`never runs ("if: ${condition}") and so passes`);
    if (isPlainly(continueOnError, 'true'))
        return passes('may fail ("continue-on-error: true")');
    if (condition !== null && !isUsualCondition(condition))
        return doubt('runs on the terms of its "if" only, and passes otherwise');
    return continueOnError === null || isPlainly(continueOnError, 'false')
        ? null
        : doubt('may fail on the terms of its "continue-on-error"');
}
/** Whether an `if` is written so that it can never hold. */
function isNever(condition) {
    return isPlainly(condition, 'false');
}
/** Whether a text is that word, also when it is written as an expression. */
function isPlainly(text, word) {
    return text !== null && toBare(text) === word;
}
function toBare(text) {
    const [, inner] = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text) ?? [];
    return (inner ?? text).replace(/\s+/g, '').toLowerCase();
}
/** The one that "countersign init" writes: of comments only the gate's command is worth a run. */
const USUAL = "github.event_name!='issue_comment'||(github.event.issue.pull_request&&startswith(github.event.comment.body,'/countersign'))";
/** Whether an `if` is known to hold for every pull request. */
function isUsualCondition(condition) {
    return (toBare(condition) === USUAL || ['true', 'always()', '!cancelled()'].includes(toBare(condition)));
}
/** Whether a branch requires this workflow, and it blocks: then GitHub takes it from where no change reaches. */
function isRequiredGate(setup, path) {
    return setup.branches.some((branch) => listRequiredGates(setup, branch).some(({ required, verdict }) => required.path === path && verdict.kind === 'blocks'));
}
/** The workflows that a branch requires and that run the gate, or may. */
function listRequiredGates(setup, { rules }) {
    const all = rules.known ? rules.value : [];
    return all
        .flatMap(({ workflows, rulesetId }) => workflows.map((required) => {
        return { required, rulesetId, verdict: judgeRequired(setup, required) };
    }))
        .filter(({ verdict }) => verdict.kind !== 'other');
}
/** Whether nothing that was read requires the check, or a workflow that may be the gate, on any branch. */
function isNowhereRequired(setup) {
    return setup.branches.every((branch) => listRequirements(setup, branch).length === 0 && listRequiredGates(setup, branch).length === 0);
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/bypass.js



/** Who may merge past the check. */
const bypass = {
    id: 'bypass',
    title: 'Who can bypass it?',
    run(setup) {
        const ids = new Set(setup.branches.flatMap((branch) => listRulesets(setup, branch)));
        return [
            ...[...ids].flatMap((id) => judgeRuleset(setup, id)),
            ...(isNowhereRequired(setup) ? foresee(setup) : []),
            ...setup.branches
                .filter((branch) => isLeftToProtection(setup, branch))
                .flatMap(judgeProtection),
        ];
    },
};
/** Who would get past the check if it were required: by rulesets that are there, and in general. */
function foresee(setup) {
    const rules = setup.branches.flatMap(({ rules }) => (rules.known ? rules.value : []));
    const ids = new Set(rules.flatMap(({ rulesetId }) => rulesetId ?? []));
    return [
        advise('Nothing was seen to require the check yet. Once a ruleset does, those on its bypass list may merge past it; with branch protection administrators may, unless that is ruled out there.', 'Require it by a ruleset whose bypass list is empty.'),
        // Most likely the check will be added to one of these.
        ...[...ids].flatMap((id) => judgeRuleset(setup, id)),
    ];
}
/** The rulesets by which a branch requires the check, or a workflow that may be the gate. */
function listRulesets(setup, branch) {
    const found = [...listRequirements(setup, branch), ...listRequiredGates(setup, branch)];
    return found.flatMap(({ rulesetId }) => rulesetId ?? []);
}
/** A ruleset holds for administrators as well, so it closes what the protection of the same branch leaves open. */
function isLeftToProtection(setup, branch) {
    const requirements = listRequirements(setup, branch);
    const isClosed = requirements.some(({ rulesetId }) => rulesetId !== null) ||
        listRequiredGates(setup, branch).some(({ verdict }) => verdict.kind === 'blocks');
    return !isClosed && requirements.some(({ rulesetId }) => rulesetId === null);
}
const SEE_ACTORS = 'Use a token of somebody who may edit the ruleset: "Administration: write", or an owner of the organisation.';
function judgeRuleset(setup, id) {
    const name = nameRuleset(setup, id);
    const ruleset = setup.rulesets.get(id);
    if (ruleset?.known !== true) {
        const cause = ruleset?.cause ?? 'it was not listed';
        return [cannotRead(`Who may bypass ${name}`, { known: false, cause }, SEE_ACTORS)];
    }
    const { bypass: actors } = ruleset.value;
    if (actors === null) {
        const cause = 'GitHub shows it only to those who may edit it';
        return [cannotRead(`Who may bypass ${name}`, { known: false, cause }, SEE_ACTORS)];
    }
    if (actors.length === 0)
        return [good(`Nobody may bypass ${name}.`)];
    return actors.map((actor) => judgeActor(actor, name));
}
/** Roles by their id in rulesets (REST documentation: rulesets, "bypass_actors"). */
const ROLES = { 2: 'maintain', 4: 'write', 5: 'admin' };
const WRITE_ROLE = 4;
const TAKE_OUT = 'Take it off the bypass list; or keep it for emergencies, and look at the rule insights, which list each use.';
function judgeActor({ type, id, mode }, name) {
    const how = mode === 'pull_request' ? ' in pull requests' : '';
    switch (type) {
        case 'RepositoryRole':
            return id === WRITE_ROLE
                ? problem(`Everybody with write access may bypass ${name}${how}, an agent's account as well.`, 'Take the role "write" off the bypass list.')
                : advise(`Everybody with the role ${ROLES[id ?? 0] ?? `number ${id}`} may bypass ${name}${how}.`, TAKE_OUT);
        case 'OrganizationAdmin':
            return advise(`Owners of the organisation may bypass ${name}${how}.`, 'Fine for an emergency: the audit log of the organisation shows it.');
        case 'Integration':
            return advise(`The App ${id} may bypass ${name}${how}.`, `See that it is no agent's, and that nobody can make it merge. ${TAKE_OUT}`);
        case 'DeployKey':
            return advise(`Every deploy key with write access may bypass ${name}${how}.`, TAKE_OUT);
        default:
            return advise(`The ${type === 'Team' ? 'team' : 'account'} number ${id} may bypass ${name}${how}.`, TAKE_OUT);
    }
}
const ADMIN_TOKEN = 'Use a token of an administrator, or one with "Administration: read".';
function judgeProtection({ name, protection }) {
    if (!protection.known)
        return [cannotRead(`Who may bypass the protection of ${name}`, protection, ADMIN_TOKEN)];
    if (protection.value === null || protection.value.checks.length === 0)
        return [];
    const { details } = protection.value;
    if (details === null) {
        const cause = 'GitHub shows the details only to administrators';
        return [
            cannotRead(`Who may bypass the protection of ${name}`, { known: false, cause }, ADMIN_TOKEN),
        ];
    }
    return judgeDetails(details, name);
}
function judgeDetails({ coversAdmins, exempt }, name) {
    const admins = coversAdmins
        ? good(`The protection of ${name} holds for administrators, too.`)
        : advise(`Administrators may merge into ${name} past the check.`, 'Tick "Do not allow bypassing the above settings", or move to a ruleset.');
    const others = exempt.map((who) => advise(`${who} may merge into ${name} without a pull request.`, `See that it is no agent's account, or take it off the list.`));
    return [admins, ...others];
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/forgery.js




/**
 * Who else could publish a check of that name (threat T24). A token's rights are no defence: a workflow
 * on the agent's own branch says itself which rights it wants.
 */
const forgery = {
    id: 'forgery',
    title: 'Can the check be forged?',
    run(setup) {
        const requirements = setup.branches.flatMap((branch) => listRequirements(setup, branch));
        const named = setup.parsed.flatMap((workflow) => findNamesakes(setup, workflow));
        return [
            ...judgeSources(setup, requirements),
            ...(isNowhereRequired(setup) ? forgery_foresee(setup) : []),
            ...named,
            ...judgePublishers(setup, requirements),
        ];
    },
};
const OWN_APP = 'Publish with a GitHub App of its own ("github-token:"), keep its key in an environment that only the default branch may use, and require the check from that App; or use a required workflow (docs/security-model.md).';
/** Of several rules for one branch all have to be met, so the strictest counts. */
function judgeSources(setup, requirements) {
    const branches = [...new Set(requirements.map(({ branch }) => branch))];
    return branches.map((branch) => {
        const apps = requirements.filter((it) => it.branch === branch).map(({ app }) => app);
        const own = apps.find((app) => app !== null && app !== GITHUB_ACTIONS_APP);
        if (own !== undefined)
            return good(`On ${branch} only the App ${own} can satisfy the check.`);
        return apps.includes(GITHUB_ACTIONS_APP)
            ? weigh(setup, `On ${branch} the check may come from "GitHub Actions" (App ${GITHUB_ACTIONS_APP}): any workflow on any branch, an agent's too, can publish one with its own token.`, OWN_APP)
            : weigh(setup, `On ${branch} the check may come from any source: any workflow, and anybody who may write here, can publish a check or a status of that name.`, OWN_APP);
    });
}
/** What would hold if the check were required as it is published now. */
function forgery_foresee(setup) {
    const gates = setup.gates.filter(({ step }) => step !== null);
    const open = gates.find(mayUseWorkflowToken);
    if (setup.checkName === null || gates.length === 0)
        return [];
    return open === undefined
        ? [
            advise('Nothing was seen to require the check yet. Required from the App that the gate signs in as, only that App could satisfy it; required from any source, everybody who may write here could.', 'Choose that App as the source when you require the check, not "any source".'),
        ]
        : [
            weigh(setup, `Nothing was seen to require the check yet, and requiring it would not be enough: ${placeOf(open)}, publishes it with the token of the workflow, so any workflow on any branch, an agent's too, could publish the same.`, OWN_APP),
        ];
}
const SEE_PUBLISHED = 'Use a token with the repository permissions "Checks: read" and "Commit statuses: read".';
/** What was really published tells whether the rule can be met, and whether somebody else tries to meet it. */
function judgePublishers(setup, requirements) {
    const { publishers, checkName } = setup;
    if (checkName === null)
        return [];
    if (!publishers.known)
        return [cannotRead(`What was published as "${checkName}"`, publishers, SEE_PUBLISHED)];
    const seen = [
        ...new Map(publishers.value.map((it) => [`${it.kind} ${it.app} ${it.name}`, it])).values(),
    ];
    const wanted = new Set(requirements.flatMap(({ app }) => app ?? []));
    const statuses = seen.filter(({ kind }) => kind === 'status');
    const apps = seen.filter(({ kind }) => kind === 'check');
    const foreign = wanted.size === 0 ? [] : apps.filter(({ app }) => !wanted.has(app ?? 0));
    const isUnmet = apps.length > 0 && foreign.length === apps.length;
    return [
        ...statuses.map(({ name, pull }) => problem(`${name} set a commit status "${checkName}" on #${pull}; the gate never sets any.`, 'Find out what set it: an imitation counts where the check may come from any source.')),
        ...foreign.map((publisher) => judgeForeign(publisher, checkName, isUnmet)),
        ...(apps.length > 1 && wanted.size === 0 ? [adviseSeveral(apps, checkName)] : []),
    ];
}
function judgeForeign({ app, name, pull }, checkName, isUnmet) {
    const message = `The App ${name} (${app}) published a check "${checkName}" on #${pull}, and it is required from another one.`;
    return isUnmet
        ? problem(message, app === GITHUB_ACTIONS_APP
            ? 'If that is the gate, let it publish as the App that is required ("github-token:"). Do not require the check from "GitHub Actions", which every workflow is.'
            : 'If that is the gate, require the check from this App: as it is, nothing can be merged.')
        : advise(message, 'It counts for nothing; find out what published it.');
}
function adviseSeveral(apps, checkName) {
    const names = apps.map(({ name, app }) => `${name} (${app})`).join(', ');
    return advise(`Several Apps published a check "${checkName}": ${names}.`, 'Require it from the one that the gate uses, if that is an App of its own and not "GitHub Actions".');
}
/** A job is a check run, too, and one that is skipped counts as a success. */
function findNamesakes({ checkName }, { path, jobs }) {
    const namesakes = jobs.filter((job) => isNamesake(job, checkName));
    return namesakes.map(({ id }) => problem(`The job "${id}" of ${path} has the name of the check, so it is a check run of that name, green whatever the verdict.`, 'Give the job another name.'));
}
function isNamesake({ name, call }, checkName) {
    return call === null && name === checkName;
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/forks.js


/** Whether pull requests from forks get a verdict, and what they could run. */
const forks = {
    id: 'forks',
    title: 'What happens with forks?',
    run(setup) {
        const { allowsForks, gates } = setup;
        if (!allowsForks)
            return [good('Forking is not allowed, so every pull request comes from a branch here.')];
        if (gates.length === 0)
            return [];
        const isSafe = gates.some(({ workflow: { triggers, path } }) => triggers.has('pull_request_target') ||
            (triggers.has('pull_request') && isRequiredGate(setup, path)));
        if (isSafe)
            return [
                good('A pull request from a fork is judged like any other: the gate runs from where no change reaches, and reads the fork as data.'),
            ];
        return gates.some(({ workflow }) => workflow.triggers.has('pull_request'))
            ? [
                problem('On "pull_request" a fork\'s run has a token that may only read: the verdict cannot be published there.', 'Let the gate run on "pull_request_target", without any checkout.'),
            ]
            : [
                advise('Pull requests from forks start no run of the gate by themselves.', 'Let the gate run on "pull_request_target".'),
            ];
    },
};

;// CONCATENATED MODULE: ./build/src/engine/doctor/untrusted.js

/** Looks at one step. */
function lookAtStep({ use, run, env }) {
    const commands = [run ?? '', use?.with.get('script') ?? ''];
    const asked = use === null ? '' : flatten(askedFor(use), env);
    return {
        injected: [...new Set(commands.flatMap((text) => findInjected(text, env)))],
        fetchesHead: HEAD.test(asked) || commands.some((text) => fetchesHead(text, env)),
        unclear: HEAD.test(asked) || isRecognised(asked) ? null : asked.trim(),
    };
}
/** Looks at what a called workflow is given. */
function lookAtCall(call) {
    const asked = flatten([...call.with.values()].join('\n'));
    return { injected: [], fetchesHead: HEAD.test(asked), unclear: null };
}
/** Whatever action it is given to: more than one checks out. */
function askedFor({ with: given }) {
    return `${given.get('ref') ?? ''} ${given.get('repository') ?? ''}`;
}
/** How workflows name the head of a pull request. */
const HEAD = /github\.head_ref|github\.event\.pull_request\.(?:head\b|merge_commit_sha)|github\.event\.workflow_run\.(?:head_|pull_requests)|refs\/pull\b|\bpull\/[^\n]{0,200}?\/(?:head|merge)\b/;
/** Expressions that lead to the default branch or to this repository. */
const SAFE = [
    'github.event.repository.default_branch',
    'github.event.repository.full_name',
    'github.ref',
    'github.ref_name',
    'github.repository',
    'github.sha',
    'github.workflow_sha',
];
function isRecognised(asked) {
    return listExpressions(asked).every((expression) => SAFE.includes(expression));
}
const CHECKS_OUT = /\bgh\s+pr\s+(?:checkout|co)\b|\bhub\s+(?:pr\s+)?(?:checkout|am|apply)\b|\bgh\s+pr\s+diff\b[^\n]{0,300}\bgit\s+(?:apply|am)\b/;
const FETCHES = /\bgit\b[^\n;&|]{0,300}\b(?:fetch|checkout|switch|pull|clone|merge|reset|restore|worktree|cherry-pick|rebase|read-tree|archive|remote)\b|\bgh\s+repo\s+clone\b|\b(?:tarball|zipball|codeload)\b|\/archive\//;
function fetchesHead(text, env) {
    const flat = flatten(text, env);
    if (CHECKS_OUT.test(flat))
        return true;
    return (FETCHES.test(flat) && (HEAD.test(flat) || listHeadVariables(env).some((it) => it.test(text))));
}
/** `$NAME` as shells write it, for each variable that names the head. */
function listHeadVariables(env) {
    return [...env]
        .filter(([name, value]) => /^\w+$/.test(name) && HEAD.test(flatten(value, env)))
        .map(([name]) => new RegExp(`\\$(?:\\{|env:)?${name}\\b`, 'i'));
}
/** A part of the event, as deep as it is named. */
const PART = /(?<![\w.-])github(?:\.[\w*-]+|\[[^\]]*\])*/g;
/** Fields that hold free text (GitHub documentation: "Script injections"), and what holds such fields. */
const TEXT = /^(?:title|body|ref|label|labels|name|message|email|description|homepage|head_branch|display_title|page_name|default_branch|path)$/;
const HOLDERS = /^(?:github|event|pull_request|head|base|issue|comment|review|discussion|workflow_run|head_commit|commits|pull_requests|author|committer|milestone|\*)$/;
/** Text that outsiders write, put into a command: it is run, whatever is quoted around it. */
function findInjected(text, env) {
    return listExpressions(text, env).flatMap((expression) => [...expression.matchAll(PART)].map(([part]) => part).filter(isWrittenByOutsiders));
}
function isWrittenByOutsiders(part) {
    const steps = part.replace(/\[[^\]]*\]/g, '.*').split('.');
    const last = steps.at(-1) ?? '';
    if (part === 'github.head_ref' || part === 'github' || part === 'github.event')
        return true;
    if (steps[1] !== 'event' || OWN_PARTS.test(part) || steps.at(-2) === 'repo')
        return false;
    return TEXT.test(last) || HOLDERS.test(last);
}
/** What only administrators of this repository name. */
const OWN_PARTS = /^github\.event\.(?:repository|organization|installation|enterprise)\b/;
/** Events whose runs have the token and the secrets of the default branch, whoever caused them. */
const PRIVILEGED = [
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'issues',
    'discussion',
    'discussion_comment',
];
/** Such events that a workflow runs on, also through workflows here that call it. */
function listPrivilegedEvents(workflow, all) {
    const reached = new Set([workflow]);
    // A set that grows while it is gone through: callers of callers are found as well.
    for (const one of reached)
        for (const caller of all)
            if (one.triggers.has('workflow_call') && calls(caller, one))
                reached.add(caller);
    const events = new Set([...reached].flatMap(({ triggers }) => [...triggers.keys()]));
    return PRIVILEGED.filter((event) => events.has(event));
}
function calls({ jobs }, { path }) {
    return jobs.some(({ call }) => call?.uses === `./${path}`);
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/gate-inputs.js




/** What the gate is given, and on what terms it runs: each can leave a pull request without a verdict. */
function judgeInputs(setup, gate) {
    return [...gate_inputs_judgeFailing(setup, gate), ...gate_inputs_judgeNumber(gate), ...judgeConditions(gate)];
}
function gate_inputs_judgeFailing(setup, { use, workflow, job }) {
    const isQuiet = isPlainly(use.with.get('fail-on-block') ?? null, 'false');
    if (isQuiet)
        return use.with.get('check-name') === ''
            ? [
                problem(`${workflow.path} publishes no check and fails on no block, so a verdict stops nothing.`, 'Give "check-name" a name, or set "fail-on-block: true".'),
            ]
            : [];
    return isCarriedByCheck(setup, workflow.path, job.name)
        ? [
            advise(`${workflow.path} fails its job as well when the verdict is a block, and that job stays red after a later pass.`, 'Set "fail-on-block: false": the published check is required, and carries the verdict.'),
        ]
        : [];
}
/** Only where merging waits for the published check, and not for the job, may the job be green on a block. */
function isCarriedByCheck(setup, path, jobName) {
    const isJobRequired = setup.branches.some((branch) => listRequirements({ ...setup, checkName: jobName }, branch).length > 0 ||
        listRequiredGates(setup, branch).some(({ required }) => required.path === path));
    const isCheckRequired = setup.branches.every((branch) => listRequirements(setup, branch).length > 0);
    return isCheckRequired && !isJobRequired;
}
function gate_inputs_judgeNumber(gate) {
    const number = (gate.use.with.get('pull-request') ?? '').trim();
    if (number === '' || isExpression(number))
        return [];
    return [
        problem(`${placeOf(gate)}, has "pull-request: ${number}": whatever happens, only #${number} is judged.`, 'Leave the input out, or give it an input of "workflow_dispatch".'),
    ];
}
function judgeConditions(gate) {
    return [gate.job.terms, ...(gate.step === null ? [] : [gate.step.terms])].flatMap(({ condition }) => (condition === null ? [] : judgeCondition(condition, placeOf(gate))));
}
function judgeCondition(condition, place) {
    if (isNever(condition))
        return [
            problem(`${place}, never runs the gate ("if: ${condition}").`, 'Take the "if" out: nothing is judged.'),
        ];
    return isUsualCondition(condition)
        ? []
        : [
            advise(`${place}, runs the gate only if ${toLine(condition)}; a pull request for which that does not hold gets no verdict.`, 'See that it holds for every pull request, or take it out. GitHub counts a skipped job as a success.'),
        ];
}
function toLine(condition) {
    return condition.replace(/\s+/g, ' ').trim();
}

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/src/engine/doctor/filter-pattern.js

/**
 * Whether a list of patterns as workflows have them takes a name in; of those that match, the last decides
 * (GitHub documentation: Workflow syntax, "Filter pattern cheat sheet"). Linear in the name.
 */
function takesIn(patterns, name) {
    const last = patterns.findLast((pattern) => matches(withoutMark(pattern), name));
    return last !== undefined && !isExclusion(last);
}
function isExclusion(pattern) {
    return pattern.startsWith('!');
}
function withoutMark(pattern) {
    return isExclusion(pattern) ? pattern.slice(1) : pattern;
}
/** What cannot be read as a pattern matches nothing. */
function matches(pattern, name) {
    if (pattern === name)
        return true;
    try {
        return build/* RE2JS */.L3.compile(toExpression(pattern)).matches(name);
    }
    catch {
        return false;
    }
}
/** An escape, a class in brackets, stars, or one character. */
const filter_pattern_PART = /\\.|\[[^\]]*\]|\*+|[\s\S]/g;
function toExpression(pattern) {
    return pattern.replace(filter_pattern_PART, (part) => {
        if (part.startsWith('*'))
            return part === '*' ? '[^/]*' : '.*';
        if (part === '?' || part === '+' || /^\[.+\]$/.test(part))
            return part;
        return build/* RE2JS */.L3.quote(part.startsWith('\\') && part.length > 1 ? part.slice(1) : part);
    });
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/gate-signals.js


/** Whether the ends of other workflows wake the gate; without them a verdict is late, or never comes. */
function judgeSignals(setup, gate) {
    const waited = gate.triggers.get('workflow_run');
    const counted = listCounted(setup);
    if (waited === undefined)
        return counted.flatMap((one) => missEvent(one, gate.path));
    const patterns = waited.workflows ?? [];
    const lost = patterns.filter((pattern) => !isThere(setup, pattern));
    return [
        ...(lost.length === 0 ? [] : [judgeLost(setup, gate.path, lost)]),
        ...counted.flatMap((one) => missWorkflow(setup, one, gate.path, patterns)),
    ];
}
function listCounted({ rules }) {
    return [
        ...(rules?.acceptance?.required === true ? ['results'] : []),
        ...(rules?.approvals?.reviews === true ? ['reviews'] : []),
    ];
}
function missEvent(counted, path) {
    return counted === 'results'
        ? [
            advise(`The policy requires test results, and ${path} does not run when CI has finished.`, 'Add "workflow_run" with the names of those workflows.'),
        ]
        : [adviseReviews(path, ADD_SIGNAL)];
}
const ADD_SIGNAL = 'Add a signal workflow on "pull_request_review", and "workflow_run" for it (docs/doctor.md).';
function adviseReviews(path, fix) {
    return advise(`A review counts as a signature, and ${path} hears of one only with the next push, label or "/countersign".`, fix);
}
/** A file that could not be read may have any name. */
function isThere({ parsed, unreadWorkflows }, pattern) {
    // What a list leaves out need not be there.
    if (pattern.startsWith('!') || unreadWorkflows.length > 0)
        return true;
    return parsed.some(({ name }) => takesIn([pattern], name));
}
/** Where nothing is counted that such a workflow tells of, a name too many harms nobody. */
function judgeLost(setup, path, lost) {
    const level = listCounted(setup).length > 0 ? problem : advise;
    return level(`${path} waits for ${listNames(lost)} to finish, and no workflow on ${setup.defaultBranch} is called so: that never wakes the gate.`, 'Write under "workflow_run" the "name:" of each workflow as it is now, or bring the workflow back ("countersign init" writes the signal workflow).');
}
/** Workflows are waited for, but not those that what is counted comes from. */
function missWorkflow(setup, counted, path, patterns) {
    const heard = setup.parsed.filter(({ name }) => takesIn(patterns, name));
    if (setup.unreadWorkflows.length > 0)
        return [];
    if (counted === 'reviews')
        return heard.some(({ triggers }) => triggers.has('pull_request_review'))
            ? []
            : [adviseReviews(path, ADD_SIGNAL)];
    const sources = new Set(setup.rules?.acceptance?.results.map(({ workflow }) => workflow));
    const unheard = setup.parsed.filter((one) => sources.has(one.path) && !heard.includes(one));
    return unheard.map(({ path: source, name }) => advise(`The policy takes test results from ${source}, and ${path} does not run when it has finished.`, `Add "${name}" to the workflows of "workflow_run".`));
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/gate-triggers.js





/** On what the gate runs: from whose file, and whether it hears of all that changes a verdict. */
function judgeTriggers(setup, { workflow }) {
    const { path, triggers } = workflow;
    const target = triggers.get('pull_request_target');
    const isRequired = isRequiredGate(setup, path);
    return [
        ...judgeOrigin(workflow, isRequired, setup.defaultBranch),
        ...(target === undefined ? [] : judgeTypes(path, target)),
        // GitHub passes over the filters of a required workflow.
        ...(target === undefined || isRequired ? [] : judgeFilters(setup, path, target)),
        ...judgeSignals(setup, workflow),
    ];
}
function judgeOrigin({ path, triggers }, isRequired, defaultBranch) {
    const isSafe = triggers.has('pull_request_target');
    const isTaken = isRequired && triggers.has('pull_request');
    const own = ['pull_request', 'pull_request_review'].filter((event) => triggers.has(event));
    return [
        ...(isSafe
            ? [good(`${path} runs on pull_request_target: GitHub takes it from the default branch.`)]
            : []),
        ...(isTaken
            ? [good(`GitHub takes a required workflow from ${defaultBranch}, and so ${path}.`)]
            : []),
        ...(isSafe || isTaken || triggers.has('workflow_call') ? [] : [missTarget(path, own)]),
        ...(isSafe && own.length > 0 ? [adviseOwn(path, own)] : []),
    ];
}
function missTarget(path, own) {
    const message = own.length > 0
        ? `${path} runs on ${own.join(' and ')} only: GitHub takes it from the pull request, whose author can rewrite it.`
        : `${path} does not run on pull requests.`;
    return problem(message, 'Let it run on "pull_request_target", without any checkout.');
}
function adviseOwn(path, own) {
    return advise(`${path} also runs on ${own.join(' and ')}, in the pull request's own copy of it.`, 'Leave these events out; a signal workflow and "workflow_run" tell of reviews (docs/doctor.md).');
}
/** What GitHub takes where no types are named (its documentation: Events, "pull_request_target"). */
const STANDARD_TYPES = ['opened', 'synchronize', 'reopened'];
const NEEDED_TYPES = ['opened', 'reopened', 'synchronize', 'edited', 'labeled', 'unlabeled'];
const WANTED_TYPES = [...NEEDED_TYPES, 'ready_for_review'];
/** Without `opened` a pull request has no verdict at all; without the others one is late. */
function judgeTypes(path, { types }) {
    const heard = types ?? STANDARD_TYPES;
    const missing = NEEDED_TYPES.filter((type) => !heard.includes(type));
    if (missing.length === 0)
        return [];
    const all = [...new Set([...WANTED_TYPES, ...heard])];
    const level = missing.includes('opened') ? problem : advise;
    return [
        level(`${path} does not hear of ${missing.join(', ')}.`, 
        // Naming types takes the place of the standard ones, so all are named.
        `Write "types: [${all.join(', ')}]" under "pull_request_target".`),
    ];
}
/** A filter leaves pull requests without a verdict, whatever the rules of their base. */
function judgeFilters(setup, path, trigger) {
    const left = setup.branches.filter(({ name }) => !admits(trigger, name)).map(describeBranch);
    const onPaths = [
        ...(isNarrow(trigger.paths) ? ['paths'] : []),
        ...((trigger.pathsIgnore?.length ?? 0) > 0 ? ['paths-ignore'] : []),
    ];
    return [
        ...(left.length === 0
            ? []
            : [
                problem(`The filter on branches in ${path} leaves out ${left.join(', ')}: pull requests to there are not judged.`, 'Take "branches" and "branches-ignore" off "pull_request_target"; the policy\'s "bases" say what is judged how.'),
            ]),
        ...onPaths.map((filter) => problem(`${path} has a filter "${filter}": a pull request that it leaves out is not judged, or waits for ever.`, `Take "${filter}" off "pull_request_target".`)),
    ];
}
function admits({ branches, branchesIgnore }, name) {
    if (branches !== null && !takesIn(branches, name))
        return false;
    return branchesIgnore === null || !takesIn(branchesIgnore, name);
}
function isNarrow(paths) {
    return paths !== null && !(paths.includes('**') && paths.every((path) => !path.startsWith('!')));
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/gate-workflow.js








/** Whether the gate runs, from a file that no branch can change, with what it needs and nothing more. */
const gateWorkflow = {
    id: 'workflow',
    title: 'Does the gate run as it should?',
    run(setup) {
        if (!setup.workflows.known)
            return [cannotRead('The workflows', setup.workflows, READ_CONTENTS)];
        const unread = setup.unreadWorkflows.map((path) => advise(`${path} cannot be read as a workflow; it was left out.`, 'Mend or remove the file.'));
        const beside = [...setup.lookalikes.map(judgeLookalike), ...unread];
        if (setup.gates.length === 0)
            return [judgeAbsence(setup), ...beside];
        return [...setup.gates.flatMap((gate) => gate_workflow_judgeGate(setup, gate)), ...beside];
    },
};
const READ_CONTENTS = 'Use a token with the repository permission "Contents: read".';
function judgeAbsence(setup) {
    const isElsewhere = setup.branches.some((branch) => listRequiredGates(setup, branch).length > 0);
    return isElsewhere
        ? cannotTell('No workflow here runs the gate; whether the required workflow does was not seen.', 'See that the required workflow runs OWNER/countersign by commit.')
        : problem(`No workflow on ${setup.defaultBranch} runs the gate.`, 'Run "countersign init", or copy the workflow of the README, and merge it.');
}
/** A name proves nothing; what only sounds like the gate is said not to be taken for it. */
function judgeLookalike({ path, uses }) {
    return cannotTell(`${path} uses "${uses}", which is not the repository OWNER/countersign: it was not taken for the gate.`, 'If it is to be the gate, use OWNER/countersign by commit; if not, see what it is.');
}
function gate_workflow_judgeGate(setup, gate) {
    return [
        ...judgeTriggers(setup, gate),
        judgePin(gate),
        ...(gate.step === null ? [judgeCall(gate)] : judgeRights(setup, gate)),
        ...judgeSteps(gate),
        ...judgeInputs(setup, gate),
    ];
}
/** Whose action it is nobody here can judge, so it is always said. */
function judgePin({ workflow: { path }, use: { uses } }) {
    if (uses.startsWith('./'))
        return good(`${path} runs the gate of this repository itself.`);
    const [name = '', commit = ''] = uses.split('@');
    if (isPlaceholder(name, commit))
        return problem(`${path} uses "${uses}", which is a placeholder: the gate cannot run.`, 'Put the repository that hosts the action there, and the full commit id of a release.');
    return /@[0-9a-f]{40}$/.test(uses)
        ? good(`${path} names the gate by commit: ${name} at ${commit}.`)
        : advise(`${path} uses "${uses}": whoever can move that tag or branch decides what the gate does.`, 'Name the full commit id behind the "@", with the version as a comment.');
}
/** What "countersign init" and the documents write where whoever reads them knows better. */
function isPlaceholder(name, commit) {
    if (/^OWNER-OF-/i.test(name))
        return true;
    if (/^[0-9a-f]{40}$/i.test(commit))
        return /^0+$/.test(commit);
    return /^OWNER\//.test(name) || PLACEHOLDER.test(commit);
}
const PLACEHOLDER = /^$|^(?:(?:full[-_])?commit(?:[-_]?(?:id|sha|hash))?|sha|version|ref|tag|x+)$|[<>{}]|goes[-_]here|^your[-_]|replace/i;
function judgeCall({ workflow, use }) {
    return cannotTell(`${workflow.path} calls ${use.uses}, whose steps are not read from here: neither its policy, nor its rights, nor what it does on a block.`, 'See that it passes these on as you mean them, or use the action itself.');
}
/** What the gate does with each right; without the first two there is no verdict. */
const NEEDED = [
    ['contents', 'read', true],
    ['checks', 'write', true],
    ['pull-requests', 'write', false],
    ['issues', 'read', false],
    ['actions', 'read', false],
];
/** A token of its own brings its own rights. */
function judgeRights(setup, gate) {
    const isOwn = !mayUseWorkflowToken(gate);
    const place = placeOf(gate);
    const has = (scope) => rightOf(gate.job, scope, standardRight(setup));
    const excess = ['contents', 'actions', 'id-token', 'packages', 'deployments'].filter((scope) => has(scope) === 'write');
    const tooMuch = excess.map((scope) => advise(`${place}, may write ${scope}, which the gate never does.`, 'Put "permissions: {}" on top of the workflow and grant the job only what the README lists.'));
    if (isOwn)
        return tooMuch;
    const missing = NEEDED.filter(([scope, right]) => !includes(has(scope), right));
    return [
        ...missing.map(([scope, right, isVital]) => (isVital ? problem : advise)(`${place}, lacks the right "${scope}: ${right}".`, `Add "${scope}: ${right}" to the job's permissions.`)),
        ...tooMuch,
        ...(missing.length + tooMuch.length === 0
            ? [good(`${place}, has the rights it needs and no more.`)]
            : []),
    ];
}
function includes(has, wanted) {
    return has === wanted || has === 'write';
}
/** Beside the gate's token nothing of a pull request may run. */
function judgeSteps(gate) {
    const place = placeOf(gate);
    const found = gate.job.steps.map(lookAtStep);
    const injected = [...new Set(found.flatMap((one) => one.injected))];
    const isFetched = found.some(({ fetchesHead }) => fetchesHead);
    const isUnclear = found.some(({ unclear }) => unclear !== null);
    const hasCheckout = gate.job.steps.some(({ use }) => /^actions\/checkout@/i.test(use?.uses ?? ''));
    return [
        ...(isFetched
            ? [
                problem(`${place}, checks out what the pull request wrote, beside a token that may publish the verdict.`, 'Take that out: the gate reads through the API.'),
            ]
            : []),
        ...((hasCheckout || isUnclear) && !isFetched ? [adviseCheckout(place)] : []),
        ...injected.map((text) => problem(`${place}, puts text that outsiders write (${text}) into a shell command.`, 'Hand it over as an environment variable ("env:").')),
    ];
}
function adviseCheckout(place) {
    return advise(`${place}, checks something out, which the gate never needs.`, 'Take the checkout out, so that nobody points it at a pull request later.');
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/labels.js

/** Whether the labels by which people sign are there to be applied. */
const labels = {
    id: 'labels',
    title: 'Are the labels there?',
    run({ rules, labels: present }) {
        const wanted = rules === null ? [] : listLabels(rules);
        if (wanted.length === 0)
            return [];
        if (!present.known)
            return [cannotRead('The labels', present, 'Use a token with "Issues: read".')];
        const names = new Set(present.value.map((name) => name.toLowerCase()));
        const missing = wanted.filter(({ name }) => !isPresent(name, names));
        if (missing.length === 0)
            return [good(`The labels ${wanted.map(({ name }) => `"${name}"`).join(', ')} are there.`)];
        return missing.map(({ name, use }) => adviseLabel(name, use));
    },
};
function listLabels({ plan, approvals, override }) {
    const fromElsewhere = plan?.sources.some((source) => source !== 'base') === true;
    return [
        ...(approvals === null ? [] : [{ name: approvals.label, use: 'sign' }]),
        ...(plan !== null && fromElsewhere
            ? [{ name: plan.approval_label, use: 'approve a plan' }]
            : []),
        ...(override === null ? [] : [{ name: override.label, use: 'override a block' }]),
    ];
}
const OWNER = '{owner}';
/** A template is there when at least one owner has a label of their own. */
function isPresent(name, names) {
    const wanted = name.toLowerCase();
    if (!wanted.includes(OWNER))
        return names.has(wanted);
    const [start = '', end = ''] = wanted.split(OWNER);
    return [...names].some((one) => one.length > start.length + end.length && one.startsWith(start) && one.endsWith(end));
}
function adviseLabel(name, use) {
    return name.includes(OWNER)
        ? advise(`There is no label "${name}" for any owner, by which they ${use}.`, 'Create one for each owner, without the "@".')
        : advise(`There is no label "${name}", by which people ${use}.`, `Create it under Issues > Labels, exactly as "${name}".`);
}

// EXTERNAL MODULE: ./node_modules/minimatch/dist/esm/index.js + 8 modules
var esm = __webpack_require__(1138);
;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/merge-queue.js




/** Whether a merge queue gets the verdicts it waits for. */
const mergeQueue = {
    id: 'merge-queue',
    title: 'What happens in the merge queue?',
    run(setup) {
        const { branches, gates } = setup;
        const queued = branches.filter(({ rules }) => rules.known && rules.value.some(({ type }) => type === 'merge_queue'));
        if (queued.length === 0)
            return branches.every(({ rules }) => rules.known)
                ? [good('There is no merge queue by a ruleset.')]
                : [];
        const names = queued.map(({ name }) => name).join(', ');
        const byWorkflow = judgeWorkflows(setup, queued, names);
        if (byWorkflow !== null)
            return [byWorkflow];
        const hearing = gates.filter(({ workflow }) => workflow.triggers.has('merge_group'));
        if (hearing.length === 0)
            return [
                problem(`${names} has a merge queue, and the gate does not run on "merge_group": the queue waits for a check that never comes.`, 'Add "merge_group:" to the events of the workflow.'),
            ];
        return judgeRooms(setup, hearing, queued);
    },
};
/** Whether a gate may use its environment on the branches that GitHub makes for groups; one gate is enough. */
function judgeRooms(setup, hearing, queued) {
    const names = queued.map(({ name }) => name).join(', ');
    const rooms = hearing.map(({ job }) => job.environment);
    const admissions = rooms.map((room) => admitsGroups(setup, room, queued));
    const named = listNames([...new Set(rooms.flatMap((room) => room ?? []))]);
    if (admissions.includes('yes'))
        return [
            good(`Every group of the merge queue of ${names} is judged before it is merged.`),
            advise("In a merge queue GitHub takes the workflow from the group's own commits.", 'Keep workflow files under a "paths" rule that denies or asks for approval, or take a required workflow.'),
        ];
    return admissions.includes('unknown')
        ? [
            cannotTell(`Whether the environment ${named} admits the groups of the merge queue of ${names} could not be told.`, 'See under Settings > Environments which branches it admits; groups are on "gh-readonly-queue/...".'),
        ]
        : [
            problem(`The environment ${named} does not admit the branches of merge groups, so the check never comes in the merge queue of ${names}.`, 'Take a required workflow for the merge queue (docs/security-model.md).'),
        ];
}
function admitsGroups({ environments }, room, queued) {
    if (room === null)
        return 'yes';
    if (isExpression(room) || !environments.known)
        return 'unknown';
    const found = environments.value.find(({ name }) => name.toLowerCase() === room.toLowerCase());
    // GitHub makes one that is not there, open to every branch.
    if (found === undefined || found.branches.kind === 'any')
        return 'yes';
    // Whether the rules that protect the queue's own branches count here GitHub does not document.
    if (found.branches.kind === 'protected' || !found.branches.patterns.known)
        return 'unknown';
    const patterns = found.branches.patterns.value.filter(({ type }) => type === 'branch');
    const isAdmitted = ({ name: base }) => patterns.some(({ name }) => (0,esm/* minimatch */.xF)(nameGroup(base), name, FNMATCH));
    return queued.every(isAdmitted) ? 'yes' : 'no';
}
/** A group's branch, as GitHub names it (its documentation: "Managing a merge queue"). */
function nameGroup(base) {
    return `gh-readonly-queue/${base}/pr-1-${'0'.repeat(40)}`;
}
/** Such patterns are Ruby's File.fnmatch (GitHub documentation: "Managing environments for deployment"). */
const FNMATCH = { nobrace: true, noext: true, nonegate: true, nocomment: true };
/** Whether each queue waits for a required workflow that fails on a block; null: one of them does not. */
function judgeWorkflows(setup, queued, names) {
    const found = queued.map((branch) => {
        const kinds = listRequiredGates(setup, branch)
            .filter(({ required, verdict }) => verdict.kind !== 'blocks' || hearsOfGroups(setup, required))
            .map(({ verdict }) => verdict.kind);
        return kinds.find((kind) => kind === 'blocks') ?? kinds.find((kind) => kind === 'unknown');
    });
    if (found.includes(undefined))
        return null;
    return found.every((kind) => kind === 'blocks')
        ? good(`The merge queue of ${names} runs the required workflow, which a group's commits cannot change.`)
        : cannotTell(`The merge queue of ${names} runs a required workflow, and whether that one blocks was not seen (first question).`, 'See that it runs Countersign on "merge_group", with "fail-on-block: true".');
}
function hearsOfGroups({ parsed }, { path }) {
    return parsed.find((workflow) => workflow.path === path)?.triggers.has('merge_group') === true;
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/other-workflows.js





/** What the other workflows on the default branch could do to the verdict. */
const otherWorkflows = {
    id: 'other-workflows',
    title: 'What can the other workflows do?',
    run(setup) {
        const gates = new Set(setup.gates.map(({ job }) => job));
        const others = setup.parsed.flatMap((workflow) => {
            const events = listPrivilegedEvents(workflow, setup.parsed);
            const jobs = workflow.jobs.filter((job) => !gates.has(job));
            return jobs.map((job) => ({ workflow, job, events }));
        });
        const found = [
            ...others.flatMap((other) => judgePublishing(setup, other)),
            ...others.flatMap(judgePrivileged),
            ...others.flatMap((other) => judgeSharing(setup, other)),
        ];
        if (found.length > 0 || !setup.workflows.known || setup.unreadWorkflows.length > 0)
            return found;
        return [
            good('Nothing was recognised in the other workflows of the default branch that publishes checks, shares what the gate signs in with, or runs what a pull request wrote with more than read access.'),
        ];
    },
};
function judgePublishing(setup, other) {
    const standard = standardRight(setup);
    const scopes = ['checks', 'statuses'].filter((scope) => rightOf(other.job, scope, standard) === 'write');
    if (scopes.length === 0)
        return [];
    const how = describeRight(setup, other.job);
    return [
        advise(`${placeOf(other)}, may write ${scopes.join(' and ')}${how}: it can publish a check of any name.`, 'Put "permissions: {}" on top of the workflow and grant each job only what it uses; a check required from an App of its own is out of its reach.'),
    ];
}
/** Said so that nobody looks for a line that is not there. */
function describeRight({ tokenDefaults }, { permissions }) {
    if (permissions !== null)
        return '';
    return tokenDefaults.known
        ? ', because it names no permissions'
        : ' (perhaps: it names no permissions, and what the repository gives then could not be read)';
}
/** Words of outsiders, run with the rights of the default branch: they can do whatever the gate can. */
function judgePrivileged({ workflow, job, events }) {
    if (events.length === 0)
        return [];
    const place = placeOf({ workflow, job });
    const on = `on ${events.join(' and ')}, where the token and the secrets are the default branch's`;
    const found = [...job.steps.map(lookAtStep), ...(job.call === null ? [] : [lookAtCall(job.call)])];
    const injected = [...new Set(found.flatMap((one) => one.injected))];
    return [
        ...(found.some(({ fetchesHead }) => fetchesHead)
            ? [
                problem(`${place}, checks out what a pull request wrote ${on}.`, 'Run code of pull requests on "pull_request" only.'),
            ]
            : []),
        ...injected.map((text) => problem(`${place}, puts text that outsiders write (${text}) into a shell command ${on}.`, 'Hand it over as an environment variable ("env:").')),
        ...found.flatMap(({ unclear }) => unclear === null ? [] : [doubtCheckout(place, unclear, on)]),
    ];
}
function doubtCheckout(place, asked, on) {
    return cannotTell(`${place}, checks out ${asked} ${on}; whether that can be what a pull request wrote was not recognised.`, 'Check out the default branch by name ("github.event.repository.default_branch"), or nothing.');
}
/** What a job can read it can use as the gate does. */
function judgeSharing({ gates }, other) {
    const { secrets, environment } = other.job;
    const own = new Set(gates.flatMap(({ job }) => job.secrets.names));
    const rooms = gates.flatMap(({ job }) => job.environment?.toLowerCase() ?? []);
    const shared = [
        ...(environment !== null && rooms.includes(environment.toLowerCase())
            ? [`the environment "${environment}"`]
            : []),
        ...secrets.names.filter((name) => own.has(name)),
    ];
    return shared.length === 0
        ? []
        : [
            advise(`${placeOf(other)}, uses ${shared.join(' and ')} of the gate as well: what runs there can sign in as the gate.`, 'Keep the environment of the gate and its secrets for the job of the gate alone.'),
        ];
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/owners.js




/** Whether those whose signature is asked for can give it. */
const owners = {
    id: 'owners',
    title: 'Can the owners and approvers sign?',
    run(setup) {
        return [
            ...judgeFile(setup),
            ...judgeErrors(setup),
            ...judgeSteering(setup),
            ...judgePeople(setup),
        ];
    },
};
const PLACES = '.github/CODEOWNERS';
function judgeFile({ owned, rules }) {
    if (owned?.isTooLarge === true)
        return [
            problem('CODEOWNERS is larger than 3 MB, so GitHub and the gate ignore all of it.', 'Shorten it.'),
        ];
    if (owned !== null)
        return [
            good(`CODEOWNERS has ${owned.rules.length} usable ${owned.rules.length === 1 ? 'line' : 'lines'}.`),
        ];
    const isNeeded = rules === null || rules.approvals?.codeowners === true;
    return isNeeded
        ? [
            problem('There is no CODEOWNERS file, so nobody owns what changes and nobody can sign for it.', `Merge a ${PLACES} such as "* @acme/maintainers".`),
        ]
        : [];
}
const MAX_ERRORS = 20;
const MEND_LINE = 'Mend the line: GitHub and the gate skip it, and an earlier line decides.';
function judgeErrors({ codeownersErrors, owned, codeowners }) {
    if (codeowners === null)
        return [];
    const { path } = codeowners;
    const own = (owned?.invalidLines ?? []).map((line) => ({ line, kind: 'Invalid line' }));
    const said = codeownersErrors.known ? codeownersErrors.value : [];
    const lines = new Set(said.map(({ line }) => line));
    const all = [...said, ...own.filter(({ line }) => !lines.has(line))].slice(0, MAX_ERRORS);
    return [
        ...(codeownersErrors.known
            ? []
            : [
                cannotRead("GitHub's list of errors in CODEOWNERS", codeownersErrors, 'Use a token with "Contents: read".'),
            ]),
        ...all.map(({ line, kind }) => problem(`Line ${line} of ${path}: ${kind}.`, kind === 'Unknown owner'
            ? 'Correct the name, or give that account or team write access: until then it owns nothing.'
            : MEND_LINE)),
    ];
}
/** What steers the gate itself, wherever this repository has it. */
function listSteering({ gates, policyPath, codeowners }) {
    const paths = [
        policyPath,
        ...gates.flatMap((gate) => [gate.workflow.path, policyOf(gate)]),
        codeowners?.path ?? PLACES,
    ];
    return [...new Set(paths.flatMap((path) => path ?? []))];
}
function judgeSteering(setup) {
    const { owned, rules } = setup;
    if (owned === null || rules?.approvals?.codeowners !== true)
        return [];
    const free = listSteering(setup).filter((path) => ((0,approvals_codeowners/* findOwnerRule */.h7)(owned, path)?.owners.length ?? 0) === 0);
    return free.length === 0
        ? []
        : [
            advise(`Nobody owns ${listNames(free)}, which steer the gate: a change of them cannot be signed for.`, `Add to the end of CODEOWNERS ${free.every(isInGitHubFolder) ? 'a line "/.github/ @owners"' : 'a line for each'}.`),
        ];
}
function isInGitHubFolder(path) {
    return path.startsWith('.github/');
}
/** Owners and approvers one by one; those that all is well with together. */
function judgePeople(setup) {
    const { owners: known, ownersLeft, rules } = setup;
    const approvers = new Set((rules === null ? [] : listEveryApprover(rules)).map((name) => name.toLowerCase()));
    const judged = [...known].map(([owner, access]) => ({
        owner,
        advice: judgeOwner(setup, owner, access, approvers.has(owner)),
    }));
    const fine = judged.filter(({ advice }) => advice === null).map(({ owner }) => owner);
    return [
        ...(fine.length === 0
            ? []
            : [
                good(`${fine.length} of ${known.size} owners and approvers were found with enough access.`),
            ]),
        ...judged.flatMap(({ advice }) => advice ?? []),
        ...(ownersLeft === 0
            ? []
            : [
                advise(`${ownersLeft} more owners and approvers were not looked up.`, 'GitHub marks unknown ones in its view of the CODEOWNERS file.'),
            ]),
    ];
}
/** Everybody whom a policy names to sign for something. */
function listEveryApprover({ plan, paths, patterns, approvals, override, }) {
    const rules = [...paths, ...patterns, ...Object.values(approvals?.tiers ?? {})];
    return [
        ...(plan?.approvers ?? []),
        ...rules.flatMap(({ approvers }) => approvers),
        ...(override?.approvers ?? []),
    ];
}
function judgeOwner({ rules }, owner, access, isApprover) {
    if (!access.known) {
        const isListed = Object.keys(rules?.teams ?? {}).some((team) => team.toLowerCase() === owner);
        return isListed ? null : judgeUnread(owner, access);
    }
    if (access.value === 'none')
        return problem(`${owner} has no access to the repository or does not exist, and cannot sign.`, 'Correct the name, or give it write access.');
    if (isApprover ? isAtLeast(access.value, 'triage') : isAtLeast(access.value, 'write'))
        return null;
    return isApprover
        ? advise(`${owner} may only read, so it can sign by a review and by no label.`, 'Give it at least the role "triage" to sign by label.')
        : problem(`${owner} may not write, so GitHub does not take it for a code owner.`, 'Give it write access, or name another owner.');
}
function judgeUnread(owner, access) {
    return owner.includes('/')
        ? cannotRead(`The team ${owner}`, access, 'Set COUNTERSIGN_TEAM_TOKEN to a token that may read teams ("Members: read"), give the gate such a "team-token", or list its members under "teams" in the policy.')
        : cannotRead(`The access of ${owner}`, access, 'Use a token with write access to the repository.');
}

// EXTERNAL MODULE: ./build/src/engine/decision.js
var decision = __webpack_require__(7624);
// EXTERNAL MODULE: ./build/src/engine/policy/advise-on-exempt.js
var advise_on_exempt = __webpack_require__(1734);
;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/policy.js






/** Whether there is a policy that can be applied, and whether it blocks. */
const policy = {
    id: 'policy',
    title: 'Is the policy in force?',
    run(setup) {
        const { resolved, rules, defaultBranch, policyPath } = setup;
        const elsewhere = setup.gates.flatMap((gate) => judgePath(gate, policyPath));
        if (policyPath === null)
            return elsewhere;
        if (resolved === null)
            return [
                ...elsewhere,
                problem(`There is no policy on ${defaultBranch} at ${policyPath}, so every pull request is blocked.`, 'Run "countersign init", or merge a .github/countersign.yml such as "version: 1" with "extends: observe".'),
            ];
        if (!resolved.ok || rules === null) {
            const problems = resolved.ok ? [] : resolved.problems;
            return [...elsewhere, ...problems.slice(0, MAX_PROBLEMS).map(describeProblem)];
        }
        return [
            ...elsewhere,
            judgeMode(rules, policyPath),
            ...(0,advise_on_exempt/* findOpenExemptions */.E)(rules).map(judgeExemption),
            ...judgeReach(rules),
            ...judgeResults(setup, rules),
        ];
    },
};
const MAX_PROBLEMS = 10;
function describeProblem(one) {
    return problem(`The policy is not valid, so every pull request is blocked: ${(0,resolve/* describePolicyProblem */.Vg)(one)}`, 'Mend it; "countersign policy lint" checks it before it is merged.');
}
/** What is said here of the policy is true of the gate only where it reads the same one. */
function judgePath(gate, read) {
    const path = gate.step === null ? read : policyOf(gate);
    if (path !== null && path === read)
        return [];
    const what = path === null
        ? `takes its policy from "${gate.use.with.get('policy') ?? ''}", known at run time only`
        : `takes its policy from ${path}, which was not read here`;
    return [
        cannotTell(`${placeOf(gate)}, ${what}.`, 'Name one path plainly in the input "policy", or look at another with --policy-path.'),
    ];
}
/** What blocks, check by check: "modes" can take from "mode: enforce" nearly all, and give to any other. */
function judgeMode(rules, path) {
    const modes = (0,engine_modes/* resolveModes */.fd)(rules);
    const checks = decision/* CHECK_IDS */.S.filter((id) => !(0,engine_modes/* isKeeper */.fm)(id));
    const soft = checks.filter((id) => modes[id] !== 'enforce');
    const named = soft.map((id) => `${id} (${modes[id]})`).join(', ');
    if (soft.length === 0)
        return good(`The policy ${path} is valid and blocks (mode: ${rules.mode}).`);
    if (soft.length < checks.length)
        return advise(`The policy ${path} is valid and blocks by ${listChecks(checks.filter((id) => !soft.includes(id)))}. What these find blocks nothing: ${named}.`, 'When what they report is right, set them to "enforce" too, by "mode" or by "modes".');
    return advise(`The policy ${path} is valid and blocks nothing yet (mode: ${rules.mode}${rules.mode === 'enforce' ? `; softened by "modes": ${named}` : ''}).`, 'When what it reports is right, set "mode: enforce" without softer "modes", or extend "standard".');
}
function listChecks(checks) {
    return checks.join(', ');
}
/** An exemption that needs no person is a way around the checks it names. */
function judgeExemption({ actor, checks }) {
    const why = (0,advise_on_exempt/* isEveryWorkflow */.x)(actor)
        ? 'every workflow is that account, also one on the branch of an agent'
        : 'that account is an agent';
    return problem(`The policy exempts ${actor} from ${listChecks(checks)}, and ${why}: it gets past them by itself.`, 'Take it out of "exempt"; let such changes come from an account that no agent can use.');
}
function judgeReach({ applies_to }) {
    return applies_to === 'all'
        ? []
        : [
            advise('It applies to pull requests that show a sign of an agent; one that hides every sign is not judged.', 'Set "applies_to: all" to leave no such gap.'),
        ];
}
function judgeResults({ paths, parsed }, { acceptance }) {
    const named = [...new Set(acceptance?.results.map(({ workflow }) => workflow) ?? [])];
    return named.flatMap((path) => {
        if (!paths.has(path))
            return [
                problem(`The policy takes test results from ${path}, which is not there.`, 'Correct "acceptance.results", or add the workflow.'),
            ];
        const events = parsed.find((workflow) => workflow.path === path)?.triggers;
        const counts = events === undefined || events.has('pull_request') || events.has('push');
        return counts
            ? []
            : [
                problem(`The policy takes test results from ${path}, which runs on neither pull_request nor push, so none of them count.`, 'Let it run on "pull_request".'),
            ];
    });
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/pushes.js


/** Whether something can reach the branch without a pull request that was judged. */
const pushes = {
    id: 'pushes',
    title: 'Can anything reach the branch without a pull request?',
    run({ branches }) {
        return branches.flatMap(judgeBranch);
    },
};
const REQUIRE_PULL = 'In the ruleset of the branch, tick "Require a pull request before merging".';
const NO_FORCE = 'In the ruleset of the branch, tick "Block force pushes".';
function judgeBranch(branch) {
    const { name, rules, protection } = branch;
    // The question whether there are any rules has its answer elsewhere.
    if (!rules.known)
        return [];
    const types = new Set(rules.value.map(({ type }) => type));
    const classic = protection.known ? protection.value : null;
    const details = classic?.details ?? null;
    const requiresPull = types.has('pull_request') || details?.requiresPull === true;
    const hasChecks = types.has('required_status_checks') || (classic?.checks.length ?? 0) > 0;
    const blocksForce = types.has('non_fast_forward') || details?.allowsForcePush === false;
    const isWhole = requiresPull && blocksForce;
    if (!protection.known && !isWhole)
        return [doubtPushes(branch, protection)];
    if (classic !== null && details === null && !isWhole)
        return [];
    return [
        judgePulls(name, requiresPull, hasChecks),
        ...(blocksForce ? [] : [advise(`${name} can be overwritten by a force push.`, NO_FORCE)]),
    ];
}
/** The rules leave something open, which branch protection may close. */
function doubtPushes(branch, protection) {
    return cannotRead(`The rulesets of ${describeBranch(branch)} leave pushes open, and its branch protection`, protection, `${REQUIRE_PULL} ${NO_FORCE}`);
}
function judgePulls(name, requiresPull, hasChecks) {
    if (requiresPull)
        return good(`${name} takes changes from pull requests only.`);
    return hasChecks
        ? advise(`A commit that has its checks already can be pushed to ${name} directly, for instance one that was judged for another base.`, REQUIRE_PULL)
        : problem(`Everybody with write access can push to ${name} directly, past the gate.`, REQUIRE_PULL);
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/required.js




/** Whether merging waits for the gate at all. */
const required = {
    id: 'required',
    title: 'Is the check required?',
    run(setup) {
        const { checkName } = setup;
        if (checkName === null &&
            setup.branches.every((it) => listRequiredGates(setup, it).length === 0))
            return [
                problem('The gate publishes no check ("check-name" is empty), so none can be required.', NAME_IT),
            ];
        return [
            ...setup.branches.flatMap((branch) => required_judgeBranch(setup, branch)),
            ...listUnsampled(setup),
        ];
    },
};
const NAME_IT = 'Give the input "check-name" a name, and require the check of that name.';
const RULES_RIGHT = 'Use a token with the repository permission "Metadata: read".';
const PROTECTION_RIGHT = 'Use a token of an administrator, or one with the repository permission "Administration: read".';
const EXAMPLE_RIGHT = 'See under Settings > Branches whether a rule for it requires the check; or require it by a ruleset, which is told for every name.';
function required_judgeBranch(setup, branch) {
    const { rules, protection } = branch;
    const where = describeBranch(branch);
    const found = [
        ...listRequirements(setup, branch).map((one) => describeRequirement(setup, one, where)),
        ...listRequiredGates(setup, branch).map((one) => judgeWorkflow(one, where)),
    ];
    if (found.length > 0)
        return found;
    const name = setup.checkName ?? STANDARD_NAME;
    if (!rules.known)
        return [cannotRead(`The rules of ${where}`, rules, RULES_RIGHT)];
    if (!protection.known)
        return [
            cannotRead(`No ruleset requires the check on ${where}, and its branch protection`, protection, isExample(branch) ? EXAMPLE_RIGHT : PROTECTION_RIGHT),
        ];
    return [
        problem(`Nothing requires the check "${name}" on ${where}: a blocked pull request can be merged.`, describeRule(setup, where, name)),
    ];
}
/** A check that every workflow can publish is not to be made the lock. */
function describeRule({ gates }, where, name) {
    const rule = `under Settings > Rules, add a ruleset for ${where} that requires the status check "${name}" from that App`;
    return gates.some(mayUseWorkflowToken) || gates.length === 0
        ? `First let the gate publish with a GitHub App of its own ("github-token:", docs/security-model.md). Then, ${rule}, and not from "GitHub Actions", which every workflow is. Or require a workflow that runs the gate.`
        : `The gate has a token of its own: see which App that is. Then, ${rule}, and not from any source.`;
}
function describeRequirement({ checkName }, { by, app, isStrict }, where) {
    const source = app === null ? 'from any source' : `from the App ${app}`;
    const strict = isStrict
        ? '. That branches must be up to date is required as well; the gate does not need it'
        : '';
    return good(`"${checkName}" is required on ${where} by ${by}, ${source}${strict}.`);
}
/** A required workflow blocks by failing, and by nothing else. */
function judgeWorkflow({ required: { path }, verdict }, where) {
    if (verdict.kind === 'blocks' || verdict.kind === 'other')
        return good(`${where} requires the workflow ${path}, which a branch cannot change and which fails when the gate blocks.`);
    const message = `${where} requires the workflow ${path}, but ${verdict.why}.`;
    return verdict.kind === 'passes'
        ? problem(message, 'Let the gate run unconditionally there, with "fail-on-block: true".')
        : cannotTell(message, SEE_WORKFLOW);
}
const SEE_WORKFLOW = 'See that it runs Countersign on every pull request, with "fail-on-block: true"; or require the check itself.';
/** The branches that speak for themselves and stand for names that cannot be made up. */
function listUnsampled({ rules, branches }) {
    const seen = new Set(branches.flatMap(({ name, glob }) => [name, glob ?? name]));
    const left = (rules?.bases ?? []).filter((base) => !seen.has(base));
    if (left.length === 0)
        return [];
    return [
        advise(`The policy's "bases" also name ${left.map((base) => `"${base}"`).join(', ')}, which were not looked up.`, 'See that a ruleset covers them, too; on a branch without one the gate only advises.'),
    ];
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/secrets.js


/** Whether an agent's branch could read what the gate signs in with. */
const secrets = {
    id: 'secrets',
    title: 'Are the secrets of the gate out of reach?',
    run(setup) {
        const jobs = new Set(setup.gates.map(({ job }) => job));
        const found = [
            ...[...jobs].flatMap((job) => judgeJob(setup, job)),
            ...setup.gates.flatMap(judgeToken),
        ];
        return found.length > 0 || jobs.size === 0 ? found : [good('The gate uses no secrets.')];
    },
};
const MOVE = 'Store it as a secret of an environment whose deployment branches are the default branch only, and name that environment in the job.';
function judgeJob(setup, job) {
    const { id, secrets: used, environment } = job;
    const hidden = listHidden(job);
    const doubts = hidden.map((how) => doubtSecrets(id, how));
    const names = [...used.names, ...(hidden.length > 0 ? ['whatever secrets it finds'] : [])].join(', ');
    if (names === '')
        return [];
    if (environment === null)
        return [
            problem(`The job "${id}" uses ${names} without an environment, where every workflow on any branch can read the same.`, MOVE),
            ...doubts,
        ];
    return [...judgeCopies(setup, used.names), judgeEnvironment(setup, environment, names), ...doubts];
}
function listHidden({ secrets: { opaque }, inherits }) {
    return [...opaque, ...(inherits ? ['secrets: inherit'] : [])];
}
function doubtSecrets(id, how) {
    return cannotTell(`The job "${id}" reads secrets by "${how}", which does not say which.`, 'Name each secret that it needs plainly, as "secrets.NAME".');
}
const WORKFLOW_TOKENS = ['github.token', 'secrets.github_token'];
/** A token that comes from nowhere that was seen was not judged. Its text is not repeated: it may be the token. */
function judgeToken({ job, use, step }) {
    const token = use.with.get('github-token') ?? '';
    const from = listExpressions(token).join(' and ');
    if (step === null || token === '' || WORKFLOW_TOKENS.includes(from))
        return [];
    if (from === '')
        return [
            problem(`The job "${job.id}" has a token in its file, for everybody to read.`, 'Revoke it, and take one from a secret of an environment.'),
        ];
    return mayComeFromSecret(job, use)
        ? []
        : [
            cannotTell(`The job "${job.id}" signs in with ${from}, and no secret was seen that this could come from.`, 'See that no workflow on another branch can get that token in the same way.'),
        ];
}
/** Inputs that take secrets of their own, which make no token to publish with. */
const OTHER_INPUTS = ['team-token', 'slack-webhook', 'webhook', 'webhook-secret'];
function mayComeFromSecret(job, use) {
    const others = findSecrets(OTHER_INPUTS.map((name) => use.with.get(name))).names;
    return listHidden(job).length > 0 || job.secrets.names.some((name) => !others.includes(name));
}
/** A copy that lies open makes the closed one worthless. */
function judgeCopies({ secrets: own, organizationSecrets: shared }, used) {
    return [
        ...judgeOpen(own, used, {
            kind: 'repository secret',
            right: 'Use a token with "Secrets: read", of an administrator.',
            remedy: 'Delete the repository secret, and renew the key: it may have been read.',
        }),
        ...judgeOpen(shared, used, {
            kind: 'organisation secret',
            right: 'Use a token with "Secrets: read", of an administrator; or see under Settings > Secrets > Actions what the organisation shares.',
            remedy: 'Take this repository off the organisation secret, or delete it, and renew the key: it may have been read.',
        }),
    ];
}
function judgeOpen(open, used, { kind, right, remedy }) {
    if (!open.known)
        return [cannotRead(`The names of the ${kind}s`, open, right)];
    const copies = used.filter((name) => open.value.includes(name));
    return copies.map((name) => problem(`${name} is ${withArticle(kind)} as well, which every workflow on any branch can read.`, remedy));
}
function withArticle(noun) {
    return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
function judgeEnvironment({ environments, defaultBranch }, name, names) {
    if (name.includes('${{'))
        return advise(`The environment "${name}" is put together at run time and was not looked at.`, 'Name it plainly.');
    if (!environments.known)
        return cannotRead(`The environment "${name}"`, environments, 'Use a token with "Actions: read".');
    const found = environments.value.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found === undefined)
        return problem(`There is no environment "${name}": GitHub makes one that every branch may use.`, MOVE);
    return judgeBranches(found, names, defaultBranch);
}
const ONLY_DEFAULT = 'Under Settings > Environments, choose "Selected branches and tags" and name the default branch only.';
function judgeBranches({ name, branches }, names, defaultBranch) {
    if (branches.kind === 'any')
        return problem(`Every branch may use the environment "${name}", and so read ${names}.`, ONLY_DEFAULT);
    if (branches.kind === 'protected')
        return advise(`Every protected branch may use the environment "${name}": whoever can have one protected reads ${names}.`, ONLY_DEFAULT);
    const { patterns } = branches;
    if (!patterns.known)
        return cannotRead(`The branches of the environment "${name}"`, patterns, 'Use a token with "Actions: read".');
    const others = patterns.value.filter((pattern) => !isDefault(pattern, defaultBranch));
    if (others.length > 0) {
        const which = others.map(({ name: pattern }) => `"${pattern}"`).join(', ');
        return problem(`The environment "${name}" admits ${which} beside ${defaultBranch}: a branch or tag so named reads ${names}.`, ONLY_DEFAULT);
    }
    return patterns.value.length === 0
        ? advise(`The environment "${name}" admits no branch at all, so the gate cannot use it.`, ONLY_DEFAULT)
        : good(`Only ${defaultBranch} may use the environment "${name}" with ${names}.`);
}
function isDefault({ name, type }, defaultBranch) {
    return type === 'branch' && name === defaultBranch;
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/signatures.js

/** What an agent with write access could do about signatures. */
const signatures = {
    id: 'signatures',
    title: 'Can an agent sign, or take a signature back?',
    run({ rules }) {
        if (rules?.approvals == null)
            return [];
        const { independence, reviews: areReviews } = rules.approvals;
        const required = ['not-author', 'not-pusher', 'not-committer', 'not-bot'];
        const missing = required.filter((rule) => !independence.includes(rule));
        return [
            ...(missing.length === 0
                ? [good('It cannot sign: bots, authors, pushers and committers never count.')]
                : missing.map((rule) => adviseIndependence(rule))),
            good(`It can ${areReviews ? 'dismiss a review or ' : ''}take a label off, as everybody with write access can. That blocks, and never passes anything.`),
            ...judgePeopleTokens(rules),
        ];
    },
};
function adviseIndependence(rule) {
    return advise(`The policy leaves out "${rule}", so such a person's signature counts.`, `Add "${rule}" to "approvals.independence".`);
}
/** An App that acts for a person reviews as that person, and a review does not say so. */
function judgePeopleTokens({ approvals }) {
    return approvals?.reviews === true
        ? [
            advise("An agent that holds an owner's own token could review as that owner.", 'Give owners\' tokens to no agent; or set "reviews: false" with a label such as "countersigned/{owner}".'),
        ]
        : [];
}

;// CONCATENATED MODULE: ./build/src/engine/doctor/checks/token-rights.js

/** What every workflow's token may do unless its file says otherwise. */
const tokenRights = {
    id: 'token-rights',
    title: 'What may a workflow do by default?',
    run({ tokenDefaults }) {
        if (!tokenDefaults.known)
            return [
                cannotRead('The default rights of workflows', tokenDefaults, 'Use a token of an administrator, or one with "Administration: read".'),
            ];
        const { canWrite, canApprove } = tokenDefaults.value;
        return [
            canWrite
                ? advise('A workflow that names no permissions may write nearly everything, also on the branch of an agent.', 'Under Settings > Actions > General, choose "Read repository contents and packages permissions".')
                : good('A workflow that names no permissions may only read. It can still ask for more in its own file.'),
            ...(canApprove
                ? [
                    advise('Workflows may approve pull requests: that counts for reviews GitHub requires, and never for this gate.', 'Under Settings > Actions > General, untick "Allow GitHub Actions to create and approve pull requests".'),
                ]
                : []),
        ];
    },
};

;// CONCATENATED MODULE: ./build/src/engine/doctor/index.js
















/** Every question about a set-up, in the order in which they are answered. */
const DOCTOR_CHECKS = [
    required,
    forgery,
    bypass,
    pushes,
    gateWorkflow,
    secrets,
    otherWorkflows,
    tokenRights,
    policy,
    labels,
    owners,
    signatures,
    mergeQueue,
    forks,
    access,
];
/**
 * Diagnoses a set-up. Pure.
 * @param checkName what the check is called; null: as the workflow on the default branch says.
 */
function diagnose(facts, checkName) {
    const setup = readSetup(facts, checkName);
    const sections = DOCTOR_CHECKS.map((check) => {
        return { id: check.id, title: check.title, advice: check.run(setup) };
    }).filter(({ advice }) => advice.length > 0);
    const all = sections.flatMap(({ advice }) => advice);
    const count = (level) => all.filter((one) => one.level === level).length;
    return {
        version: 1,
        repository: facts.repository,
        default_branch: facts.defaultBranch,
        check_name: setup.checkName,
        sections,
        counts: {
            problem: count('problem'),
            advice: count('advice'),
            unknown: count('unknown'),
            good: count('good'),
        },
    };
}

// EXTERNAL MODULE: ./build/src/reports/escape.js
var reports_escape = __webpack_require__(5830);
// EXTERNAL MODULE: ./build/src/reports/terminal-text.js
var terminal_text = __webpack_require__(7721);
// EXTERNAL MODULE: ./build/src/reports/verdict.js
var verdict = __webpack_require__(5048);
;// CONCATENATED MODULE: ./build/src/reports/doctor.js



/** A sign, a word for those who do not see colours, and a colour. */
const SIGNS = {
    good: ['✓', 'green'],
    advice: ['!', 'yellow'],
    problem: ['✗', 'red'],
    unknown: ['?', 'dim'],
};
const DEFAULT_WIDTH = 100;
/** The diagnosis for a person at a terminal. Names in it are anybody's who can write, and escaped. */
function renderDiagnosis(diagnosis, options) {
    const { repository, default_branch, check_name } = diagnosis;
    const check = check_name === null ? 'no published check' : `check "${check_name}"`;
    const head = (0,reports_escape/* escapeLog */.Ah)(`${repository}, default branch ${default_branch}, ${check}`);
    const parts = [
        [(0,terminal_text/* paint */.n)(head, ['bold'], options.colour)],
        ...diagnosis.sections.map((section) => renderSection(section, options)),
        renderSummary(diagnosis, options),
    ];
    return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
/** Answers printed under one question. */
const SHOWN = 25;
/** A fix that several answers in a row share is printed once, below the last of them. */
function renderSection({ title, advice }, options) {
    const shown = chooseShown(advice);
    const more = advice.length - shown.length;
    return [
        (0,terminal_text/* paint */.n)(title, ['bold'], options.colour),
        ...shown.flatMap((one, at) => [
            ...renderMessage(one, options),
            ...(one.fix === shown[at + 1]?.fix ? [] : renderFix(one, options)),
        ]),
        ...(more > 0 ? [`    and ${more} more; --format json lists every one`] : []),
    ];
}
/** Where there is no room for all, the worst are shown: lists are as long as their authors like. */
function chooseShown(advice) {
    if (advice.length <= SHOWN)
        return advice;
    const rank = ({ level }) => WORST_FIRST.indexOf(level);
    return advice.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
}
const WORST_FIRST = ['problem', 'unknown', 'advice', 'good'];
function renderMessage({ level, message }, { width, colour }) {
    const [sign, style] = SIGNS[level];
    const room = { first: '', rest: '    ', width: (width ?? DEFAULT_WIDTH) - 4 };
    const [first = '', ...rest] = (0,terminal_text/* wrap */.L)((0,reports_escape/* escapeLog */.Ah)(message), room);
    return [`  ${(0,terminal_text/* paint */.n)(sign, [style], colour)} ${first}`, ...rest];
}
function renderFix({ fix }, { width }) {
    const room = { first: '    → ', rest: '      ', width: width ?? DEFAULT_WIDTH };
    return fix === null ? [] : (0,terminal_text/* wrap */.L)((0,reports_escape/* escapeLog */.Ah)(fix), room);
}
function renderSummary({ counts }, { colour }) {
    const { problem, advice, unknown } = counts;
    const parts = [
        problem === 0 ? 'No problem was found' : `${(0,verdict/* count */.U9)(problem, 'problem')} found`,
        ...(advice === 0 ? [] : [`${(0,verdict/* count */.U9)(advice, 'piece', 'pieces')} of advice`]),
        ...(unknown === 0 ? [] : [`${(0,verdict/* count */.U9)(unknown, 'thing')} that could not be told`]),
    ];
    const style = problem > 0 ? 'red' : unknown > 0 ? 'yellow' : 'green';
    return [(0,terminal_text/* paint */.n)(`${parts.join(', ')}.`, [style, 'bold'], colour)];
}

// EXTERNAL MODULE: ./build/src/reports/json.js
var json = __webpack_require__(307);
// EXTERNAL MODULE: ./build/src/sources/cannot-start.js
var cannot_start = __webpack_require__(7528);
// EXTERNAL MODULE: ./build/src/sources/git/git.js
var git = __webpack_require__(6007);
// EXTERNAL MODULE: ./build/src/sources/git/repository.js + 1 modules
var git_repository = __webpack_require__(995);
;// CONCATENATED MODULE: ./build/src/sources/git/origin-address.js



/** Reads `remote.origin.url`. @throws CannotStart when it names no repository of a server. */
async function readOriginAddress(directory) {
    const { stdout } = await (0,git/* runGit */.E)({ directory, env: {} }, ['config', '--get', 'remote.origin.url']);
    const url = stdout.toString('utf8').trim();
    const repository = (0,git_repository/* parseRemoteUrl */.JH)(url);
    if (repository !== null)
        return { host: parseRemoteHost(url), repository };
    throw new cannot_start/* CannotStart */.c(`"${directory}" has no remote "origin" on a GitHub server; name the repository as OWNER/REPO.`);
}
const URL_HOST = /^(?:https?|ssh|git|git\+ssh):\/\/(?:[^@/]*@)?([^/:]+)/i;
const SCP_HOST = /^(?:[^@/\s]+@)?([^:/\\\s]{2,}):/;
/** The server of a remote's address, its ssh front door included; null where that cannot be told. */
function parseRemoteHost(url) {
    const host = (URL_HOST.exec(url) ?? SCP_HOST.exec(url))?.[1]?.toLowerCase();
    if (host === undefined || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(host))
        return null;
    return host.replace(/^(?:ssh|www)\.(?=github\.com$)/, '');
}

// EXTERNAL MODULE: ./build/src/sources/trusted.js + 1 modules
var trusted = __webpack_require__(6279);
// EXTERNAL MODULE: ./build/src/sources/unreadable.js
var unreadable = __webpack_require__(3133);
// EXTERNAL MODULE: ./build/src/sources/github/ask.js
var github_ask = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/src/sources/github/concurrently.js
var concurrently = __webpack_require__(9446);
// EXTERNAL MODULE: ./build/src/sources/github/reader.js
var github_reader = __webpack_require__(8563);
// EXTERNAL MODULE: ./build/src/sources/github/revision.js
var github_revision = __webpack_require__(9053);
;// CONCATENATED MODULE: ./build/src/sources/github/setup/attempt.js

/** Asks for something that need not be there, or that the token may not see. */
async function attempt(answer) {
    try {
        return { known: true, value: await answer };
    }
    catch (error) {
        if (error instanceof unreadable/* Unreadable */.I)
            return { known: false, cause: error.message };
        throw error;
    }
}
/** Changes what is known; what is not stays unknown. */
function mapReading(reading, convert) {
    return reading.known ? { known: true, value: convert(reading.value) } : reading;
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/sources/github/setup/schemas.js

/** The parts of GitHub's answers about settings that the doctor reads. Source: docs.github.com/rest. */
const id = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b());
const flag = dist/* nullish */.cl6(dist/* object */.Ikc({ enabled: dist/* nullish */.cl6(dist/* boolean */.zMY()) }));
const permissions = dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* boolean */.zMY()));
const Repository = dist/* object */.Ikc({
    id,
    full_name: dist/* string */.YjP(),
    private: dist/* boolean */.zMY(),
    owner: dist/* nullish */.cl6(dist/* object */.Ikc({ type: dist/* nullish */.cl6(dist/* string */.YjP()) })),
    default_branch: dist/* string */.YjP(),
    /** Only in private repositories it says anything. */
    allow_forking: dist/* nullish */.cl6(dist/* boolean */.zMY()),
    /** Absent without a token. */
    permissions,
});
const RuleList = dist/* array */.YOg(dist/* object */.Ikc({
    type: dist/* string */.YjP(),
    ruleset_id: dist/* nullish */.cl6(id),
    parameters: dist/* nullish */.cl6(dist/* object */.Ikc({
        strict_required_status_checks_policy: dist/* nullish */.cl6(dist/* boolean */.zMY()),
        required_status_checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ context: dist/* string */.YjP(), integration_id: dist/* nullish */.cl6(id) }))),
        workflows: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({
            path: dist/* string */.YjP(),
            repository_id: dist/* nullish */.cl6(id),
            ref: dist/* nullish */.cl6(dist/* string */.YjP()),
            sha: dist/* nullish */.cl6(dist/* string */.YjP()),
        }))),
    })),
}));
const Ruleset = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    source: dist/* nullish */.cl6(dist/* string */.YjP()),
    /** Only for those who may edit the ruleset. */
    bypass_actors: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({
        actor_id: dist/* nullish */.cl6(id),
        actor_type: dist/* string */.YjP(),
        bypass_mode: dist/* nullish */.cl6(dist/* string */.YjP()),
    }))),
});
const requiredChecks = dist/* nullish */.cl6(dist/* object */.Ikc({
    strict: dist/* nullish */.cl6(dist/* boolean */.zMY()),
    contexts: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP())),
    checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ context: dist/* string */.YjP(), app_id: dist/* nullish */.cl6(id) }))),
}));
/** What everybody with read access sees of a branch. */
const Branch = dist/* object */.Ikc({
    protected: dist/* boolean */.zMY(),
    protection: dist/* nullish */.cl6(dist/* object */.Ikc({ enabled: dist/* nullish */.cl6(dist/* boolean */.zMY()), required_status_checks: requiredChecks })),
});
const named = dist/* nullish */.cl6(dist/* object */.Ikc({
    users: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ login: dist/* string */.YjP() }))),
    teams: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ slug: dist/* string */.YjP() }))),
    apps: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ slug: dist/* nullish */.cl6(dist/* string */.YjP()) }))),
}));
/** What administrators see of its protection. */
const Protection = dist/* object */.Ikc({
    required_status_checks: requiredChecks,
    enforce_admins: flag,
    required_pull_request_reviews: dist/* nullish */.cl6(dist/* object */.Ikc({ bypass_pull_request_allowances: named })),
    allow_force_pushes: flag,
});
const WorkflowPermissions = dist/* object */.Ikc({
    default_workflow_permissions: dist/* picklist */.KIO(['read', 'write']),
    can_approve_pull_request_reviews: dist/* boolean */.zMY(),
});
const EnvironmentPage = dist/* pipe */.FsL(dist/* object */.Ikc({
    environments: dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        deployment_branch_policy: dist/* nullish */.cl6(dist/* object */.Ikc({ protected_branches: dist/* boolean */.zMY(), custom_branch_policies: dist/* boolean */.zMY() })),
    })),
}), dist/* transform */.pdi((page) => page.environments));
const BranchPolicyPage = dist/* pipe */.FsL(dist/* object */.Ikc({
    branch_policies: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), type: dist/* nullish */.cl6(dist/* string */.YjP()) })),
}), dist/* transform */.pdi((page) => page.branch_policies));
const SecretPage = dist/* pipe */.FsL(dist/* object */.Ikc({ secrets: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() })) }), dist/* transform */.pdi((page) => page.secrets));
const LabelList = dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() }));
const CollaboratorPermission = dist/* object */.Ikc({
    permission: dist/* string */.YjP(),
    role_name: dist/* nullish */.cl6(dist/* string */.YjP()),
});
/** A team's view of a repository. */
const TeamRepository = dist/* object */.Ikc({ permissions, role_name: dist/* nullish */.cl6(dist/* string */.YjP()) });
const PullNumbers = dist/* array */.YOg(dist/* object */.Ikc({ number: id, head: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) }));
const PublishedChecks = dist/* object */.Ikc({
    check_runs: dist/* array */.YOg(dist/* object */.Ikc({ app: dist/* nullish */.cl6(dist/* object */.Ikc({ id, slug: dist/* nullish */.cl6(dist/* string */.YjP()) })) })),
});
const Statuses = dist/* array */.YOg(dist/* object */.Ikc({ context: dist/* string */.YjP(), creator: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP() })) }));
/** Where only it matters that there was an answer. */
const Anything = dist/* unknown */.L5J();

;// CONCATENATED MODULE: ./build/src/sources/github/setup/actions.js



const MAX_LISTED = 1_000;
const CONCURRENT = 4;
/** What workflows may do by default. */
async function readTokenDefaults(ask) {
    const route = 'GET /repos/{owner}/{repo}/actions/permissions/workflow';
    const answer = ask.one('the default rights', WorkflowPermissions, route);
    return mapReading(await attempt(answer), ({ value }) => ({
        canWrite: value.default_workflow_permissions === 'write',
        canApprove: value.can_approve_pull_request_reviews,
    }));
}
/** The names of the secrets that all workflows can read; never their values, which GitHub tells nobody. */
async function readSecretNames(ask) {
    return readNames(ask, 'GET /repos/{owner}/{repo}/actions/secrets', 'the names of secrets');
}
/** The names of those that an organisation shares with the repository; a person's has none. */
async function readOrganizationSecretNames(ask, { owner }) {
    if (owner?.type === 'User')
        return { known: true, value: [] };
    const route = 'GET /repos/{owner}/{repo}/actions/organization-secrets';
    return readNames(ask, route, "the names of the organisation's secrets");
}
async function readNames(ask, route, what) {
    const list = ask.all(what, SecretPage, route, {}, MAX_LISTED);
    return mapReading(await attempt(list), (secrets) => secrets.map(({ name }) => name.toUpperCase()));
}
/** The environments and which branches may use each. */
async function readEnvironments(ask) {
    const route = 'GET /repos/{owner}/{repo}/environments';
    const list = ask.all('the environments', EnvironmentPage, route, {}, MAX_LISTED);
    const environments = await attempt(list);
    if (!environments.known)
        return environments;
    const value = await (0,concurrently/* mapConcurrently */.X)(environments.value, CONCURRENT, async (one) => ({
        name: one.name,
        branches: await readBranches(ask, one),
    }));
    return { known: true, value };
}
async function readBranches(ask, { name, deployment_branch_policy: policy }) {
    if (policy == null)
        return { kind: 'any' };
    if (!policy.custom_branch_policies)
        return { kind: 'protected' };
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
    const what = `the branches of the environment ${name}`;
    const parameters = { environment_name: name };
    const list = ask.all(what, BranchPolicyPage, route, parameters, MAX_LISTED);
    const patterns = mapReading(await attempt(list), (all) => all.map((one) => ({ name: one.name, type: one.type ?? 'branch' })));
    return { kind: 'named', patterns };
}

;// CONCATENATED MODULE: ./build/src/sources/github/setup/branches.js




const MAX_RULES = 1_000;
const branches_CONCURRENT = 4;
/** Reads which rules hold for a branch; one that does not exist yet has rules as well. */
async function readBranchRules(ask, { name, glob }, isAdmin) {
    const parameters = { branch: name };
    const [rules, protection] = await Promise.all([
        attempt(ask.all(`the rules of ${name}`, RuleList, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', parameters, MAX_RULES)),
        readProtection(ask, name, isAdmin),
    ]);
    return {
        name,
        glob,
        rules: mapReading(rules, (list) => list.map(toRule)),
        protection: glob === null || glob === name ? protection : doubtAbsence(protection, name),
    };
}
/** Rules are told for any name; protection only for branches that are there, and this name is made up. */
function doubtAbsence(protection, name) {
    if (protection.known && protection.value !== null)
        return protection;
    const cause = `${name} is only an example, and GitHub tells the protection of branches that are there`;
    return { known: false, cause };
}
function toRule({ type, ruleset_id, parameters }) {
    const checks = parameters?.required_status_checks ?? [];
    return {
        type,
        rulesetId: ruleset_id ?? null,
        checks: checks.map(({ context, integration_id }) => ({ context, app: integration_id ?? null })),
        isStrict: parameters?.strict_required_status_checks_policy === true,
        workflows: (parameters?.workflows ?? []).map(({ path, repository_id, ref, sha }) => ({
            path,
            repositoryId: repository_id ?? null,
            ref: ref ?? null,
            sha: sha ?? null,
        })),
    };
}
/**
 * The older branch protection. GitHub answers 404 both for "not protected" and for "you may not see it":
 * for an administrator it is the former. Everybody else sees on the branch itself whether it has any, and
 * the required checks, but no more.
 */
async function readProtection(ask, branch, isAdmin) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection';
    const what = `the protection of ${branch}`;
    try {
        const { value } = await ask.one(what, Protection, route, { branch });
        return { known: true, value: toProtection(value) };
    }
    catch (error) {
        if ((0,github_ask/* isRefusedWith */.Bb)(error, 404) && isAdmin)
            return { known: true, value: null };
        return readSummary(ask, branch);
    }
}
async function readSummary(ask, branch) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
    const answer = ask.one(`the branch ${branch}`, Branch, route, { branch });
    const reading = await attempt(answer.then(({ value }) => value));
    return mapReading(reading, ({ protection }) => protection?.enabled === true
        ? { ...toChecks(protection.required_status_checks), details: null }
        : null);
}
function toChecks(required) {
    const checks = (required?.checks ?? []).map(toCheck);
    const named = new Set(checks.map(({ context }) => context));
    const others = (required?.contexts ?? []).filter((context) => !named.has(context));
    return {
        checks: [...checks, ...others.map((context) => ({ context, app: null }))],
        isStrict: required?.strict === true,
    };
}
/** -1 stands for any App. */
function toCheck({ context, app_id: app, }) {
    return { context, app: app === undefined || app === null || app < 0 ? null : app };
}
function toProtection(protection) {
    const reviews = protection.required_pull_request_reviews;
    return {
        ...toChecks(protection.required_status_checks),
        details: {
            coversAdmins: protection.enforce_admins?.enabled === true,
            requiresPull: reviews != null,
            allowsForcePush: protection.allow_force_pushes?.enabled === true,
            exempt: nameActors(reviews?.bypass_pull_request_allowances),
        },
    };
}
function nameActors(actors) {
    return [
        ...(actors?.users ?? []).map(({ login }) => `@${login}`),
        ...(actors?.teams ?? []).map(({ slug }) => `the team ${slug}`),
        ...(actors?.apps ?? []).map(({ slug }) => `the App ${slug ?? 'without a name'}`),
    ];
}
/** The rulesets behind the rules, by id, the organisation's as well. */
async function readRulesets(ask, branches) {
    const rules = branches.flatMap(({ rules }) => (rules.known ? rules.value : []));
    const ids = [...new Set(rules.flatMap(({ rulesetId }) => rulesetId ?? []))];
    const found = await (0,concurrently/* mapConcurrently */.X)(ids, branches_CONCURRENT, (id) => readRuleset(ask, id));
    return new Map(found.map((ruleset, at) => [ids[at] ?? 0, ruleset]));
}
async function readRuleset(ask, id) {
    const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
    const parameters = { ruleset_id: id, includes_parents: true };
    const answer = ask.one(`ruleset ${id}`, Ruleset, route, parameters);
    return mapReading(await attempt(answer), ({ value }) => ({
        name: value.name,
        source: value.source ?? '',
        bypass: value.bypass_actors?.map((actor) => ({
            type: actor.actor_type,
            id: actor.actor_id ?? null,
            mode: actor.bypass_mode ?? 'always',
        })) ?? null,
    }));
}

// EXTERNAL MODULE: ./build/src/sources/github/schemas.js
var schemas = __webpack_require__(8006);
;// CONCATENATED MODULE: ./build/src/sources/github/setup/owners.js








/** Each is a request or two. */
const MAX_OWNERS = 60;
const owners_CONCURRENT = 8;
/** Everybody whose signature CODEOWNERS or the policy could ask for, in lower case, each once. */
function listOwners(codeowners, policy) {
    const rules = codeowners === null ? [] : (0,approvals_codeowners/* parseCodeowners */.BW)(codeowners.bytes).rules;
    const named = [
        ...(policy === null ? [] : listEveryApprover(policy)),
        ...rules.flatMap(({ owners }) => owners),
    ];
    const accounts = named.filter((owner) => owner.startsWith('@'));
    return [...new Set(accounts.map((owner) => owner.toLowerCase()))];
}
/** Looks up what owners may do here: the first sixty, approvers of the policy before owners. */
async function readOwners({ ask, askTeams, name }, owners) {
    const asked = owners.slice(0, MAX_OWNERS);
    const found = await (0,concurrently/* mapConcurrently */.X)(asked, owners_CONCURRENT, async (owner) => {
        const [first = '', team_slug] = owner.slice(1).split('/');
        const reading = team_slug === undefined
            ? await readPerson(ask, first)
            : await readTeam(askTeams, { org: first, team_slug }, name);
        return [owner, reading];
    });
    return new Map(found);
}
async function readPerson(ask, username) {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    try {
        const { value } = await ask.one('access', CollaboratorPermission, route, { username });
        return { known: true, value: widest(toAccess(value.role_name ?? ''), value.permission) };
    }
    catch (error) {
        // Only who may see collaborators at all gets this far: then 404 says that there is no such account.
        if ((0,github_ask/* isRefusedWith */.Bb)(error, 404) && (await canAsk(ask)))
            return { known: true, value: 'none' };
        return attempt(Promise.reject(error));
    }
}
/** A custom role is told as the role that it builds upon. */
function widest(role, permission) {
    const base = toAccess(permission);
    return permission === 'none' || isAtLeast(base, role) ? base : role;
}
async function canAsk(ask) {
    const route = 'GET /repos/{owner}/{repo}/collaborators';
    const answer = ask.one('collaborators', Anything, route, { per_page: 1 });
    return (await attempt(answer)).known;
}
/**
 * A team's access. GitHub answers 404 both for a team without access and for one that cannot be seen; what
 * the team itself is answered tells them apart.
 */
async function readTeam(ask, team, name) {
    const route = 'GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}';
    // Without it GitHub says only that the team has some access.
    const headers = { accept: 'application/vnd.github.v3.repository+json' };
    try {
        const answer = ask.one('a team', TeamRepository, route, { ...team, ...name, headers });
        return { known: true, value: readTeamAccess((await answer).value) };
    }
    catch (error) {
        const about = ask.one('a team', schemas/* Team */.u, 'GET /orgs/{org}/teams/{team_slug}', team);
        const isWithout = (await attempt(about)).known && (0,github_ask/* isRefusedWith */.Bb)(error, 404);
        return isWithout ? { known: true, value: 'none' } : attempt(Promise.reject(error));
    }
}
const owners_ROLES = ['admin', 'maintain', 'push', 'triage', 'pull'];
function readTeamAccess({ permissions, role_name }) {
    const highest = owners_ROLES.find((role) => permissions?.[role] === true);
    return toAccess(highest ?? role_name ?? 'none');
}

;// CONCATENATED MODULE: ./build/src/sources/github/setup/publishers.js



/** The newest pull requests are enough to see what usually publishes. */
const PULLS = 5;
const PER_PAGE = 100;
const publishers_CONCURRENT = 4;
/** Who published a check run or a status of that name on the newest open pull requests. */
async function readPublishers(ask, checkName) {
    if (checkName === null)
        return { known: true, value: [] };
    return attempt(listPublishers(ask, checkName));
}
async function listPublishers(ask, checkName) {
    const newest = { state: 'open', sort: 'updated', direction: 'desc', per_page: PULLS };
    const route = 'GET /repos/{owner}/{repo}/pulls';
    const { value: pulls } = await ask.one('the newest pull requests', PullNumbers, route, newest);
    const found = await (0,concurrently/* mapConcurrently */.X)(pulls, publishers_CONCURRENT, async (pull) => [
        ...(await readChecks(ask, pull, checkName)),
        ...(await readStatuses(ask, pull, checkName)),
    ]);
    return found.flat();
}
async function readChecks(ask, { number: pull, head }, checkName) {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
    const parameters = { ref: head.sha, check_name: checkName, filter: 'all', per_page: PER_PAGE };
    const { value } = await ask.one('check runs', PublishedChecks, route, parameters);
    return value.check_runs.flatMap(({ app }) => app == null ? [] : [{ kind: 'check', app: app.id, name: app.slug ?? 'without a name', pull }]);
}
async function readStatuses(ask, { number: pull, head }, checkName) {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/statuses';
    const parameters = { ref: head.sha, per_page: PER_PAGE };
    const { value } = await ask.one('statuses', Statuses, route, parameters);
    return value.flatMap(({ context, creator }) => context === checkName
        ? [{ kind: 'status', app: null, name: creator?.login ?? 'a deleted account', pull }]
        : []);
}

;// CONCATENATED MODULE: ./build/src/sources/github/setup/read-setup.js














const MAX_LABELS = 2_000;
const MAX_WORKFLOWS = 200;
const read_setup_CONCURRENT = 8;
/**
 * Reads how the gate is set up in a repository: settings and the files of the default branch. What the
 * token may not see is among the facts as unknown; nothing is written.
 * @throws Refused when the repository itself cannot be read, Unreadable when its default branch cannot.
 */
async function readSetupFacts(request) {
    const { api, repository: name, hasToken, policyPath } = request;
    const ask = (0,github_ask/* makeAsk */.kr)(api, { ...name });
    const askTeams = (0,github_ask/* makeAsk */.kr)(request.teams ?? api, {});
    const reader = (0,github_reader/* makeReader */.Y)(api, name);
    const repository = await readRepository(ask, `${name.owner}/${name.repo}`);
    const access = readAccess(repository, hasToken);
    const isAdmin = access === 'admin';
    const tip = await reader.branchTip(repository.default_branch);
    const tree = await reader.tree(tip);
    const files = await readFiles(reader, tree, tip, { repository, policyPath });
    const rules = resolveRules(files.policy);
    const owners = listOwners(files.codeowners, rules);
    const checkName = request.checkName ?? nameCheck(files);
    const [branches, labels, tokenDefaults, environments, secrets, organizationSecrets, looked, publishers,] = await Promise.all([
        (0,concurrently/* mapConcurrently */.X)(nameBranches(repository.default_branch, rules), read_setup_CONCURRENT, (branch) => readBranchRules(ask, branch, isAdmin)),
        readLabels(ask),
        readTokenDefaults(ask),
        readEnvironments(ask),
        readSecretNames(ask),
        readOrganizationSecretNames(ask, repository),
        readOwners({ ask, askTeams, name }, owners),
        readPublishers(ask, checkName),
    ]);
    return {
        ...describeRepository(repository),
        ...files,
        tip,
        access,
        branches,
        rulesets: await readRulesets(ask, branches),
        labels,
        tokenDefaults,
        environments,
        secrets,
        organizationSecrets,
        owners: looked,
        publishers,
        ownersLeft: owners.length - looked.size,
    };
}
async function readRepository(ask, name) {
    return (await ask.one(name, Repository, 'GET /repos/{owner}/{repo}')).value;
}
function describeRepository(repository) {
    return {
        repository: repository.full_name,
        repositoryId: repository.id,
        allowsForks: !repository.private || repository.allow_forking !== false,
        defaultBranch: repository.default_branch,
    };
}
const read_setup_ROLES = [
    ['admin', 'admin'],
    ['maintain', 'maintain'],
    ['push', 'write'],
    ['triage', 'triage'],
];
function readAccess({ permissions }, hasToken) {
    const highest = read_setup_ROLES.find(([name]) => permissions?.[name] === true);
    return highest?.[1] ?? (hasToken ? 'read' : 'none');
}
/** What the default branch holds of the gate. */
async function readFiles(reader, tree, tip, { repository, policyPath: asked, }) {
    const revision = (0,github_revision/* readRevision */.M)(reader, 'base', tree);
    const [codeowners, workflows, codeownersErrors, isOwnAction] = await Promise.all([
        (0,trusted/* readCodeowners */.oZ)(revision),
        attempt(read_setup_readWorkflows(reader, tree)),
        attempt(reader.codeownersErrors(tip)),
        readIsOwnAction(reader, tree, repository.full_name),
    ]);
    const policyPath = asked ?? namePolicy({ workflows, isOwnAction });
    const regular = [...tree].filter(([, { mode }]) => mode.startsWith('100'));
    return {
        policyPath,
        policy: policyPath === null ? [] : await (0,trusted/* readPolicyFiles */.Qe)(revision, policyPath),
        codeowners,
        workflows,
        codeownersErrors,
        isOwnAction,
        paths: new Set(regular.map(([path]) => path)),
    };
}
async function read_setup_readWorkflows(reader, tree) {
    const paths = [...tree.keys()].filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
    if (paths.length > MAX_WORKFLOWS)
        throw new unreadable/* Unreadable */.I('the workflows', `there are more than ${MAX_WORKFLOWS}`);
    const found = await (0,github_revision/* readRevision */.M)(reader, 'base', tree).read(paths.sort());
    return [...found].map(([path, bytes]) => ({ source: `base:${path}`, path, bytes }));
}
/** The gate's own repository runs it as "./", and is called like it. */
async function readIsOwnAction(reader, tree, name) {
    if (!/\/countersign$/i.test(name))
        return false;
    const found = await (0,github_revision/* readRevision */.M)(reader, 'base', tree).read(['action.yml']);
    const [bytes] = [...found.values()];
    return bytes !== undefined && /^name:\s*["']?Countersign\b/m.test(new TextDecoder().decode(bytes));
}
async function readLabels(ask) {
    const route = 'GET /repos/{owner}/{repo}/labels';
    const list = ask.all('the labels', LabelList, route, {}, MAX_LABELS);
    return mapReading(await attempt(list), (labels) => labels.map(({ name }) => name));
}
function resolveRules(policy) {
    const resolved = policy.length === 0 ? null : (0,resolve/* resolvePolicy */.nZ)(policy);
    return resolved?.ok === true ? resolved.policy : null;
}
/** Branches besides the default one; more and the answers are no longer read. */
const MAX_BRANCHES = 8;
/** The default branch, and an example for each of the policy's `bases` that one can be made up for. */
function nameBranches(defaultBranch, policy) {
    const others = (policy?.bases ?? []).flatMap((glob) => {
        const name = glob.replace(/\*+/g, 'x');
        return glob === defaultBranch || /[^\w./-]/.test(name) ? [] : [{ name, glob }];
    });
    return [{ name: defaultBranch, glob: null }, ...others.slice(0, MAX_BRANCHES)];
}

// EXTERNAL MODULE: ./build/src/commands/format.js + 15 modules
var commands_format = __webpack_require__(9353);
// EXTERNAL MODULE: ./build/src/commands/github-place.js
var github_place = __webpack_require__(7171);
// EXTERNAL MODULE: ./build/src/commands/github-session.js + 1 modules
var github_session = __webpack_require__(3875);
;// CONCATENATED MODULE: ./build/src/commands/doctor/run.js










/** Diagnoses one repository; the exit code. @throws CannotStart */
async function runDoctor(text, options) {
    const target = text === undefined ? await findTarget(options.repo) : (0,github_place/* parseRepositoryTarget */.l)(text);
    const session = (0,github_session/* openSession */.fA)((0,github_place/* resolvePlace */.M0)(target.host, process.env), `${target.owner}/${target.repo}`);
    try {
        const diagnosis = await examine(session, target, options);
        session.progress.stop();
        (0,commands_format/* writeResult */.Zk)(render(diagnosis, options), options.output, 'diagnosis');
        return diagnosis.counts.problem > 0 ? 1 : 0;
    }
    finally {
        session.progress.stop();
    }
}
async function findTarget(directory) {
    const { host, repository } = await readOriginAddress(directory);
    return { ...(0,github_place/* parseRepositoryTarget */.l)(repository), host };
}
async function examine(session, { owner, repo }, options) {
    const { api, teams, place } = session;
    const repository = { owner, repo };
    const policyPath = options.policyPath ?? null;
    const checkName = options.checkName ?? null;
    const hasToken = place.token !== '';
    const request = { api, teams, repository, hasToken, policyPath, checkName };
    const facts = await (0,github_session/* readFirst */.vv)(session, `${owner}/${repo}`, () => readSetupFacts(request)).catch((error) => {
        if (!(error instanceof unreadable/* Unreadable */.I))
            throw error;
        throw new cannot_start/* CannotStart */.c(`${owner}/${repo} cannot be read: ${error.missing}: ${error.message}.`);
    });
    // Half of what there is to see would look like a worse set-up, or a better one.
    (0,github_session/* refuseUsedUpLimit */.Ww)(session);
    return diagnose(facts, checkName);
}
function render(diagnosis, { format, output }) {
    if (format === 'json')
        return (0,json/* encodeJson */.P)(diagnosis);
    return renderDiagnosis(diagnosis, (0,commands_format/* terminalStyle */.wy)(output !== undefined));
}


/***/ })

};
