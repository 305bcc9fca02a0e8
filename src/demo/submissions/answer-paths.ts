type Answers = Record<string, unknown>

/** One part of a path: a name, and which entry of a repeat is meant. */
interface Step {
  name: string
  /** Counted from 1. */
  position?: number
  condition?: { name: string; text: string }
}

/** What a path of a bulk edit cannot be: no XML name, or of an entry that is not there [2124, 2127]. */
export class BadPath extends Error {
  override name = 'BadPath'
}

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.-]*`
const STEP = new RegExp(`^(${NAME})(?:\\[(\\d+)\\]|\\[(${NAME})=(?:'([^']*)'|"([^"]*)")\\])?$`, 'u')

/** Left out of edits without a word [2128]. */
const PROTECTED = /^(?:__version__$|meta\/|formhub\/)/
/** What KPI adds to the answers: nodes of such names in a form change nothing of it. */
const ADDED =
  /^_(?:id|uuid|attachments|geolocation|status|submission_time|submitted_by|validation_status|xform_id_string)$/

export const isProtected = (path: string) => PROTECTED.test(path) || ADDED.test(path)

/**
 * Reads a path as KPI takes it when many are edited: `member[2]/member_name`, `member[member_name='N2']/member_age`
 * [2120, 2123].
 * @throws BadPath for what is no path of XML names [2127]
 */
export function parsePath(path: string): Step[] {
  return path.split('/').map((part) => {
    const [, name, position, inner, single, double] = STEP.exec(part) ?? []
    if (name === undefined) throw new BadPath(path)
    return {
      name,
      ...(position !== undefined && { position: Number(position) }),
      ...(inner !== undefined && { condition: { name: inner, text: single ?? double ?? '' } }),
    }
  })
}

/**
 * The answers with one more, or without it where the text is empty [2126]. What was given stays as it was. Where a path
 * does not say which entry of a repeat it means, it is the first [2122].
 * @throws BadPath where there is no such entry: none can be added [2124]
 */
export function withAnswer(answers: Answers, path: string, text: string): Answers {
  const changed = { ...answers }
  write(changed, { steps: parsePath(path), at: 0, prefix: '' }, text)
  return changed
}

interface Place {
  steps: Step[]
  /** The step to be taken next. */
  at: number
  /** The names before it. */
  prefix: string
}

function write(into: Answers, { steps, at, prefix }: Place, text: string) {
  const step = steps[at]
  if (!step) return
  const key = prefix === '' ? step.name : `${prefix}/${step.name}`
  const value = into[key]
  if (Array.isArray(value)) {
    const place = entryOf(value, key, step)
    if (at === steps.length - 1) throw new BadPath(key)
    const entry = { ...(value[place] as Answers) }
    write(entry, { steps, at: at + 1, prefix: key }, text)
    into[key] = value.map((one: unknown, index) => (index === place ? entry : one))
    return
  }
  requireOnly(into, key, step)
  if (at < steps.length - 1) write(into, { steps, at: at + 1, prefix: key }, text)
  else if (text === '') delete into[key]
  else into[key] = text
}

function entryOf(entries: unknown[], key: string, { position, condition }: Step): number {
  const place = condition
    ? entries.findIndex((entry) => (entry as Answers)[`${key}/${condition.name}`] === condition.text)
    : (position ?? 1) - 1
  if (!(place in entries)) throw new BadPath(key)
  return place
}

/** What is no repeat is there once: its position is 1, where there is anything of it at all. */
function requireOnly(answers: Answers, key: string, { position, condition }: Step) {
  if (condition && answers[`${key}/${condition.name}`] !== condition.text) throw new BadPath(key)
  if (position === undefined) return
  const isThere = Object.keys(answers).some((other) => other === key || other.startsWith(`${key}/`))
  if (position !== 1 || !isThere) throw new BadPath(key)
}
