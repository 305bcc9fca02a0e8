import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './project.ts'

const sources = ['api', 'app', 'dataset', 'features'].flatMap((layer) =>
  readdirSync(join(root, 'src', layer), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map(({ parentPath, name }) => join(parentPath, name)),
)

it('The app never uses `assets/bulk/`: with an empty list it deletes every project of the account [2510]', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect(sources.filter((file) => /['`]api[^'`]*assets\/bulk/.test(readFileSync(file, 'utf8')))).toEqual([])
})
