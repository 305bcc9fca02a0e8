import { describe, expect, it } from 'vitest'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { answerOf, attachmentOf, chosenOf, entriesOf, pointCount, pointOf, timeOf } from './values.ts'

describe('answerOf', () => {
  it('takes an empty text for no answer, and keeps a zero', () => {
    expect(answerOf({ a: '' }, 'a')).toBeNull()
    expect(answerOf({}, 'a')).toBeNull()
    expect(answerOf({ a: '0' }, 'a')).toBe('0')
    expect(answerOf({ a: 0 }, 'a')).toBe('0')
  })
})

describe('entriesOf', () => {
  it('reads the entries of a repeat group, and none of anything else', () => {
    expect(entriesOf({ member: [{ 'member/name': 'A' }, null] }, 'member')).toEqual([{ 'member/name': 'A' }])
    expect(entriesOf({ member: '3' }, 'member')).toEqual([])
  })
})

describe('placeOf', () => {
  it('keeps every digit as it was sent', () => {
    expect(pointOf('3.1190 35.5973 512.0 4.7')).toEqual({ latitude: '3.1190', longitude: '35.5973', accuracy: 5 })
  })

  it('does not know an accuracy that is not there, or zero', () => {
    expect(pointOf('-11.2 27.6')?.accuracy).toBeNull()
    expect(pointOf('-11.2 27.6 0 0')?.accuracy).toBeNull()
  })

  it('is none for a text that is no place', () => {
    expect(pointOf('near the well')).toBeNull()
    expect(pointOf('3.1')).toBeNull()
  })
})

it('counts the points of a line', () => {
  expect(pointCount('1 2 0 0; 3 4 0 0;5 6;')).toBe(3)
})

it('shows a time of day as it was on the device', () => {
  expect(timeOf('08:30:00.000+03:00')).toBe('08:30')
  expect(timeOf('soon')).toBe('soon')
})

it('reads several choices', () => {
  expect(chosenOf('rain tap ')).toEqual(['rain', 'tap'])
})

describe('attachmentOf', () => {
  const attachment = (question_xpath: string, media_file_basename: string) => ({
    uid: `att${question_xpath}`,
    download_url: 'https://kf.example.org/file/',
    mimetype: 'image/jpeg',
    filename: `alice/attachments/${media_file_basename}`,
    media_file_basename,
    question_xpath,
  })
  const submission = Submission.parse({
    _id: 1,
    _uuid: 'u',
    _attachments: [attachment('member[1]/photo', 'a.jpg'), attachment('member[2]/photo', 'b.jpg')],
  })

  it('finds the file of an entry in a repeat group', () => {
    expect(attachmentOf(submission, 'member/photo', 'b.jpg')?.uid).toBe('attmember[2]/photo')
  })

  it('finds it by its name where the server does not say which question it belongs to', () => {
    const odd = Submission.parse({
      _id: 1,
      _uuid: 'u',
      _attachments: [{ ...attachment('', 'a.jpg'), question_xpath: null }],
    })
    expect(attachmentOf(odd, 'member/photo', 'a.jpg')?.uid).toBe('att')
    expect(attachmentOf(odd, 'member/photo', 'b.jpg')).toBeNull()
  })

  it('finds none where the file has not arrived', () => {
    expect(attachmentOf(submission, 'member/photo', 'c.jpg')).toBeNull()
    expect(attachmentOf(submission, 'photo', 'a.jpg')).toBeNull()
  })
})
