import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { isBuildStale } from './production-build.ts'

describe('a production build', () => {
  let project: string
  const longAgo = new Date('2026-01-01')

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'build-'))
    for (const folder of ['src/app', 'dist']) mkdirSync(join(project, folder), { recursive: true })
    for (const file of ['src/app/App.tsx', 'src/main.tsx', 'index.html', 'dist/index.html']) {
      writeFileSync(join(project, file), '')
    }
    for (const path of ['src/app/App.tsx', 'src/main.tsx', 'src/app', 'src', 'index.html']) {
      utimesSync(join(project, path), longAgo, longAgo)
    }
  })

  it('is up to date if nothing changed since', () => expect(isBuildStale(project)).toBe(false))

  it('is stale if it does not exist', () => {
    rmSync(join(project, 'dist'), { recursive: true })
    expect(isBuildStale(project)).toBe(true)
  })

  it('is stale if a source changed', () => {
    const later = new Date(Date.now() + 60_000)
    utimesSync(join(project, 'src/app/App.tsx'), later, later)
    expect(isBuildStale(project)).toBe(true)
  })

  it('is stale if a source was removed', () => {
    utimesSync(join(project, 'dist/index.html'), new Date('2026-02-01'), new Date('2026-02-01'))
    expect(isBuildStale(project)).toBe(false)
    rmSync(join(project, 'src/app/App.tsx'))
    expect(isBuildStale(project)).toBe(true)
  })
})
