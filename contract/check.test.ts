import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkFolder, formatReport } from './check.ts'
import { readShapes } from './recorded-shapes.ts'
import { readFolder } from './recordings.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'recordings-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const writeRecording = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))

const exchange = (path: string, status: number, body: unknown) => ({
  request: { method: 'GET', path, query: null, headers: { accept: 'application/json' }, body: null },
  response: { status, headers: { 'content-type': 'application/json' }, body },
})

async function check() {
  const { recordings, unreadable } = readFolder(folder)
  return checkFolder(recordings, unreadable, readShapes())
}

it('checkFolder checks and counts new recordings', async () => {
  writeRecording(
    '9001-tags.json',
    exchange('/api/v2/tags/', 200, { count: 1, results: [{ uid: 'tX', name: 'wash', more: 1 }] }),
  )
  writeRecording('9002-gone.json', exchange('/api/v2/assets/aGoneGoneGone/', 404, { detail: 'Not found.' }))
  writeRecording('9003-other.json', exchange('/o/applications/', 200, '<html>'))
  writeRecording('NOTES.md', 'none of them')
  const report = await check()
  expect(report).toMatchObject({ files: 3, inScope: 2, parsed: 1, refused: 1, failures: [] })
  expect([...report.notCovered.values()]).toEqual([1])
})

it('checkFolder reports each failed file with the reason, and continues', async () => {
  writeRecording('9001-broken.json', '{"request": ')
  writeRecording('9002-nothing.json', [])
  mkdirSync(join(folder, '9003-folder.json'))
  writeRecording('9004-tags.json', exchange('/api/v2/tags/', 200, { count: 1, results: [{ name: 'wash' }] }))
  writeRecording('9005-me.json', exchange('/me/', 401, { detail: 'Invalid token.' }))
  writeRecording('9006-no-status.json', exchange('/me/', 999, { detail: 'No such status.' }))
  const report = await check()
  expect(report).toMatchObject({ files: 6, inScope: 3, parsed: 0, refused: 1 })
  expect(report.failures.map(({ name }) => name)).toEqual([
    '9001-broken',
    '9002-nothing',
    '9003-folder',
    '9004-tags',
    '9006-no-status',
  ])
  expect(formatReport(report)).toMatch(/✗ 9004-tags: .*uid/)
})

it('checkFolder compares the demo with the recordings', async () => {
  writeRecording('0111-me.json', { ...exchange('/me/', 403, { detail: 'Something else.' }) })
  const report = await check()
  expect(report.demo).toEqual({ compared: 1, equal: 0 })
  expect(formatReport(report)).toContain('✗ 0111-me: demo: status 401, recorded 403')
})
