/** A form as KPI stores it: the parts in which something can be that neither the app nor KPI shows. */
interface StoredForm {
  survey: readonly Readonly<Record<string, unknown>>[]
  choices?: readonly Readonly<Record<string, unknown>>[] | null | undefined
  settings?: Readonly<Record<string, unknown>> | null | undefined
  'kobo--locking-profiles'?: unknown
}

/** What a form has, and the file that is to replace it has not. */
export interface FormLoss {
  kind: 'locking' | 'hxl' | 'submitMessage'
  /** Questions, or names of profiles. */
  names: readonly string[]
}

/** What is lost when a file replaces a form, of that which is not seen in the questions; `next`: what the file holds. */
export function replacementLosses(current: StoredForm, next: StoredForm): FormLoss[] {
  const losses: FormLoss[] = [
    { kind: 'locking', names: missing(lockedIn(current), lockedIn(next)) },
    { kind: 'hxl', names: missing(tagsIn(current), tagsIn(next)) },
    { kind: 'submitMessage', names: missing(messageIn(current), messageIn(next)) },
  ]
  return losses.filter(({ names }) => names.length > 0)
}

const missing = (before: readonly string[], after: readonly string[]) => before.filter((name) => !after.includes(name))

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const nameOf = (row: Readonly<Record<string, unknown>>) => textOf(row['name']) || textOf(row['$autoname'])
const isFilled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && value !== false && value !== 'false'

const LOCKING = /^kobo--lock/

/** Names of locking profiles, of locked rows, and of locks of the whole form. */
function lockedIn({ survey, settings, 'kobo--locking-profiles': profiles }: StoredForm): string[] {
  const ofProfiles = Array.isArray(profiles) ? profiles.map((row: unknown) => textOf(Object(row)['name'])) : []
  const ofRows = survey.flatMap((row) =>
    Object.keys(row).some((column) => LOCKING.test(column) && isFilled(row[column])) ? [nameOf(row)] : [],
  )
  const ofForm = Object.entries(settings ?? {}).flatMap(([name, value]) =>
    LOCKING.test(name) && isFilled(value) ? [name] : [],
  )
  return [...ofProfiles, ...ofRows, ...ofForm].filter(Boolean)
}

/** Names of questions with HXL tags: KPI keeps them as `tags: ["hxl:#name"]` (NOTES, Form content). */
const tagsIn = ({ survey }: StoredForm) =>
  survey.flatMap((row) => {
    const tags: unknown = row['tags']
    const isTagged = Array.isArray(tags) && tags.some((tag) => textOf(tag).startsWith('hxl:'))
    return isTagged || isFilled(row['hxl']) ? [nameOf(row)] : []
  })

/** The message after a web form was submitted: `attribute::kobo:submitMessage`, or `kobo:submitMessage`. */
const messageIn = ({ settings }: StoredForm) =>
  Object.entries(settings ?? {}).flatMap(([name, value]) =>
    /kobo:submitMessage$/i.test(name) && isFilled(value) ? [textOf(value)] : [],
  )
