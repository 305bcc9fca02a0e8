import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chunkGroups, chunkModules, chunkTexts, textsChunk } from './chunk-groups.ts'
import { root } from './project.ts'

// What the bundler adds has no file.
const files = Object.values(chunkModules)
  .flat()
  .filter((path) => /^(src|node_modules)\//.test(path))

it.each(files)('%s is there', (path) => expect(existsSync(join(root, path))).toBe(true))

it('names catalogues that are there', () => {
  const namespaces = readdirSync(join(root, 'src/i18n/locales/en')).map((file) => file.replace('.json', ''))
  expect(namespaces).toEqual(expect.arrayContaining(Object.values(chunkTexts).flat()))
})

it('puts the texts of a page together, by language', () => {
  expect(textsChunk('/app/src/i18n/locales/fr/projects.json')).toBe('fr-first')
  expect(textsChunk('C:\\app\\src\\i18n\\locales\\en\\common.json')).toBe('en-first')
  expect(textsChunk('/app/src/i18n/locales/en/project-list.json')).toBe('en-after')
  expect(textsChunk('/app/src/i18n/locales/en/no-such.json')).toBeNull()
})

it('takes the modules of a chunk by their path, on Windows too', () => {
  const start = chunkGroups.find(({ name }) => name === 'start')
  expect(start?.test('/app/src/main.tsx')).toBe(true)
  expect(start?.test('C:\\app\\src\\main.tsx')).toBe(true)
  expect(start?.test('/app/src/early.ts')).toBe(false)
})
