import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chunkGroups } from './chunk-groups.ts'
import { root } from './project.ts'

const sources = globSync('src/**/*.{ts,tsx,css}', { cwd: root })

/** The names that a pattern lists between `|`, each of which must be a file's. */
const alternatives = ({ source }: RegExp) => [...source.matchAll(/[A-Za-z-]{4,}/g)].map(([name]) => name)

it.each(chunkGroups.filter(({ test }) => !test.source.includes('node_modules')))('$name has files', ({ test }) => {
  const matching = sources.filter((file) => test.test(file))
  expect(matching).not.toEqual([])
  const unknown = alternatives(test).filter((name) => !matching.some((file) => file.includes(name)))
  expect(unknown).toEqual([])
})

it('names packages that are installed', () => {
  for (const name of ['@tabler/icons-react', '@mantine/hooks'])
    expect(existsSync(join(root, 'node_modules', name))).toBe(true)
})
