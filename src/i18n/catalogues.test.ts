import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'

type Texts = { [key: string]: string | Texts }

const catalogues = import.meta.glob<Texts>('./locales/*/*.json', { eager: true, import: 'default' })
const catalogue = (code: string, namespace: string) => catalogues[`./locales/${code}/${namespace}.json`]
const namespaces = Object.keys(catalogues)
  .filter((path) => path.startsWith('./locales/en/'))
  .map((path) => path.split('/').at(-1)?.replace('.json', '') ?? '')

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as [string, string]] : flatten(text, `${prefix}${key}.`),
  )
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const keysOf = (texts: Texts) => [...new Set(flatten(texts).map(([key]) => key.replace(PLURAL, '')))].toSorted()
const variablesOf = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name)
const tagsOf = (text: string) => [...text.matchAll(/<\/?(\w+)>/g)].map(([tag]) => tag)

const translations = LANGUAGES.map(({ code }) => code).filter((code) => code !== 'en')

describe.each(translations)('the catalogue in %s', (code) => {
  it.each(namespaces)('has the same keys as English in %s', (namespace) => {
    expect(keysOf(catalogue(code, namespace) ?? {})).toEqual(keysOf(catalogue('en', namespace) ?? {}))
  })

  it.each(namespaces)('has all plural forms of the language in %s', (namespace) => {
    const keys = new Set(flatten(catalogue(code, namespace) ?? {}).map(([key]) => key))
    const plurals = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''))
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories
    const missing = plurals.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key))
    expect(missing).toEqual([])
  })

  it.each(namespaces)('uses the same variables and tags as English in %s', (namespace) => {
    const english = new Map(flatten(catalogue('en', namespace) ?? {}))
    for (const [key, text] of flatten(catalogue(code, namespace) ?? {})) {
      const source = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? ''
      expect([...new Set(tagsOf(text))].toSorted(), key).toEqual([...new Set(tagsOf(source))].toSorted())
      const extra = variablesOf(text).filter((name) => name !== 'count' && !variablesOf(source).includes(name))
      expect(extra, key).toEqual([])
    }
  })
})

describe('French typography', () => {
  it('has no-break spaces before punctuation, and curved apostrophes', () => {
    const french = namespaces.flatMap((namespace) => flatten(catalogue('fr', namespace) ?? {}))
    const wrong = french.filter(([, text]) => / [;!?:»]|« |'/.test(text.replaceAll(/{{.*?}}/g, 'x')))
    expect(wrong).toEqual([])
  })
})

/** Idioms and second names for one thing: what translators cannot render, and what other software says in another way. */
const BANNED: Record<string, readonly RegExp[]> = {
  en: [
    /\bmeanwhile\b/i,
    /\b(?:go|goes|going) on\b/i,
    /\bwrite (?:your|a|the)\b/i, // enter
    /\bthose who (?:run|host|may)\b/i, // the server administrator
    /\bon (?:its|the|their) way\b/i,
    /\bfor good\b|\bfor ever\b|\bno way back\b/i, // permanently
    /\b(?:some|any|every)body\b/i, // someone
    /\bany ?more\b/i, // no longer
    /\bfaults?\b/i, // error, problem
    /\ball the same\b/i, // anyway
    /\bout of (?:your|their) reach\b/i,
    /\bturn round\b|\blooked for\b|\blooking whether\b/i,
    /\b(?:you|they|who|and|people) may (?:not|do|view|see|change|submit|add|edit)\b/i, // can: "may" also means perhaps
    /\b(?:not|be|and|is|was|as the server) (?:kept|keeps)\b/i, // saved
    /\bsum up\b|\bfigures\b/i,
  ],
  fr: [/\ben route\b/i, /prenez soin/i, /\ben chemin\b/i, /une panne\b/i, /\bquand vous fermez ceci\b/i],
}

describe.each(Object.entries(BANNED))('the texts in %s', (code, patterns) => {
  it.each(namespaces)('have none of the phrases that confuse readers and translators, in %s', (namespace) => {
    const texts = flatten(catalogue(code, namespace) ?? {})
    expect(texts.filter(([, text]) => patterns.some((pattern) => pattern.test(text)))).toEqual([])
  })

  it.each(namespaces)('are not bare numbers, in %s', (namespace) => {
    const texts = flatten(catalogue(code, namespace) ?? {})
    expect(texts.filter(([, text]) => /^{{\s*\w+(?:, number)?\s*}}$/.test(text))).toEqual([])
  })
})
