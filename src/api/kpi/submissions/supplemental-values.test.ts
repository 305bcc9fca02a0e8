import { describe, expect, it } from 'vitest'
import { isFieldLoaded, readField, setLoadedFields } from '#/lib/loaded-fields.ts'
import { fieldsLoadedBy, namedFields } from './requested-fields.ts'
import { Submission, toJson } from './schema.ts'
import { supplementalValues } from './supplemental-values.ts'

const answer = (value: unknown, more = {}) => ({ value, type: 'qualText', labels: {}, ...more })
const choice = (uuid: string) => ({ uuid, labels: { _default: uuid } })
const valuesOf = (details: unknown) =>
  Object.fromEntries(
    Object.entries(supplementalValues(details)).map(([key, value]) => [
      key.replace('_supplementalDetails/', ''),
      value,
    ]),
  )

describe('supplementalValues', () => {
  it('reads answers to analysis questions as text, under the names of their columns', () => {
    const qual = {
      note: answer('Corrected by phone', { verified: false, source: 'manual' }),
      count: answer(0),
      mood: answer(choice('c1'), { verified: true, source: 'generated with AI' }),
      topics: answer([choice('c1'), choice('c2')]),
      tags: answer(['by phone', 'to check']),
    }
    expect(valuesOf({ 'hh/name': { qual } })).toEqual({
      'hh/name/note': 'Corrected by phone',
      'hh/name/note/verified': 'false',
      'hh/name/note/source': 'manual',
      'hh/name/count': '0',
      'hh/name/mood': 'c1',
      'hh/name/mood/verified': 'true',
      'hh/name/mood/source': 'automatic',
      'hh/name/topics': 'c1 c2',
      'hh/name/tags': 'by phone\nto check',
    })
  })

  it('reads a transcript under its own language, and each translation', () => {
    const transcript = { value: 'Hello', languageCode: 'en', regionCode: 'en-GB' }
    const translation = { fr: { value: 'Bonjour', languageCode: 'fr' }, 'pt-BR': { value: 'Olá' } }
    expect(valuesOf({ voice: { transcript, translation } })).toEqual({
      'voice/transcript_en': 'Hello',
      'voice/translation_fr': 'Bonjour',
      'voice/translation_pt': 'Olá',
    })
  })

  it('says that a text waits for review, which has no value until then', () => {
    const transcript = { value: '', languageCode: 'en', pendingReview: true }
    expect(valuesOf({ voice: { transcript } })).toEqual({ 'voice/transcript_en/pendingReview': 'true' })
  })

  it('has nothing for what was cleared', () => {
    const qual = { a: answer(''), b: answer(null), c: answer([]), d: answer({ labels: {} }, { verified: true }) }
    const transcript = { value: null, languageCode: 'en' }
    expect(valuesOf({ voice: { qual, transcript } })).toEqual({})
  })

  it.each([
    null,
    undefined,
    'text',
    5,
    [],
    [{}],
    { q: null },
    { q: [] },
    { q: { qual: [], transcript: 'x', translation: 5 } },
    { q: { qual: { u: null, v: 5, w: { value: {} }, x: { value: [null, {}, []] } }, translation: { fr: null } } },
    { q: { transcript: { value: 'x', languageCode: 5 }, unknown: { u: answer('x') } } },
    { __proto__: { qual: { u: answer('x') } } },
  ])('leaves out what it cannot read: %j', (details) => {
    expect(valuesOf(details)).toEqual({})
  })
})

describe('a submission', () => {
  const details = { 'hh/name': { qual: { note: answer('Corrected') } } }
  const submission = Submission.parse({ _id: 1, _uuid: 'u', _supplementalDetails: details })
  const key = '_supplementalDetails/hh/name/note'

  it('has each value under a key of its own', () => {
    expect(readField(submission, key)).toBe('Corrected')
  })

  it('has them loaded with whichever fields, and names none of them in a request', () => {
    const fields = ['hh/name', key]
    expect(namedFields(fields)).toEqual(['_id', '_validation_status', 'hh/name'])
    const row = setLoadedFields({ ...submission }, fieldsLoadedBy(['hh/name']))
    expect(readField(row, '_supplementalDetails/hh/name/other')).toBeUndefined()
    expect(isFieldLoaded(row, 'hh/age')).toBe(false)
  })

  it('is written as the server sent it', () => {
    const { _supplementalDetails: sent, ...others } = JSON.parse(toJson(submission)) as Record<string, unknown>
    expect(sent).toEqual(details)
    expect(Object.keys(others).filter((name) => name.startsWith('_supplemental'))).toEqual([])
  })
})
