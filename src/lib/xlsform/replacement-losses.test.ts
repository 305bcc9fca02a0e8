import { expect, it } from 'vitest'
import { replacementLosses } from './replacement-losses.ts'

const current = {
  survey: [
    { type: 'text', name: 'head', tags: ['hxl:#meta+head'], 'kobo--locking-profile': 'core' },
    { type: 'integer', $autoname: 'size', tags: ['hxl:#population'] },
    { type: 'text', name: 'note', tags: [] },
  ],
  settings: { 'kobo--lock_all': 'true', 'attribute::kobo:submitMessage': 'Thank you', style: 'pages' },
  'kobo--locking-profiles': [{ name: 'core', restriction: 'question_delete' }],
}

it('A form loses nothing by itself', () => expect(replacementLosses(current, current)).toEqual([]))

it('Locks, tags and messages that the file does not have are named', () => {
  const next = {
    survey: [
      { type: 'text', name: 'head' },
      { type: 'integer', name: 'size', tags: ['hxl:#population'] },
    ],
  }
  expect(replacementLosses(current, next)).toEqual([
    { kind: 'locking', names: ['core', 'head', 'kobo--lock_all'] },
    { kind: 'hxl', names: ['head'] },
    { kind: 'submitMessage', names: ['Thank you'] },
  ])
})

it('A message that changes is a loss of the former one', () => {
  const next = { ...current, settings: { ...current.settings, 'attribute::kobo:submitMessage': 'Bye' } }
  expect(replacementLosses(current, next)).toEqual([{ kind: 'submitMessage', names: ['Thank you'] }])
})
