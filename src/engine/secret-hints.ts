/**
 * Three letters, in lower case, that every known shape of a secret has one of; what has none needs no
 * look. A module of its own, because every tool call needs it and the shapes take long to load.
 */
export const SECRET_HINTS: readonly string[] = [
  '---',
  ...['ghp', 'gho', 'ghu', 'ghs', 'ghr', 'git'],
  ...['glp', 'gld', 'glr', 'glc', 'glf', 'gli', 'gla', 'gls'],
  ...['xox', 'xap', 'sla', 'aki', 'asi', 'aiz', 'ya2', 'goc'],
  ...['sk_', 'rk_', 'whs', 'npm', 'sk-', 'eyj', '://', 'aut'],
]
