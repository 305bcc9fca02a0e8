import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkFolder, inLines } from './check.ts'
import { readLessons } from './lessons.ts'
import { readFolder } from './recordings.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'recordings-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))

const exchange = (path: string, status: number, body: unknown) => ({
  request: { method: 'GET', path, query: null, headers: { accept: 'application/json' }, body: null },
  response: { status, headers: { 'content-type': 'application/json' }, body },
})

async function check() {
  const { recordings, unreadable } = readFolder(folder)
  return checkFolder(recordings, unreadable, readLessons())
}

it('reads recordings that it has never seen, and counts them', async () => {
  put('9001-tags.json', exchange('/api/v2/tags/', 200, { count: 1, results: [{ uid: 'tX', name: 'wash', more: 1 }] }))
  put('9002-gone.json', exchange('/api/v2/assets/aGoneGoneGone/', 404, { detail: 'Not found.' }))
  put('9003-other.json', exchange('/o/applications/', 200, '<html>'))
  put('NOTES.md', 'none of them')
  const report = await check()
  expect(report).toMatchObject({ files: 3, inScope: 2, parsed: 1, refused: 1, failures: [] })
  expect([...report.notCovered.values()]).toEqual([1])
})

it('says of each file that fails why, and goes on', async () => {
  put('9001-broken.json', '{"request": ')
  put('9002-nothing.json', [])
  mkdirSync(join(folder, '9003-folder.json'))
  put('9004-tags.json', exchange('/api/v2/tags/', 200, { count: 1, results: [{ name: 'wash' }] }))
  put('9005-me.json', exchange('/me/', 401, { detail: 'Invalid token.' }))
  put('9006-no-status.json', exchange('/me/', 999, { detail: 'No such status.' }))
  const report = await check()
  expect(report).toMatchObject({ files: 6, inScope: 3, parsed: 0, refused: 1 })
  expect(report.failures.map(({ name }) => name)).toEqual([
    '9001-broken',
    '9002-nothing',
    '9003-folder',
    '9004-tags',
    '9006-no-status',
  ])
  expect(inLines(report)).toMatch(/✗ 9004-tags: .*uid/)
})

it('holds the demo to what is recorded', async () => {
  put('0111-me.json', { ...exchange('/me/', 403, { detail: 'Something else.' }) })
  const report = await check()
  expect(report.demo).toEqual({ played: 1, alike: 0 })
  expect(inLines(report)).toContain('✗ 0111-me: demo: status 401, recorded 403')
})
