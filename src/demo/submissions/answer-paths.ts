type Answers = Record<string, unknown>

/** One step of a path: a name, and for a repeat the entry. */
interface PathStep {
  name: string
  /** Starts at 1. */
  position?: number
  condition?: { name: string; text: string }
}

/** An invalid path of a bulk edit: a step is not an XML name, or the entry does not exist [2124, 2127]. */
export class InvalidPathError extends Error {
  override name = 'BadPath'
}

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.-]*`
const STEP = new RegExp(`^(${NAME})(?:\\[(\\d+)\\]|\\[(${NAME})=(?:'([^']*)'|"([^"]*)")\\])?$`, 'u')

/** Paths that KPI ignores in edits, without an error [2128]. */
const PROTECTED = /^(?:__version__$|meta\/|formhub\/)/
/** Keys that KPI adds to the answers. A form's questions with these names do not change them. */
const METADATA_KEYS =
  /^_(?:id|uuid|attachments|geolocation|status|submission_time|submitted_by|validation_status|xform_id_string)$/

export const isProtected = (path: string) => PROTECTED.test(path) || METADATA_KEYS.test(path)

/**
 * Parses a path of a bulk edit: `member[2]/member_name`, `member[member_name='N2']/member_age` [2120, 2123].
 * @throws InvalidPathError if a step is not an XML name [2127]
 */
export function parsePath(path: string): PathStep[] {
  return path.split('/').map((part) => {
    const [, name, position, inner, single, double] = STEP.exec(part) ?? []
    if (name === undefined) throw new InvalidPathError(path)
    return {
      name,
      ...(position !== undefined && { position: Number(position) }),
      ...(inner !== undefined && { condition: { name: inner, text: single ?? double ?? '' } }),
    }
  })
}

/**
 * Returns a copy of the answers with one answer set, or removed if the text is empty [2126]. A path without a position
 * means the first entry of a repeat [2122].
 * @throws InvalidPathError if the entry does not exist; entries cannot be added [2124]
 */
export function withAnswer(answers: Answers, path: string, text: string): Answers {
  const changed = { ...answers }
  write(changed, { steps: parsePath(path), index: 0, prefix: '' }, text)
  return changed
}

interface PathPosition {
  steps: PathStep[]
  /** Index of the current step. */
  index: number
  /** The steps before it, joined by `/`. */
  prefix: string
}

function write(target: Answers, { steps, index, prefix }: PathPosition, text: string) {
  const step = steps[index]
  if (!step) return
  const key = prefix === '' ? step.name : `${prefix}/${step.name}`
  const value = target[key]
  if (Array.isArray(value)) {
    const entryAt = entryIndex(value, key, step)
    if (index === steps.length - 1) throw new InvalidPathError(key)
    const entry = { ...(value[entryAt] as Answers) }
    write(entry, { steps, index: index + 1, prefix: key }, text)
    target[key] = value.map((other: unknown, at) => (at === entryAt ? entry : other))
    return
  }
  requireSingle(target, key, step)
  if (index < steps.length - 1) write(target, { steps, index: index + 1, prefix: key }, text)
  else if (text === '') delete target[key]
  else target[key] = text
}

function entryIndex(entries: unknown[], key: string, { position, condition }: PathStep): number {
  const index = condition
    ? entries.findIndex((entry) => (entry as Answers)[`${key}/${condition.name}`] === condition.text)
    : (position ?? 1) - 1
  if (!(index in entries)) throw new InvalidPathError(key)
  return index
}

/**
 * Checks the position and condition of a group or question that is not repeated: its only position is 1, and something
 * of it must exist.
 */
function requireSingle(answers: Answers, key: string, { position, condition }: PathStep) {
  if (condition && answers[`${key}/${condition.name}`] !== condition.text) throw new InvalidPathError(key)
  if (position === undefined) return
  const exists = Object.keys(answers).some((other) => other === key || other.startsWith(`${key}/`))
  if (position !== 1 || !exists) throw new InvalidPathError(key)
}
