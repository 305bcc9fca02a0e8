import { describe, expect, it } from 'vitest'
import { parseSearch, SearchSyntaxError } from './search-syntax.ts'

const word = (text: string) => ({ kind: 'word', text })
const field = (name: string, text: string) => ({ kind: 'field', name, text })

describe('parseSearch', () => {
  it.each([
    ['household', word('household')],
    ['"Household survey"', word('Household survey')],
    ['asset_type:survey', field('asset_type', 'survey')],
    ['name__icontains:"two words"', field('name__icontains', 'two words')],
    [`name__icontains:'5"'`, field('name__icontains', '5"')],
    ['"a\\b"', word('a\\b')],
    ['d"eau', word('d"eau')],
    ['settings__country__0__label__icontains:ken', field('settings__country__0__label__icontains', 'ken')],
    ['NOT asset_type:block', { kind: 'not', term: field('asset_type', 'block') }],
    ['one two', { kind: 'and', terms: [word('one'), word('two')] }],
    [
      'one OR two AND three',
      { kind: 'or', terms: [word('one'), { kind: 'and', terms: [word('two'), word('three')] }] },
    ],
    ['(one OR two) three', { kind: 'and', terms: [{ kind: 'or', terms: [word('one'), word('two')] }, word('three')] }],
    ['استبيان AND x:1', { kind: 'and', terms: [word('استبيان'), field('x', '1')] }],
  ])('%s', (text, expected) => {
    expect(parseSearch(text)).toEqual(expected)
  })

  it.each(['asset_type:(survey', 'one AND', '(one', ') one', 'NOT', '"a"b', 'a:b:c'])('throws for %s', (text) => {
    expect(() => parseSearch(text)).toThrow(SearchSyntaxError)
  })
})
