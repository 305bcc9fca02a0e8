import { describe, expect, it } from 'vitest'
import { toQuery } from './project-search.ts'

const search = (text: string) => toQuery({ text, status: 'all' })
/** The conditions on the name. */
const byName = (text: string) => search(text).match(/(?<!\w)name__i\w+:(?:"[^"]*"|'[^']*'|\\)/g)

describe('toQuery', () => {
  it('asks for projects only', () => {
    expect(search('')).toBe('asset_type:survey')
    expect(search('  ')).toBe('asset_type:survey')
  })

  it('narrows to a state', () => {
    expect(toQuery({ text: '', status: 'archived' })).toBe('asset_type:survey AND _deployment_status:archived')
  })

  it('looks for a word by field: name, owner, tags, description, sector and country', () => {
    expect(search('turkana')).toBe(
      'asset_type:survey AND (name__icontains:"turkana" OR owner__username__icontains:"turkana" OR ' +
        'settings__description__icontains:"turkana" OR settings__sector__label__icontains:"turkana" OR ' +
        'tags__name__icontains:"turkana" OR settings__country__icontains:"turkana")',
    )
  })

  it('looks for a project by its whole identifier', () => {
    expect(search('aLvRjPmjPeCAeGN7n7YLjy')).toContain(' OR uid:"aLvRjPmjPeCAeGN7n7YLjy")')
    expect(search('aLvRjPmjPeCAeGN7n7YLj')).not.toContain('uid')
  })

  it('looks for every word, however short', () => {
    expect(byName(' Small project  3 ')).toEqual([
      'name__icontains:"Small"',
      'name__icontains:"project"',
      'name__icontains:"3"',
    ])
  })

  it('looks in the labels of countries for what their list has by itself', () => {
    for (const word of ['label', 'Value', 'a', ','])
      expect(search(word)).toContain(`settings__country__0__label__icontains:"${word}"`)
    expect(search('label')).not.toContain('settings__country__icontains')
  })

  it('looks for operators, colons and brackets, and does not obey them', () => {
    expect(byName('NOT owner:bob (x) OR')).toEqual([
      'name__icontains:"NOT"',
      'name__icontains:"owner:bob"',
      'name__icontains:"(x)"',
      'name__icontains:"OR"',
    ])
  })

  it('looks for quotes and backslashes, which end no value', () => {
    expect(byName("d'eau a\\b \\c")).toEqual([
      `name__icontains:"d'eau"`,
      'name__icontains:"a\\b"',
      'name__icontains:"\\c"',
    ])
    expect(search('5" ')).toContain('(name__iregex:"[5]\\"" OR ')
    expect(search('"')).toContain('(name__iregex:"\\"" OR ')
    expect(search(`x"y'z`)).toContain(`(name__iregex:"[x]\\"y\\'z" OR `)
    expect(search('c\\')).toContain('(name__iregex:"[c]\\\\" OR ')
    expect(search('\\')).toContain('(name__iregex:"\\\\" OR ')
  })

  it('looks for numbers as they are written', () => {
    expect(byName('2026 007 1.50')).toEqual([
      'name__icontains:"2026"',
      'name__icontains:"007"',
      'name__icontains:"1.50"',
    ])
    expect(byName('1e3 ٣ null 1_000 -5')).toEqual([
      'name__iregex:"[1]e3"',
      'name__iregex:"[٣]"',
      'name__iregex:"[n]ull"',
      'name__iregex:"[1]\\_000"',
      'name__iregex:"\\-5"',
    ])
  })

  it('has no more conditions on tags than the server takes', () => {
    const query = search(Array.from({ length: 14 }, (_, index) => `w${index}`).join(' '))
    expect(query.split('tags__name__icontains').length - 1).toBe(10)
    expect(query).toContain('name__icontains:"w13"')
  })
})
