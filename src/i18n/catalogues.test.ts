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
  it.each(namespaces)('says all that %s says in English', (namespace) => {
    expect(keysOf(catalogue(code, namespace) ?? {})).toEqual(keysOf(catalogue('en', namespace) ?? {}))
  })

  it.each(namespaces)('has every plural form of the language in %s', (namespace) => {
    const keys = new Set(flatten(catalogue(code, namespace) ?? {}).map(([key]) => key))
    const plurals = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''))
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories
    const missing = plurals.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !keys.has(key))
    expect(missing).toEqual([])
  })

  it.each(namespaces)('fills in the same values and tags as English in %s', (namespace) => {
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
  it('keeps punctuation with its word, and uses the curved apostrophe', () => {
    const french = namespaces.flatMap((namespace) => flatten(catalogue('fr', namespace) ?? {}))
    const wrong = french.filter(([, text]) => / [;!?:»]|« |'/.test(text.replaceAll(/{{.*?}}/g, 'x')))
    expect(wrong).toEqual([])
  })
})
