// Markdown that the generated parts of the documents are made of.

export function tabulate(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function code(text) {
  return `\`${text}\``
}

export function oneLine(text) {
  return text.trim().replace(/\s+/g, ' ')
}
