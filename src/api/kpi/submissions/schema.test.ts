import { expect, it } from 'vitest'
import { Submission } from './schema.ts'

it('reads fields of another type as absent', () => {
  const unexpected = {
    _id: 1,
    _uuid: 'u',
    _submission_time: 7,
    _submitted_by: ['ann'],
    _attachments: [null, { uid: 'attA', download_url: 'https://kf.example.org/a', question_xpath: null }],
  }
  expect(Submission.parse(unexpected)).toMatchObject({
    _submission_time: undefined,
    _submitted_by: undefined,
    _attachments: [{ uid: 'attA', download_url: 'https://kf.example.org/a', mimetype: '', question_xpath: '' }],
  })
})
