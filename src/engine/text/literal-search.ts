import { BEYOND_ASCII, foldForNeeds } from './need.ts'

/** Goes through a text once and gives the indexes of the literals it holds. */
export type LiteralSearch = (text: string) => Set<number>

/**
 * Makes a search for many literals at once (Aho and Corasick, 1975). Texts are folded on the way as
 * `foldForNeeds` folds them; the literals are folded already, and none is empty.
 */
export function makeLiteralSearch(literals: readonly string[]): LiteralSearch {
  const classOf = classifyCharacters(literals)
  const { table, endingAt } = makeTable(growTree(literals, classOf))
  return (text) => {
    const found = new Set<number>()
    let state = 0
    for (let at = 0; at < text.length; at += 1) {
      state = table[state + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0
      if (state < 0) {
        state = ~state
        for (const index of endingAt.get(state) ?? []) found.add(index)
      }
    }
    return found
  }
}

const CLASSIFIED = 0x212b

/** Characters that fold to the same one share a class; those of no literal share class 0. */
function classifyCharacters(literals: readonly string[]): Uint8Array {
  const classes = new Map([...new Set(literals.join(''))].map((it, index) => [it, index + 1]))
  const classOf = new Uint8Array(CLASSIFIED)
  const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
  for (const character of [...ascii, ...BEYOND_ASCII]) {
    classOf[character.charCodeAt(0)] = classes.get(foldForNeeds(character)) ?? 0
  }
  return classOf
}

/** A beginning of literals, and how it goes on with a character of each class. */
interface Node {
  readonly next: Map<number, Node>
  /** The literals that end here. */
  readonly ends: number[]
}

interface Tree {
  readonly root: Node
  /** How many classes there are. */
  readonly width: number
  readonly nodes: number
}

function growTree(literals: readonly string[], classOf: Uint8Array): Tree {
  const root: Node = { next: new Map(), ends: [] }
  let nodes = 1
  for (const [index, literal] of literals.entries()) {
    let node = root
    for (let at = 0; at < literal.length; at += 1) {
      const kind = classOf[literal.charCodeAt(at)] ?? 0
      const next = node.next.get(kind) ?? { next: new Map(), ends: [] }
      if (!node.next.has(kind)) nodes += 1
      node.next.set(kind, next)
      node = next
    }
    node.ends.push(index)
  }
  return { root, width: Math.max(...classOf) + 1, nodes }
}

interface Table {
  /** For each state a row with the state to go to for each class; `~state` where a literal ends. */
  readonly table: Int32Array
  readonly endingAt: ReadonlyMap<number, readonly number[]>
}

/**
 * A row for every node, those of shorter beginnings first: where a node does not go on itself, the
 * longest other beginning that the text ends with does, and its row is finished already.
 */
function makeTable({ root, width, nodes }: Tree): Table {
  const table = new Int32Array(nodes * width)
  const endingAt = new Map<number, readonly number[]>()
  const queue = [{ node: root, state: 0, fallback: 0 }]
  let used = width
  for (const { node, state, fallback } of queue) {
    if (state > 0) table.copyWithin(state, fallback, fallback + width)
    for (const [kind, next] of node.next) {
      const shorter = stateOf(table[state + kind])
      const ends = [...next.ends, ...(endingAt.get(shorter) ?? [])]
      queue.push({ node: next, state: used, fallback: shorter })
      table[state + kind] = ends.length === 0 ? used : ~used
      if (ends.length > 0) endingAt.set(used, ends)
      used += width
    }
  }
  return { table, endingAt }
}

function stateOf(entry = 0): number {
  return entry < 0 ? ~entry : entry
}
