import { describe, expect, it } from 'vitest'
import { foldText, matchesSearch } from './fold-text.ts'

const alike = (a: string, b: string, locale = 'en-GB') => foldText(a, locale) === foldText(b, locale)

describe('foldText', () => {
  it.each([
    ['ÉCOLE', 'école'],
    ['Ecole', 'École'],
    ['Lœtitia', 'loetitia'],
    ['STRASSE', 'straße'],
    ['Þórshöfn', 'þorshofn'],
    ['Łódź', 'lodz'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['أحمد', 'احمد'],
    ['مدرسة', 'مدرسه'],
    ['علي', 'على'],
    ['کابل', 'كابل'],
    ['٣٥', '35'],
    ['۳۵', '35'],
    ['12 345', '12 345'],
    ['two\n lines', 'Two lines'],
    ['\u2068TN-04\u2069', 'tn-04'],
  ])('folds %s and %s alike', (a, b) => {
    expect(alike(a, b)).toBe(true)
  })

  it.each([
    ['sale', 'salle'],
    ['كتب', 'كتاب'],
    ['की', 'का'],
    ['1', '7'],
  ])('folds %s and %s differently', (a, b) => {
    expect(alike(a, b)).toBe(false)
  })

  it('folds the case by the rules of the locale', () => {
    expect(alike('I', 'i', 'en-GB')).toBe(true)
    expect(foldText('DIŞ', 'tr')).toBe(foldText('dış', 'tr'))
  })

  it('folds Latin and Arabic letters alike if Intl.Collator does', () => {
    const collator = new Intl.Collator('en', { sensitivity: 'base', usage: 'search' })
    const letters = [
      ...Array.from({ length: 0x180 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at)),
      ...Array.from({ length: 0x64b - 0x620 }, (_, at) => String.fromCodePoint(0x620 + at)),
    ]
    const plain = [
      ...Array.from('abcdefghijklmnopqrstuvwxyz'),
      'ae',
      'oe',
      'ss',
      ...Array.from('ابتةثجحخدذرزسشصضطظعغفقكلمنهوىي'),
    ]
    const missed = letters.flatMap((letter) =>
      plain.filter((other) => collator.compare(letter, other) === 0 && !alike(letter, other)).map((o) => letter + o),
    )
    expect(missed).toEqual(['Ŀl', 'ŀl']) // l with middle dot, which is obsolete
  })
})

describe('matchesSearch', () => {
  it.each([
    ['water source', ['Source of water']],
    ['ecole', ['École primaire', 'School']],
    ['مدرسه', ['مدرسة']],
    ['على', ['علي']],
    ['35', ['٣٥']],
    ['', ['anything']],
    ['  two  words ', ['words', null, 'two']],
  ])('“%s” matches %j', (search, texts) => {
    expect(matchesSearch(texts, search, 'en-GB')).toBe(true)
  })

  it('requires every word of the search', () => {
    expect(matchesSearch(['Source of water'], 'water tank', 'en-GB')).toBe(false)
  })
})
