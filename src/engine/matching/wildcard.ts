/**
 * Whether `pattern`, in which `*` stands for any characters, covers the whole of `text`, ignoring
 * case. Linear in the text for each literal part, because the text is an attacker's.
 */
export function matchesWildcard(text: string, pattern: string): boolean {
  const haystack = text.toLowerCase()
  const parts = pattern.toLowerCase().split('*')
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return haystack === first
  if (haystack.length < first.length + last.length) return false
  if (!haystack.startsWith(first) || !haystack.endsWith(last)) return false
  let position = first.length
  const end = haystack.length - last.length
  for (const part of parts.slice(1, -1)) {
    const found = haystack.indexOf(part, position)
    if (found < 0 || found + part.length > end) return false
    position = found + part.length
  }
  return position <= end
}
