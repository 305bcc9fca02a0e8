import { describe, expect, it } from 'vitest'
import { InvalidPathError, parsePath, withAnswer } from './answer-paths.ts'

const answers = {
  'household/region': 'south',
  member: [
    { 'member/member_name': 'M1', 'member/member_age': '1' },
    { 'member/member_name': 'N2', 'member/member_age': '3', 'member/pet': [{ 'member/pet/kind': 'goat' }] },
  ],
}
const memberAfter = (path: string, text: string) => withAnswer(answers, path, text)['member']

describe('withAnswer', () => {
  it('writes into the entry at a position, counted from 1 [2120, 2121]', () => {
    expect(memberAfter('member[2]/member_name', 'Corrected')).toEqual([
      answers.member[0],
      { ...answers.member[1], 'member/member_name': 'Corrected' },
    ])
  })

  it('writes into the entry that matches a condition [2123]', () => {
    expect(memberAfter("member[member_name='N2']/member_age", '44')).toMatchObject([
      { 'member/member_age': '1' },
      { 'member/member_age': '44' },
    ])
  })

  it('writes into the first entry if the path has no position [2122]', () => {
    expect(memberAfter('member/member_name', 'First')).toMatchObject([
      { 'member/member_name': 'First' },
      { 'member/member_name': 'N2' },
    ])
  })

  it('writes into nested repeats', () => {
    expect(memberAfter('member[2]/pet[1]/kind', 'sheep')).toMatchObject([
      {},
      { 'member/pet': [{ 'member/pet/kind': 'sheep' }] },
    ])
  })

  it('adds missing answers, in groups and entries [2135]', () => {
    expect(withAnswer(answers, 'grp/inner', 'x')).toEqual({ ...answers, 'grp/inner': 'x' })
    expect(memberAfter('member[1]/person_name', 'copied')).toMatchObject([{ 'member/person_name': 'copied' }, {}])
  })

  it('removes an answer if the text is empty [2126]', () => {
    expect(withAnswer(answers, 'household[1]/region', '')).toEqual({ member: answers.member })
  })

  it('does not change its input', () => {
    memberAfter('member[1]/member_name', 'Other')
    expect(answers.member[0]?.['member/member_name']).toBe('M1')
  })

  it.each([
    'member[3]/member_name',
    "member[member_name='X']/member_age",
    'household[2]/region',
    'pets[1]/kind',
    'member',
  ])('throws for %s: there is no such entry [2124]', (path) => {
    expect(() => withAnswer(answers, path, 'x')).toThrow(InvalidPathError)
  })

  it.each(['bad name', '1st', 'a//b', 'a[b', '', 'a[0'])('throws for %j: it is not a path [2127]', (path) => {
    expect(() => parsePath(path)).toThrow(InvalidPathError)
  })

  it('accepts names in any script', () => {
    expect(withAnswer({}, 'سؤال/é-1.2', 'x')).toEqual({ 'سؤال/é-1.2': 'x' })
  })
})
