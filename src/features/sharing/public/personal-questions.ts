import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { FormQuestion } from '#/dataset/model/form.ts'
import { languagesOf, questionsOf } from '#/dataset/sources/kpi/questions.ts'
import { foldText } from '#/lib/fold-text.ts'
import { ownProperty } from '#/lib/own-property.ts'
import {
  A_PERSON,
  NOT_A_PERSON,
  PERSONAL_TERMS,
  PERSONAL_TYPES,
  type PersonalKind,
  type WordLanguage,
} from './personal-terms.ts'

export interface PersonalQuestion {
  question: FormQuestion
  /** The first kind that was detected. */
  kind: PersonalKind
}

/**
 * The questions whose answers may identify people: by type, or by a word in their name or label, in English, French,
 * Spanish or Arabic. A heuristic that may miss some.
 */
export function personalQuestions(content: Pick<FormContent, 'survey' | 'translations'>): PersonalQuestion[] {
  const languages = languagesOf(content).map(wordLanguageOf)
  return questionsOf(content).flatMap((question) => {
    const kind = ownProperty(PERSONAL_TYPES, question.type) ?? kindByTerms(question, languages)
    return kind === undefined ? [] : [{ question, kind }]
  })
}

const ALL: readonly WordLanguage[] = ['en', 'fr', 'es', 'ar']

/** Of choice questions only names are personal: "Is there a phone?" is not a phone number. */
const isChosen = (type: string) => /^(select_|rank|acknowledge|range)/.test(type)

function kindByTerms(question: FormQuestion, languages: readonly (WordLanguage | undefined)[]) {
  if (question.type === 'note') return undefined
  const known = [...new Set(languages.flatMap((language) => language ?? []))]
  const texts = [
    // XML names are often English, in forms of any language.
    { text: plain(question.name), in: known.length === 0 ? ALL : [...new Set(['en' as const, ...known])] },
    ...question.labels.map((label, index) => {
      const language = languages[index]
      return { text: plain(label ?? ''), in: language === undefined ? ALL : [language] }
    }),
  ]
  const whole = texts.map(({ text }) => text).join('')
  const isCount = FRENCH_COUNT.test(whole)
  const kinds = texts.flatMap(({ text, in: spoken }) =>
    spoken.flatMap((language) =>
      kindsIn(isCount && language === 'es' ? text.replace(' nombre ', ' ') : text, language),
    ),
  )
  return kinds.find((kind) => (kind === 'name' ? isSomebodysName(whole) : !isChosen(question.type)))
}

/** "nombre" is Spanish for "name", but French for "number": "nombre de personnes", "nombre d’enfants". */
const FRENCH_COUNT = / nombre (?:d |total |de (?!la |las |los |el |su |usted |pila |usuario ))/

const isSomebodysName = (text: string) => !NOT_PERSON_PATTERN.test(text) || PERSON_PATTERN.test(text)

/** The kinds whose terms are in a text, in the order of the terms. */
const kindsIn = (text: string, language: WordLanguage) =>
  PATTERNS[language].flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []))

/** Labels can be in any language, so no locale applies. */
const folded = (text: string) => foldText(text, 'und')

/** Folded text with a space around each word, without references to other questions: ` nom du chef `. */
const plain = (text: string) =>
  ` ${folded(text.replace(/\$\{[^}]*\}/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const ARABIC_BEFORE = '(?:و|ف)?(?:ب|ك)?(?:ال|لل|ل)?'
const ARABIC_AFTER = '(?:ك|كم|كن|ه|ها|هم|هن|ي|نا)?'

/** Matches whole words; Arabic ones with prefixes and suffixes. */
const patternOf = (words: string) =>
  new RegExp(
    ` (?:${words
      .split('|')
      .map((phrase) => (/\p{Script=Arabic}/u.test(phrase) ? arabic(phrase) : phrase))
      .join('|')}) `,
    'u',
  )

const arabic = (phrase: string) =>
  phrase
    .split(' ')
    .map((word) => ARABIC_BEFORE + word + ARABIC_AFTER)
    .join(' ')

const NOT_PERSON_PATTERN = patternOf(NOT_A_PERSON)
const PERSON_PATTERN = patternOf(A_PERSON)

const patternsOf = (language: WordLanguage) =>
  Object.entries(PERSONAL_TERMS[language]).map(([kind, words]) => [kind as PersonalKind, patternOf(words)] as const)

const PATTERNS = { en: patternsOf('en'), fr: patternsOf('fr'), es: patternsOf('es'), ar: patternsOf('ar') }

const LANGUAGE_NAMES: readonly [WordLanguage, RegExp][] = [
  ['en', /\(en\b|english|anglais|ingles/],
  ['fr', /\(fr\b|french|francais|frances/],
  ['es', /\(es\b|spanish|espanol|espagnol/],
  ['ar', /\(ar\b|arabic|arabe|عربي/],
]

/** The language of a form's language name, such as "Français (fr)"; `undefined` if it is unknown. */
function wordLanguageOf(name: string | null): WordLanguage | undefined {
  const text = folded(name ?? '')
  return LANGUAGE_NAMES.find(([, pattern]) => pattern.test(text))?.[0]
}
