import { clipEnd } from '../fit.ts'
import { BINS, type Bin, type ChainStory, WEIGHTS, type Weight } from './chain-story.ts'
import { type ChartWords, drawBox, drawFrame, type Look, round, WIDTH } from './chart.ts'
import { html, type Markup } from './markup.ts'

/** A chain as lanes of time: one lane for each tool, one mark for what it did in a while. */

export const LOOKS: Readonly<Record<Weight, Look>> = {
  bad: 'block',
  asked: 'override',
  done: 'pass',
  plain: 'idle',
}

export const NAMES: Readonly<Record<Weight, string>> = {
  done: 'done',
  plain: 'noted',
  asked: 'asked about',
  bad: 'refused or failed',
}

const LEFT = 110
const LANE = 30
const AXIS = 24
const NAME_LENGTH = 16

export interface Lanes extends ChartWords {
  readonly story: ChainStory
}

/** Draws the lanes. The taller a mark, the more records it stands for. */
export function drawLanes({ id, title, description, story }: Lanes): Markup {
  const height = story.lanes.size * LANE + AXIS
  const most = findMost(story)
  const lanes = [...story.lanes].map(([name, bins], at) => drawLane(name, bins, at, most))
  return drawFrame({ id, title, description }, height, [lanes, drawTimes(story, height)])
}

function findMost({ lanes }: ChainStory): number {
  let most = 1
  for (const bins of lanes.values()) {
    for (const bin of bins.values()) most = Math.max(most, countBin(bin))
  }
  return most
}

function countBin(bin: Bin): number {
  return WEIGHTS.reduce((sum, weight) => sum + bin[weight], 0)
}

function drawLane(name: string, bins: ReadonlyMap<number, Bin>, at: number, most: number): Markup {
  const middle = at * LANE + LANE / 2
  const marks = [...bins].map(([column, bin]) => drawBin(bin, { name, column, middle, most }))
  const line = html`<line class="axis" x1="${LEFT}" y1="${middle}" x2="${WIDTH}" y2="${middle}"/>`
  return html`${line}<text x="${LEFT - 8}" y="${middle + 4}" text-anchor="end">${clipEnd(name, NAME_LENGTH)}</text>${marks}`
}

interface Spot {
  readonly name: string
  readonly column: number
  readonly middle: number
  readonly most: number
}

/** A refusal among a thousand other steps still has to be seen. */
const LEAST_HEIGHT = 4

function drawBin(bin: Bin, { name, column, middle, most }: Spot): Markup {
  const width = (WIDTH - LEFT) / BINS
  const total = countBin(bin)
  const whole = 8 + 16 * Math.sqrt(total / most)
  let y = middle + whole / 2
  const boxes = WEIGHTS.map((weight) => {
    if (bin[weight] === 0) return null
    const isRare = weight === 'bad' || weight === 'asked'
    const height = Math.max(isRare ? LEAST_HEIGHT : 1, (bin[weight] / total) * whole)
    y -= height
    const box = { x: LEFT + column * width, y, width, height }
    return drawBox(LOOKS[weight], box, `${name}: ${bin[weight]} ${NAMES[weight]}`)
  })
  return html`${boxes}`
}

/** Times of the day in UTC; with the day where the chain is longer than one. */
function drawTimes({ first, last }: ChainStory, height: number): Markup | null {
  if (first === null || last === null) return null
  const isLong = last - first > 24 * 60 * 60 * 1000
  const texts = [0, 0.5, 1].map((share) => {
    const time = new Date(first + share * (last - first)).toISOString()
    const words = isLong ? time.slice(0, 16).replace('T', ' ') : time.slice(11, 19)
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle'
    return html`<text x="${round(LEFT + share * (WIDTH - LEFT))}" y="${height - 6}" text-anchor="${anchor}">${words}</text>`
  })
  return html`<g aria-hidden="true">${texts}</g>`
}
