import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const REASON = 'words for people: what they say changes no verdict'

/** Strings of several words are sentences, and a check's summary is one however short. */
const prose = {
  shouldIgnore({ node, parent }) {
    if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined
    const isSentence = isSummary(node, parent) || isProse(textOf(node))
    return isSentence && isPlain(node) ? REASON : undefined
  },
}

/** Three words or more: `git push` may be data, a sentence is longer. */
function isProse(text) {
  return (text.match(/\S\s+(?=\S)/g) ?? []).length >= 2
}

function isSummary(node, parent) {
  const name = parent?.type === 'ObjectProperty' && parent.value === node && parent.key.name
  return name === 'summary'
}

/** What a template puts in counts as a word, where there are words around it. */
function textOf(node) {
  if (node.type === 'StringLiteral') return node.value
  const written = node.quasis.map((quasi) => quasi.value.cooked)
  return written.join(/[a-z]{2}/i.test(written.join('')) ? ' x ' : '')
}

/** Whether nothing is decided where names and numbers are put into a sentence. */
function isPlain(node) {
  if (node.type === 'TemplateLiteral') return node.expressions.every(isPlain)
  if (node.type === 'CallExpression') return [node.callee, ...node.arguments].every(isPlain)
  if (node.type === 'MemberExpression') return isPlain(node.object)
  return ['Identifier', 'StringLiteral', 'NumericLiteral'].includes(node.type)
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)]
