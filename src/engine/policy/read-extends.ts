import { isProblem, parseYaml } from '../parsing/yaml.ts'

/**
 * The value of a policy file's `extends`, so that a source can fetch what the file builds upon.
 * Null when there is none or the file cannot be read; the engine reports the latter.
 */
export function readExtends(bytes: Uint8Array): string | null {
  const document = parseYaml(bytes)
  if (isProblem(document)) return null
  const { value } = document
  if (typeof value !== 'object' || value === null || !('extends' in value)) return null
  return typeof value.extends === 'string' ? value.extends : null
}
