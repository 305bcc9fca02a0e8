import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { between, chance, pick, type Random } from '#/demo/seed/random.ts'
import { type FormNode, formTree } from './form-tree.ts'
import { locationOf, SUBCOUNTY_LOCATIONS } from './locations.ts'
import type { Lookup } from './relevance.ts'
import { samplesFor } from './samples.ts'
import { RANGES, SPECIAL_ANSWERS } from './special-answers.ts'

/** Answers by path, as in submissions. A repeat is a list of such records. */
export type Answers = Record<string, unknown>

/** What a submission contains in addition to its answers. */
export interface SubmissionMetadata {
  /** Path of the question, file name and type of each file. */
  files: [path: string, fileName: string, mimetype: string][]
  /** The answer to the first geopoint question. */
  geopoint: string | undefined
}

export interface Visit {
  random: Random
  country: string
  index: number
  /** Date of the visit, `YYYY-MM-DD`. */
  day: string
}

const MIMETYPES: Record<string, string> = { image: 'image/png', audio: 'audio/wav' }
const IMAGE_SHARE = 0.4
const REMARK_SHARE = 0.25
const SKIP_SHARE = 0.07
const OTHER = 'other'
const OTHER_SHARE = 0.3
const OTHER_ANSWERS = ['Rods stolen', 'Handle worn out', 'Apron cracked', 'Access road flooded']

/**
 * Answers a form at random: questions that are not relevant are skipped, and some others are left blank. Writes into
 * the given object, to avoid a copy of up to a thousand answers.
 */
export function fillIn(content: FormContent, visit: Visit, answers: Answers): SubmissionMetadata {
  const metadata: SubmissionMetadata = { files: [], geopoint: undefined }
  const byName = new Map<string, string>()
  const samples = samplesFor(content.translations?.[0])
  const { random } = visit
  let entries = 0
  let entry = 0

  function fillRows(rows: FormNode[], target: Answers, scope: Map<string, string>) {
    const lookup: Lookup = (name) => scope.get(name) ?? byName.get(name)
    for (const row of rows) {
      if (!row.isRelevant(lookup)) continue
      if (row.type === 'begin_repeat') fillRepeat(row, target, lookup)
      else if (row.rows.length > 0) fillRows(row.rows, target, scope)
      else fillAnswer(row, target, scope, lookup)
    }
  }

  function fillRepeat(row: FormNode, target: Answers, lookup: Lookup) {
    const people = Number(lookup('people'))
    const count = people > 0 ? people : between(random, 1, 3)
    entries += count
    target[row.path] = Array.from({ length: count }, (_, index) => {
      const answersOfEntry: Answers = {}
      entry = index
      fillRows(row.rows, answersOfEntry, new Map())
      return answersOfEntry
    })
  }

  function fillAnswer(row: FormNode, target: Answers, scope: Map<string, string>, lookup: Lookup) {
    if (!row.required && row.type !== 'calculate' && chance(random, SKIP_SHARE)) return
    const special = SPECIAL_ANSWERS[row.name]
    const value = special?.({ random, lookup, entries, entry, index: visit.index }) ?? genericAnswer(row, lookup)
    if (value === undefined) return
    target[row.path] = value
    scope.set(row.name, value)
    if (row.hasOther && value === OTHER) target[`${row.path}_other`] = pick(random, OTHER_ANSWERS)
    if (row.type in MIMETYPES) metadata.files.push([row.path, value, MIMETYPES[row.type] ?? ''])
    if (row.type === 'geopoint') metadata.geopoint ??= value
  }

  function genericAnswer(row: FormNode, lookup: Lookup): string | undefined {
    const { type, name, choices } = row
    if (row.hasOther && chance(random, OTHER_SHARE)) return OTHER
    if (choices.length > 0)
      return type === 'select_multiple' ? severalChoices(random, row) : weightedChoice(random, row)
    const [min, max] = RANGES[name] ?? [0, 40]
    switch (type) {
      case 'integer':
        return String(between(random, min, max))
      case 'decimal':
        return (min + random() * (max - min)).toFixed(1)
      case 'date':
        return visit.day
      case 'geopoint':
        return randomGeopoint(random, SUBCOUNTY_LOCATIONS[lookup('subcounty') ?? ''] ?? locationOf(visit.country))
      case 'image':
        return chance(random, IMAGE_SHARE) ? pictureName(name) : undefined
      case 'audio':
        return `${name}_${visit.index + 1}.wav`
      case 'text':
        return textAnswer(name)
      default:
        return undefined
    }
  }

  function pictureName(name: string): string {
    const first = `${name}_${visit.index + 1}`
    const used = metadata.files.filter(([, file]) => file.startsWith(first)).length
    return used === 0 ? `${first}.png` : `${first}_${used + 1}.png`
  }

  function textAnswer(name: string): string | undefined {
    if (name.endsWith('name')) return `${pick(random, samples.first)} ${pick(random, samples.last)}`
    if (/^(village|site)$/.test(name)) return pick(random, samples.places)
    return chance(random, REMARK_SHARE) ? pick(random, samples.remarks) : undefined
  }

  fillRows(formTree(content), answers, byName)
  return metadata
}

/** Picks one choice. The first choices of each question are picked more often, so that charts look realistic. */
const weightedChoice = (random: Random, { choices, exponent }: FormNode): string =>
  choices[Math.floor(random() ** exponent * choices.length)] ?? ''

function severalChoices(random: Random, row: FormNode): string {
  const { choices } = row
  const chosen = new Set(Array.from({ length: between(random, 1, 3) }, () => weightedChoice(random, row)))
  return choices.filter((choice) => chosen.has(choice) && (choice !== 'none' || chosen.size === 1)).join(' ')
}

function randomGeopoint(random: Random, [latitude, longitude, spread]: readonly number[] = []): string {
  const around = (middle = 0) => (middle + (random() + random() - 1) * (spread ?? 0)).toFixed(6)
  return `${around(latitude)} ${around(longitude)} ${(200 + random() * 900).toFixed(1)} ${(3 + random() * 14).toFixed(1)}`
}
