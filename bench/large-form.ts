/** A question of a made-up form, and how it is answered. */
export interface LargeQuestion {
  path: string
  type: string
  /** The answer of the submission with this number, as text; `undefined` where there is none. */
  answer: (submission: number) => string | undefined
}

const IN_A_GROUP = 12
const CHOICES = ['yes', 'no', 'some', 'refused', 'unknown']
const WORDS = ['maize', 'water point', 'school', 'market day', 'clinic', 'long way round', 'bridge', 'river']

/** After so many submissions the answers come again: what a query finds is known without looking at each. */
export const PERIOD = 1000

/** A number that looks drawn, the same for the same pair. */
function drawn(one: number, other: number): number {
  const mixed = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b)
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (again ^ (again >>> 13)) >>> 0
}

const KINDS: [type: string, answerOf: (number: number) => string][] = [
  ['select_one', (number) => CHOICES[number % CHOICES.length] ?? ''],
  ['integer', (number) => String((number % 400) - 20)],
  ['text', (number) => `${WORDS[number % WORDS.length]} ${WORDS[(number >> 4) % WORDS.length]} ${number % 97}`],
  ['select_multiple', (number) => CHOICES.filter((_, at) => number & (1 << at)).join(' ')],
  ['decimal', (number) => ((number % 10_000) / 100).toFixed(2)],
  ['date', (number) => new Date(Date.UTC(2026, 0, 1 + (number % 300))).toISOString().slice(0, 10)],
]

/** The questions of a form with so many of them: of all usual types, in groups, one in five unanswered. */
export const largeQuestions = (count: number): LargeQuestion[] =>
  Array.from({ length: count }, (_, at) => {
    const [type, answerOf] = KINDS[at % KINDS.length] ?? ['text', String]
    const answer = (submission: number) => {
      const number = drawn(submission % PERIOD, at)
      return number % 5 === 4 ? undefined : answerOf(number >>> 3) || undefined
    }
    return { path: `part_${Math.floor(at / IN_A_GROUP) + 1}/q_${at + 1}`, type, answer }
  })

/** The form as KPI sends it. */
export function largeContent(questions: readonly LargeQuestion[]) {
  const group = (name: string) => ({
    type: 'begin_group',
    name,
    $xpath: name,
    $kuid: name,
    label: [name.replace('_', ' ')],
  })
  return {
    schema: '1',
    translated: ['label'],
    translations: ['English (en)'],
    survey: questions.flatMap(({ path, type }, at) => {
      const [part = '', name = ''] = path.split('/')
      return [
        ...(at % IN_A_GROUP === 0 ? [...(at > 0 ? [{ type: 'end_group' }] : []), group(part)] : []),
        {
          type,
          name,
          $xpath: path,
          $kuid: name,
          label: [`Question ${at + 1}: what was seen at the ${WORDS[at % WORDS.length]}?`],
          ...(type.startsWith('select') && { select_from_list_name: 'seen' }),
        },
        ...(at === questions.length - 1 ? [{ type: 'end_group' }] : []),
      ]
    }),
    choices: CHOICES.map((name) => ({ list_name: 'seen', name, label: [name[0]?.toUpperCase() + name.slice(1)] })),
    settings: {},
  }
}
