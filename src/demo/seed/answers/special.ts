import { between, chance, pick, type Random } from '../random.ts'
import { SUBCOUNTY_PLACES } from './places.ts'
import type { Lookup } from './relevance.ts'

interface Context {
  random: Random
  lookup: Lookup
  /** How many entries the first repeat has. */
  entries: number
  /** Counts the submissions of a project. */
  index: number
}

/** Whole numbers by question, where 0 to 40 would look odd. */
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

/** Answers that hang together: codes, sums, groups that follow from scores. */
export const SPECIAL: Record<string, (context: Context) => string | undefined> = {
  consent: ({ random }) => (chance(random, 0.03) ? 'no' : 'yes'),
  hh_code: ({ lookup, index, random }) => {
    const place = Object.keys(SUBCOUNTY_PLACES).indexOf(lookup('subcounty') ?? '')
    return `${'TN,LO,TC,TS,TE,KI'.split(',')[place] ?? 'TU'}-0${between(random, 1, 9)}-${String(index % 999).padStart(3, '0')}`
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

const scoreOf = (lookup: Lookup) =>
  Object.entries(FOOD_WEIGHTS).reduce((sum, [name, weight]) => sum + weight * Number(lookup(name) ?? 0), 0)
