import { describe, expect, it } from 'vitest'
import { ALL_PROJECTS, type ProjectSearch, toQuery } from './project-search.ts'

const search = (text: string) => toQuery({ text, status: 'all' })
/** The conditions on the name. */
const byName = (text: string) => search(text).match(/(?<!\w)name__i\w+:(?:"[^"]*"|'[^']*'|\\)/g)

describe('toQuery', () => {
  it('matches projects only', () => {
    expect(search('')).toBe('asset_type:survey')
    expect(search('  ')).toBe('asset_type:survey')
  })

  it('filters by status', () => {
    expect(toQuery({ text: '', status: 'archived' })).toBe('asset_type:survey AND _deployment_status:archived')
  })

  it('searches a word in name, owner, tags, description, sector and country', () => {
    expect(search('turkana')).toBe(
      'asset_type:survey AND (name__icontains:"turkana" OR owner__username__icontains:"turkana" OR ' +
        'settings__description__icontains:"turkana" OR settings__sector__label__icontains:"turkana" OR ' +
        'tags__name__icontains:"turkana" OR settings__country__icontains:"turkana")',
    )
  })

  it('searches a complete asset uid', () => {
    expect(search('aLvRjPmjPeCAeGN7n7YLjy')).toContain(' OR uid:"aLvRjPmjPeCAeGN7n7YLjy")')
    expect(search('aLvRjPmjPeCAeGN7n7YLj')).not.toContain('uid')
  })

  it('searches each word, also short ones', () => {
    expect(byName(' Small project  3 ')).toEqual([
      'name__icontains:"Small"',
      'name__icontains:"project"',
      'name__icontains:"3"',
    ])
  })

  it('searches words that are part of the JSON syntax in the labels of countries', () => {
    for (const word of ['label', 'Value', 'a', ','])
      expect(search(word)).toContain(`settings__country__0__label__icontains:"${word}"`)
    expect(search('label')).not.toContain('settings__country__icontains')
  })

  it('searches operators, colons and brackets as text', () => {
    expect(byName('NOT owner:bob (x) OR')).toEqual([
      'name__icontains:"NOT"',
      'name__icontains:"owner:bob"',
      'name__icontains:"(x)"',
      'name__icontains:"OR"',
    ])
  })

  it('searches quotes and backslashes as text', () => {
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

  it('searches numbers as typed', () => {
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

  it('has at most as many conditions on tags as the server accepts', () => {
    const query = search(Array.from({ length: 14 }, (_, index) => `w${index}`).join(' '))
    expect(query.split('tags__name__icontains').length - 1).toBe(10)
    expect(query).toContain('name__icontains:"w13"')
  })
})

describe('the filters in `q`', () => {
  const conditions = (filters: Partial<ProjectSearch>, now?: Date) =>
    toQuery({ ...ALL_PROJECTS, ...filters }, now)
      .split(' AND ')
      .slice(1)

  it('are joined by AND, several values of one by OR', () => {
    expect(conditions({ status: 'draft', countries: ['KEN', 'SOM'], owner: 'amina' })).toEqual([
      '_deployment_status:draft',
      'owner__username__iexact:"amina"',
      '(settings__country_codes__icontains:"KEN" OR settings__country_codes__icontains:"SOM")',
    ])
    expect(conditions({ owner: '-amina' })).toEqual(['NOT owner__username__iexact:"amina"'])
    expect(conditions({ questions: { from: 0, to: 20 } })).toEqual(['summary__row_count__lt:21'])
    expect(conditions({ questions: { from: 10 } })).toEqual(['summary__row_count__gt:9'])
  })

  it('compare days of this device as moments in UTC', () => {
    expect(conditions({ modified: { from: '2026-09-01', to: '2026-09-30' } })).toEqual([
      `date_modified__gte:"${new Date(2026, 8, 1).toISOString()}"`,
      `date_modified__lt:"${new Date(2026, 9, 1).toISOString()}"`,
    ])
    expect(conditions({ deployed: { last: 7 } }, new Date(2026, 8, 3, 15))).toEqual([
      `date_deployed__gte:"${new Date(2026, 7, 28).toISOString()}"`,
    ])
  })

  it('have whole tags and sectors, whatever they look like', () => {
    expect(conditions({ tags: ['round 1'] })).toEqual(['tags__name__iexact:"round 1"'])
    expect(conditions({ tags: ['2026'] })).toEqual(['tags__name__iregex:"^2026$"'])
    expect(conditions({ tags: ['5" (a|b)'] })).toEqual(['tags__name__iregex:"^5\\" \\(a\\|b\\)$"'])
    expect(conditions({ sectors: ['Humanitarian - Water & Hygiene'] })).toEqual([
      'settings__sector__value__iexact:"Humanitarian - Water & Hygiene"',
    ])
  })

  it('leave fewer conditions on tags to the words', () => {
    const query = toQuery({ ...ALL_PROJECTS, text: 'a b c d e f g h i j k', tags: ['x', 'y', 'z'] })
    expect(query.split('tags__name').length - 1).toBe(10)
  })
})
