import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './project.ts'

const guide = readFileSync(join(root, 'docs/security.md'), 'utf8')

describe('docs/security.md', () => {
  it('names only existing files', () => {
    const named = [...guide.matchAll(/`([\w./-]+\.(?:ts|tsx|md|json))`/g)].map(([, path = '']) => path)
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((path) => path !== 'config.json' && !existsSync(join(root, path)))).toEqual([])
  })

  it('has a valid state for each requirement, and each requirement once', () => {
    const rows = [...guide.matchAll(/^\| (\d[\d., ()L]+?) *\|([^|]+)\| ([\w ]+?) *\| (.+?) *\|$/gm)]
    expect(rows.length).toBeGreaterThan(40)
    const states = new Set(rows.map(([, , , state]) => state))
    expect([...states].filter((state) => !['deviation', 'met', 'not met', 'not yet'].includes(state ?? ''))).toEqual([])
    const numbers = rows.flatMap(([, them = '']) => them.match(/\d+\.\d+\.\d+/g) ?? [])
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
