import { describe, expect, it } from 'vitest'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { fileOf } from './system-fields.ts'

describe('fileOf', () => {
  const record = (question_xpath: string, media_file_basename: string) => ({
    download_url: `https://kf.example.org/${question_xpath}/`,
    mimetype: 'image/jpeg',
    filename: `alice/attachments/${media_file_basename}`,
    media_file_basename,
    question_xpath,
  })
  const row = Submission.parse({
    _id: 1,
    _uuid: 'u',
    _attachments: [record('member[1]/photo', 'a.jpg'), record('member[2]/photo', 'b.jpg')],
  })

  it('finds the file of an entry in a repeat group', () => {
    expect(fileOf(row, 'member/photo', 'b.jpg')?.url).toBe('https://kf.example.org/member[2]/photo/')
  })

  it('finds a file by its name if its question is unknown', () => {
    const unnamed = Submission.parse({
      _id: 1,
      _uuid: 'u',
      _attachments: [{ ...record('', 'a.jpg'), question_xpath: null }],
    })
    expect(fileOf(unnamed, 'member/photo', 'a.jpg')?.url).toBe('https://kf.example.org//')
    expect(fileOf(unnamed, 'member/photo', 'b.jpg')).toBeNull()
  })

  it('gives null if the file has not arrived', () => {
    expect(fileOf(row, 'member/photo', 'c.jpg')).toBeNull()
    expect(fileOf(row, 'photo', 'a.jpg')).toBeNull()
  })
})
