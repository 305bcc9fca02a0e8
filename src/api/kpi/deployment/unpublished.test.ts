import { describe, expect, it } from 'vitest'
import { isAllPublished, type Running, unpublishedOf } from './unpublished.ts'

const version = (uid: string, hash: string) => ({
  uid,
  content_hash: hash,
  date_deployed: '2026-11-01T00:00:00Z',
  version_number: '1',
})
const asset = (newest: string, hash: string, name = 'Survey') => ({
  name,
  version_id: newest,
  deployed_version_id: 'v1',
  version__content_hash: hash,
  deployed_versions: { count: 1, results: [version('v1', 'one')] },
})
const PUBLISHED = asset('v1', 'one')
const RENAMED = asset('v2', 'one')
const CHANGED = asset('v2', 'two')
const NOTHING = { questions: false, formerName: null, files: [], unread: [] }
const running = (title = 'Survey', files: Running['files'] = { running: [], saved: [] }): Running => ({
  form: { title },
  files,
})
const saved = (filename: string, hash: string, url?: string) => ({
  metadata: { filename, hash, mimetype: undefined, redirect_url: url },
})

describe('unpublishedOf', () => {
  it('is nothing where the version, the name and the files are those of the running form', () => {
    expect(unpublishedOf(PUBLISHED, running())).toEqual(NOTHING)
    expect(isAllPublished(unpublishedOf(PUBLISHED, running()))).toBe(true)
    // The name is a text of XML; and each rename makes a version.
    expect(unpublishedOf(RENAMED, running(' Survey\n'))).toEqual(NOTHING)
    expect(unpublishedOf(PUBLISHED, running('Otherwise'))).toEqual(NOTHING)
  })

  it('tells a new name from new questions, and both at once', () => {
    expect(unpublishedOf(RENAMED, running('Old name'))).toEqual({ ...NOTHING, formerName: { text: 'Old name' } })
    expect(unpublishedOf(CHANGED, running())).toEqual({ ...NOTHING, questions: true })
    expect(unpublishedOf(CHANGED, running('Old name'))).toEqual({
      ...NOTHING,
      questions: true,
      formerName: { text: 'Old name' },
    })
  })

  it('compares files by name and hash [2285, 2287]', () => {
    const files = {
      running: [
        { filename: 'same.csv', hash: 'md5:1' },
        { filename: 'replaced.csv', hash: 'md5:2' },
        { filename: 'removed.png', hash: 'md5:3' },
        { filename: 'far.png', hash: 'md5:of the content' },
        { filename: 'connected.xml', hash: 'md5:4' },
      ],
      saved: [
        saved('same.csv', 'md5:1'),
        saved('replaced.csv', 'md5:9'),
        saved('added.csv', 'md5:5'),
        saved('far.png', 'md5:6-url', 'https://example.org/far.png'),
      ],
    }
    expect(unpublishedOf(PUBLISHED, running('Survey', files)).files).toEqual([
      { filename: 'replaced.csv', change: 'replaced' },
      { filename: 'added.csv', change: 'added' },
      { filename: 'removed.png', change: 'removed' },
    ])
  })

  it('says what could not be compared instead of guessing', () => {
    const unread: Running = { form: null, files: null }
    expect(unpublishedOf(PUBLISHED, unread)).toEqual({ ...NOTHING, unread: ['files'] })
    expect(isAllPublished(unpublishedOf(PUBLISHED, unread))).toBe(false)
    expect(unpublishedOf(CHANGED, unread)).toEqual({ ...NOTHING, questions: true, unread: ['name', 'files'] })
    expect(unpublishedOf(RENAMED, unread)).toEqual({ ...NOTHING, formerName: { text: null }, unread: ['files'] })
  })
})
