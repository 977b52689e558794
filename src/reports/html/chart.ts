import { html, type Markup, type Part } from './markup.ts'

/** Charts as plain SVG. Numbers only: every text goes through `html`, and all geometry is ours. */

/** How a series is told apart: by colour and by pattern. */
export type Look = 'pass' | 'block' | 'override' | 'idle'

/** The patterns that lie over the colours; once on a page that has charts. */
export const PATTERNS: Markup = html`<svg class="defs" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dots" cx="3" cy="3" r="1.2"/></pattern>
<pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse"><line class="hatch" x1="0" y1="2.5" x2="5" y2="2.5"/></pattern>
</defs></svg>`

const OVERLAYS: Readonly<Record<Look, string | null>> = {
  pass: null,
  block: 'hatch',
  override: 'dots',
  idle: 'lines',
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A rectangle in the colour and the pattern of its series. */
export function drawBox(
  look: Look,
  { x, y, width, height }: Box,
  title: string | null = null,
): Markup {
  const overlay = OVERLAYS[look]
  const place = html`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
  const cover = overlay === null ? null : html`<rect ${place} fill="url(#${overlay})"/>`
  const hint = title === null ? null : html`<title>${title}</title>`
  return html`<g>${hint}<rect class="fill-${look} edge" ${place}/>${cover}</g>`
}

/** Two decimal places are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

export interface Series {
  readonly name: string
  readonly look: Look
  readonly values: readonly number[]
}

export interface Columns extends ChartWords {
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  /** What stands at the top of the axis when it is not the largest column. */
  readonly most?: number
  readonly unit?: string
}

/** Of every chart, in its own units. */
export const WIDTH = 720
const HEIGHT = 240
const LEFT = 44
const BOTTOM = 28
const TOP = 12
/** Labels along the axis: more would run into each other. */
const LABELS = 8

/** Stacked columns. The description and a table beside it say in words what is drawn. */
export function drawColumns(columns: Columns): Markup {
  const { id, title, description, labels, series, unit = '' } = columns
  const top = topOfAxis(columns)
  const step = (WIDTH - LEFT) / Math.max(1, labels.length)
  const bars = labels.map((label, at) => {
    const values = series.map(({ name, look, values }) => ({ name, look, value: values[at] ?? 0 }))
    return drawColumn(label, values, { x: LEFT + at * step, step, top, unit })
  })
  const parts = [drawAxis(top, unit), bars, drawLabels(labels, step)]
  return drawFrame({ id, title, description }, HEIGHT, parts)
}

/** What a reader of a chart is told of it before, and in place of, its shapes. */
export interface ChartWords {
  /** An anchor of our own words: the title's and description's ids are made from it. */
  readonly id: string
  readonly title: string
  readonly description: string
}

/** A picture of its own width that scrolls by itself, named and described for those who cannot see it. */
export function drawFrame(
  { id, title, description }: ChartWords,
  height: number,
  parts: readonly Part[],
): Markup {
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-name ${id}-words">
<title id="${id}-name">${title}</title>
<desc id="${id}-words">${description}</desc>
${parts}
</svg></div>`
}

/** A number that halves and quarters well, at or above the largest column. */
function topOfAxis({ series, labels, most }: Columns): number {
  if (most !== undefined) return most
  const sums = labels.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const largest = sums.reduce((a, b) => Math.max(a, b), 1)
  if (largest <= 10) return 2 * Math.ceil(largest / 2)
  const power = 10 ** Math.floor(Math.log10(largest))
  const factor = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((it) => it * power >= largest) ?? 10
  return Math.round(factor * power)
}

interface Slot {
  readonly x: number
  readonly step: number
  readonly top: number
  readonly unit: string
}

function drawColumn(
  label: string,
  values: readonly { readonly name: string; readonly look: Look; readonly value: number }[],
  { x, step, top, unit }: Slot,
): Markup {
  const width = Math.min(48, step * 0.72)
  let y = HEIGHT - BOTTOM
  const boxes = values.map(({ name, look, value }) => {
    if (value === 0) return null
    const height = (value / top) * (HEIGHT - BOTTOM - TOP)
    y -= height
    const box = { x: x + (step - width) / 2, y, width, height }
    return drawBox(look, box, `${label}: ${value}${unit} ${name}`)
  })
  return html`${boxes}`
}

function drawAxis(top: number, unit: string): Markup {
  const lines = [0, 0.5, 1].map((share) => {
    const y = round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP))
    return html`<line class="axis" x1="${LEFT}" y1="${y}" x2="${WIDTH}" y2="${y}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${top * share}${unit}</text>`
  })
  return html`<g aria-hidden="true">${lines}</g>`
}

function drawLabels(labels: readonly string[], step: number): Markup {
  const every = Math.ceil(labels.length / LABELS)
  const texts = labels.map((label, at) => {
    const x = round(LEFT + (at + 0.5) * step)
    return at % every === 0
      ? html`<text x="${x}" y="${HEIGHT - 8}" text-anchor="middle">${label}</text>`
      : null
  })
  return html`<g aria-hidden="true">${texts}</g>`
}

/** A bar for a row of a table, whose number another cell says. `share` is from 0 to 1. */
export function drawBar(look: Look, share: number): Markup {
  const percent = round(Math.min(1, Math.max(0, share)) * 100)
  const overlay = OVERLAYS[look]
  const cover =
    overlay === null
      ? null
      : html`<rect width="${percent}%" height="100%" fill="url(#${overlay})"/>`
  return html`<svg aria-hidden="true" focusable="false"><rect class="fill-${look}" width="${percent}%" height="100%"/>${cover}</svg>`
}

/** What each look stands for. */
export function drawLegend(series: readonly Pick<Series, 'name' | 'look'>[]): Markup {
  const items = series.map(({ name, look }) => {
    const box = drawBox(look, { x: 0, y: 0, width: 18, height: 18 })
    return html`<li><svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">${box}</svg>${name}</li>`
  })
  return html`<ul class="legend">${items}</ul>`
}
