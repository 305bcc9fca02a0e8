import { type FormQuestion, languagesOf, questionsOf } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { foldText } from '#/lib/fold-text.ts'
import { ownProperty } from '#/lib/own-property.ts'
import {
  A_PERSON,
  NOT_A_PERSON,
  PERSONAL_TERMS,
  PERSONAL_TYPES,
  type PersonalKind,
  type WordLanguage,
} from './personal-words.ts'

export interface PersonalQuestion {
  question: FormQuestion
  /** What it seems to ask for: the first sign found. */
  kind: PersonalKind
}

/**
 * The questions whose answers look as if they told who somebody is or where they live: by their type, or by a word in
 * their name or label, in English, French, Spanish, Arabic. A help for the eye, never a proof that nothing is there.
 */
export function personalQuestions(content: Pick<FormContent, 'survey' | 'translations'>): PersonalQuestion[] {
  const languages = languagesOf(content).map(wordLanguageOf)
  return questionsOf(content).flatMap((question) => {
    const kind = ownProperty(PERSONAL_TYPES, question.type) ?? kindByWords(question, languages)
    return kind === undefined ? [] : [{ question, kind }]
  })
}

const ALL: readonly WordLanguage[] = ['en', 'fr', 'es', 'ar']

/** Of chosen answers only names tell something: "Is there a phone?" is no phone number. */
const isChosen = (type: string) => /^(select_|rank|acknowledge|range)/.test(type)

function kindByWords(question: FormQuestion, languages: readonly (WordLanguage | undefined)[]) {
  if (question.type === 'note') return undefined
  const known = [...new Set(languages.flatMap((language) => language ?? []))]
  const texts = [
    // XML names are often English, whatever the form speaks.
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

/** French counts with the word that is Spanish for "name": "nombre de personnes", "nombre d’enfants". */
const FRENCH_COUNT = / nombre (?:d |total |de (?!la |las |los |el |su |usted |pila |usuario ))/

const isSomebodysName = (text: string) => !NOT_PERSON_PATTERN.test(text) || PERSON_PATTERN.test(text)

/** The kinds that a text names, in the order of the catalogue of words. */
const kindsIn = (text: string, language: WordLanguage) =>
  PATTERNS[language].flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []))

/** Labels are in any language, whichever the reader's is. */
const folded = (text: string) => foldText(text, 'und')

/** Small letters without accents, one space around each word: ` nom du chef `. References to other questions go. */
const plain = (text: string) =>
  ` ${folded(text.replace(/\$\{[^}]*\}/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const ARABIC_BEFORE = '(?:و|ف)?(?:ب|ك)?(?:ال|لل|ل)?'
const ARABIC_AFTER = '(?:ك|كم|كن|ه|ها|هم|هن|ي|نا)?'

/** Whole words; Arabic ones, each word of a phrase, with what is written together with them. */
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

/** The language that a form's own name for it means: "Français (fr)". Undefined where we cannot tell. */
function wordLanguageOf(name: string | null): WordLanguage | undefined {
  const text = folded(name ?? '')
  return LANGUAGE_NAMES.find(([, pattern]) => pattern.test(text))?.[0]
}
