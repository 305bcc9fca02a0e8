import type { FormContent } from '#/demo/records.ts'
import { between, chance, pick, type Random } from '#/demo/seed/random.ts'
import { placeOf, SUBCOUNTY_PLACES } from './places.ts'
import { type PlannedRow, planOf } from './plan.ts'
import type { Lookup } from './relevance.ts'
import { RANGES, SPECIAL } from './special.ts'
import { wordsFor } from './words.ts'

/** Answers by path, as submissions have them; entries of a repeat are a list of such records. */
export type Answers = Record<string, unknown>

/** What is to be said of a submission beside its answers. */
export interface Findings {
  /** Path and file name of each picture. */
  pictures: [path: string, fileName: string][]
  /** The first place that was answered. */
  place: string | undefined
}

export interface Visit {
  random: Random
  country: string
  index: number
  /** `YYYY-MM-DD` of the visit. */
  day: string
}

const IMAGE_SHARE = 0.4
const REMARK_SHARE = 0.25
const SKIP_SHARE = 0.07
const OTHER = 'other'
const OTHER_SHARE = 0.3
const OTHERS = ['Rods stolen', 'Handle worn out', 'Apron cracked', 'Access road flooded']

/**
 * Somebody's answers to a form: what is not relevant is not asked, some of the rest is left blank. They are put into
 * an object that is there already: of a thousand answers no copy shall be made.
 */
export function fillIn(content: FormContent, visit: Visit, answers: Answers): Findings {
  const findings: Findings = { pictures: [], place: undefined }
  const byName = new Map<string, string>()
  const words = wordsFor(content.translations?.[0])
  const { random } = visit
  let entries = 0
  let entry = 0

  function ask(rows: PlannedRow[], into: Answers, scope: Map<string, string>) {
    const lookup: Lookup = (name) => scope.get(name) ?? byName.get(name)
    for (const row of rows) {
      if (!row.isRelevant(lookup)) continue
      if (row.type === 'begin_repeat') repeat(row, into, lookup)
      else if (row.rows.length > 0) ask(row.rows, into, scope)
      else answer(row, into, scope, lookup)
    }
  }

  function repeat(row: PlannedRow, into: Answers, lookup: Lookup) {
    const people = Number(lookup('people'))
    const count = people > 0 ? people : between(random, 1, 3)
    entries += count
    into[row.path] = Array.from({ length: count }, (_, at) => {
      const answersOfEntry: Answers = {}
      entry = at
      ask(row.rows, answersOfEntry, new Map())
      return answersOfEntry
    })
  }

  function answer(row: PlannedRow, into: Answers, scope: Map<string, string>, lookup: Lookup) {
    if (!row.required && row.type !== 'calculate' && chance(random, SKIP_SHARE)) return
    const special = SPECIAL[row.name]
    const value = special?.({ random, lookup, entries, entry, index: visit.index }) ?? generic(row, lookup)
    if (value === undefined) return
    into[row.path] = value
    scope.set(row.name, value)
    if (row.hasOther && value === OTHER) into[`${row.path}_other`] = pick(random, OTHERS)
    if (row.type === 'image') findings.pictures.push([row.path, value])
    if (row.type === 'geopoint') findings.place ??= value
  }

  function generic(row: PlannedRow, lookup: Lookup): string | undefined {
    const { type, name, choices } = row
    if (row.hasOther && chance(random, OTHER_SHARE)) return OTHER
    if (choices.length > 0) return type === 'select_multiple' ? several(random, row) : leaning(random, row)
    const [min, max] = RANGES[name] ?? [0, 40]
    switch (type) {
      case 'integer':
        return String(between(random, min, max))
      case 'decimal':
        return (min + random() * (max - min)).toFixed(1)
      case 'date':
        return visit.day
      case 'geopoint':
        return somewhere(random, SUBCOUNTY_PLACES[lookup('subcounty') ?? ''] ?? placeOf(visit.country))
      case 'image':
        return chance(random, IMAGE_SHARE) ? pictureName(name) : undefined
      case 'text':
        return text(name)
      default:
        return undefined
    }
  }

  function pictureName(name: string): string {
    const first = `${name}_${visit.index + 1}`
    const taken = findings.pictures.filter(([, file]) => file.startsWith(first)).length
    return taken === 0 ? `${first}.png` : `${first}_${taken + 1}.png`
  }

  function text(name: string): string | undefined {
    if (name.endsWith('name')) return `${pick(random, words.first)} ${pick(random, words.last)}`
    if (/^(village|site)$/.test(name)) return pick(random, words.places)
    return chance(random, REMARK_SHARE) ? pick(random, words.remarks) : undefined
  }

  ask(planOf(content), answers, byName)
  return findings
}

/** Each question has its favourites, so that charts of it look like something. */
const leaning = (random: Random, { choices, lean }: PlannedRow): string =>
  choices[Math.floor(random() ** lean * choices.length)] ?? ''

function several(random: Random, row: PlannedRow): string {
  const { choices } = row
  const chosen = new Set(Array.from({ length: between(random, 1, 3) }, () => leaning(random, row)))
  return choices.filter((choice) => chosen.has(choice) && (choice !== 'none' || chosen.size === 1)).join(' ')
}

function somewhere(random: Random, [latitude, longitude, spread]: readonly number[] = []): string {
  const near = (middle = 0) => (middle + (random() + random() - 1) * (spread ?? 0)).toFixed(6)
  return `${near(latitude)} ${near(longitude)} ${(200 + random() * 900).toFixed(1)} ${(3 + random() * 14).toFixed(1)}`
}
