import { between, chance, pick, type Random } from '#/demo/seed/random.ts'
import { SUBCOUNTY_LOCATIONS } from './locations.ts'
import type { Lookup } from './relevance.ts'

interface Context {
  random: Random
  lookup: Lookup
  /** Number of repeat entries so far. */
  entries: number
  /** Index of the current entry of its repeat, from 0. */
  entry: number
  /** Index of the submission in its project. */
  index: number
}

/** Range of the answers to a number question, if 0 to 40 would not look realistic. */
export const RANGES: Record<string, [min: number, max: number]> = {
  people: [1, 12], head_age: [19, 84], patient_age: [1, 79], under_five: [0, 3], m_age: [0, 71], rooms: [1, 5],
  cereals: [2, 7], pulses: [0, 5], vegetables: [0, 5], fruit: [0, 3], meat: [0, 4], milk: [0, 6], oil: [0, 7],
  sugar: [1, 7], water_minutes: [5, 180], minutes: [10, 200], income: [12, 240], livestock: [0, 60],
  aid_value: [15, 120], land: [1, 9], users: [20, 400], flow: [3, 32], chlorine: [0, 1], price: [40, 190],
  price_last_week: [40, 185], traders: [4, 38], cluster: [1, 36], c_months: [6, 59], c_weight: [6, 17],
  c_height: [64, 108], c_muac: [104, 164], girls: [40, 320], boys: [40, 330], teachers: [3, 24], rice: [8, 90],
  amount: [40, 180], area: [1, 60], harvest: [80, 2400],
} // prettier-ignore

const FOOD_WEIGHTS = { cereals: 2, pulses: 3, vegetables: 1, fruit: 1, meat: 4, milk: 4, oil: 0.5, sugar: 0.5 }
const SCHOOLS = 'Nakwamekwi,St. Augustine,Lokitaung,Kanamkemer,Upendo,Al-Farooq,Garissa Primary,Hope,Umoja'.split(',')

/** Answers that depend on others: codes, sums, groups by score. */
export const SPECIAL_ANSWERS: Record<string, (context: Context) => string | undefined> = {
  consent: ({ random }) => (chance(random, 0.03) ? 'no' : 'yes'),
  hh_code: ({ lookup, index, random }) => {
    const subcounty = Object.keys(SUBCOUNTY_LOCATIONS).indexOf(lookup('subcounty') ?? '')
    return `${'TN,LO,TC,TS,TE,KI'.split(',')[subcounty] ?? 'TU'}-0${between(random, 1, 9)}-${String(index % 999).padStart(3, '0')}`
  },
  m_name: ({ entry, lookup }) => (entry === 0 ? lookup('head_name') : undefined),
  m_sex: ({ entry, lookup }) => (entry === 0 ? lookup('head_sex') : undefined),
  under_five: ({ lookup, random }) => String(between(random, 0, Math.min(3, Number(lookup('people') ?? 1) - 1))),
  m_relation: ({ entry, random }) => relationOf(entry, random),
  m_age: ({ lookup, random }) => {
    const relation = lookup('m_relation') ?? 'other'
    const [min, max] = AGES[relation] ?? [0, 70]
    return (relation === 'head' ? lookup('head_age') : undefined) ?? String(between(random, min, max))
  },
  phone: ({ random }) => `07${between(random, 10_000_000, 99_999_999)}`,
  income: ({ random }) => String(between(random, 12, 240) * 100),
  food_score: ({ lookup }) => String(scoreOf(lookup)),
  food_group: ({ lookup }) => {
    const score = scoreOf(lookup)
    return score <= 21 ? 'poor' : score <= 35 ? 'borderline' : 'acceptable'
  },
  member_count: ({ entries }) => String(entries),
  change: ({ lookup }) => (Number(lookup('price')) - Number(lookup('price_last_week') ?? lookup('price'))).toFixed(2),
  pupils: ({ lookup }) => String(Number(lookup('girls') ?? 0) + Number(lookup('boys') ?? 0)),
  patient: ({ index }) => `P-${String(index + 1).padStart(5, '0')}`,
  card: ({ random }) => `${between(random, 1000, 9999)} ${between(random, 1000, 9999)}`,
  school: ({ random }) => pick(random, SCHOOLS),
}

const AGES: Record<string, [min: number, max: number]> = {
  head: [19, 84],
  spouse: [18, 74],
  child: [0, 22],
  parent: [50, 88],
}

function relationOf(entry: number, random: Random): string {
  if (entry === 0) return 'head'
  if (entry === 1 && chance(random, 0.8)) return 'spouse'
  return chance(random, 0.85) ? 'child' : pick(random, ['parent', 'other', 'none'])
}

const scoreOf = (lookup: Lookup) =>
  Object.entries(FOOD_WEIGHTS).reduce((sum, [name, weight]) => sum + weight * Number(lookup(name) ?? 0), 0)
