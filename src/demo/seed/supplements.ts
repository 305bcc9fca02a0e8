import type { AnalysisQuestion, AssetRecord, FeatureRecord, SupplementRecord, VersionedValue } from '#/demo/records.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { between, chance, pick, randomOf, uidOf, uuidOf } from './random.ts'

/** The question of the interviews that is recorded. */
const RECORDING = 'interview'

const uuidFor = (name: string) => uuidOf(randomOf('analysis', name))

const choicesOf = (question: string, labels: [english: string, french: string][]) =>
  labels.map(([english, french]) => ({
    uuid: uuidFor(`${question} ${english}`),
    labels: { _default: english, 'English (en)': english, 'Français (fr)': french },
  }))

const questionOf = (type: string, label: string, choices?: AnalysisQuestion['choices']): AnalysisQuestion => ({
  type,
  uuid: uuidFor(label),
  labels: { _default: label },
  ...(choices && { choices }),
})

const SUMMARY = questionOf('qualText', 'Summary')
const SPEAKERS = questionOf('qualInteger', 'Speakers')
const MOOD = questionOf(
  'qualSelectOne',
  'Mood',
  choicesOf('Mood', [
    ['Satisfied', 'Satisfait'],
    ['Undecided', 'Indécis'],
    ['Disappointed', 'Déçu'],
  ]),
)
const TOPICS = questionOf(
  'qualSelectMultiple',
  'Topics',
  choicesOf('Topics', [
    ['Prices', 'Prix'],
    ['Quality of the seed', 'Qualité des semences'],
    ['Vouchers', 'Bons'],
    ['Distance', 'Distance'],
  ]),
)
const KEYWORDS = questionOf('qualTags', 'Keywords')
const CODING = questionOf('qualNote', 'Listen to the whole recording before coding.')
const FOLLOW_UP = questionOf('qualText', 'Follow-up')

const FEATURES: Omit<FeatureRecord, 'uid'>[] = [
  { question_xpath: RECORDING, action: 'manual_qual', params: [SUMMARY, SPEAKERS, MOOD, TOPICS, KEYWORDS, CODING] },
  { question_xpath: RECORDING, action: 'automatic_google_transcription', params: [{ language: 'en' }] },
  { question_xpath: RECORDING, action: 'manual_translation', params: [{ language: 'fr' }] },
  { question_xpath: 'remarks', action: 'manual_qual', params: [FOLLOW_UP] },
]

/** What the analysis of a seeded project adds to answers; `undefined` for most. */
export const seedFeatures = (assetUid: string): FeatureRecord[] | undefined =>
  assetUid === DEMO_PROJECTS.interviews.uid
    ? FEATURES.map((feature) => ({
        ...feature,
        uid: uidOf('qaf', randomOf('feature', feature.question_xpath, feature.action)),
      }))
    : undefined

interface Interview {
  transcript: string
  translation: string
  summary: string
  mood: number
  topics: number[]
  keywords: string[]
}

const INTERVIEWS: Interview[] = [
  {
    transcript: 'The maize seed was good, but the voucher did not cover two bags.\nI will plant less this season.',
    translation:
      'Les semences de maïs étaient bonnes, mais le bon ne couvrait pas deux sacs.\nJe sèmerai moins cette saison.',
    summary: 'Good seed; voucher too small for two bags.',
    mood: 1,
    topics: [1, 2],
    keywords: ['maize', 'voucher value'],
  },
  {
    transcript: 'Everything was close by and the sellers explained how to store the beans.',
    translation: 'Tout était à côté et les vendeurs ont expliqué comment conserver les haricots.',
    summary: 'Short way, good advice on storage.',
    mood: 0,
    topics: [1, 3],
    keywords: ['beans', 'storage advice'],
  },
  {
    transcript: 'We walked four hours, and the groundnut seed was sold out when we came.',
    translation: 'Nous avons marché quatre heures, et il n’y avait plus de semences d’arachide à notre arrivée.',
    summary: 'Far away; groundnuts sold out.',
    mood: 2,
    topics: [3],
    keywords: ['groundnuts', 'sold out'],
  },
  {
    transcript: 'Prices were the same as on the market. The old people need somebody who carries the bags.',
    translation: 'Les prix étaient ceux du marché. Les personnes âgées ont besoin de quelqu’un pour porter les sacs.',
    summary: 'Usual prices; help with carrying is wanted.',
    mood: 1,
    topics: [0],
    keywords: ['carrying bags'],
  },
]

const FOLLOW_UPS = ['Call again after the harvest.', 'Tell the voucher team.', 'Nothing to do.']
const SHARES = { analysed: 0.7, translated: 0.75, pending: 0.12, verified: 0.5, followUp: 0.35 }
const CREATED = '2026-10-05T08:12:44.120934Z'
const ACCEPTED = '2026-10-06T13:40:02.551207Z'

/** What was added to a submission of the seed, by its index: always the same. */
export function seedSupplement(asset: AssetRecord, index: number): SupplementRecord {
  if (!seedFeatures(asset.uid)) return {}
  const random = randomOf('supplement', asset.uid, index)
  const make = (data: VersionedValue['_versions'][number]['_data'], more = {}): VersionedValue => ({
    _versions: [{ _data: data, _dateCreated: CREATED, _uuid: uuidOf(random), ...more }],
    _dateCreated: CREATED,
    _dateModified: ACCEPTED,
  })
  if (chance(random, 1 - SHARES.analysed)) return {}
  const interview = pick(random, INTERVIEWS)
  const isPending = chance(random, SHARES.pending)
  const isTranslated = !isPending && chance(random, SHARES.translated)
  const uuids = (question: AnalysisQuestion, at: number[]) => at.flatMap((each) => question.choices?.[each]?.uuid ?? [])
  const answer = ({ uuid }: AnalysisQuestion, value: unknown) => ({
    [uuid]: make({ uuid, value }, { verified: chance(random, SHARES.verified) }),
  })
  return {
    _version: '20250820',
    [RECORDING]: {
      automatic_google_transcription: make(
        { language: 'en', locale: 'en-GB', status: 'complete', value: interview.transcript },
        isPending ? {} : { _dateAccepted: ACCEPTED },
      ),
      ...(isTranslated && {
        manual_translation: { fr: make({ language: 'fr', value: interview.translation }, { _dateAccepted: ACCEPTED }) },
      }),
      ...(!isPending && {
        manual_qual: {
          ...answer(SUMMARY, interview.summary),
          ...answer(SPEAKERS, between(random, 1, 3)),
          ...answer(MOOD, uuids(MOOD, [interview.mood])[0]),
          ...answer(TOPICS, uuids(TOPICS, interview.topics)),
          ...answer(KEYWORDS, interview.keywords),
        },
      }),
    },
    ...(chance(random, SHARES.followUp) && {
      remarks: { manual_qual: answer(FOLLOW_UP, pick(random, FOLLOW_UPS)) },
    }),
  }
}
