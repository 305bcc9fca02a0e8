import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './project.ts'

const SHEETS = join(root, 'node_modules/@mantine/core/styles')

const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }))

const styles = sources.find(({ file }) => file === join('src', 'ui', 'styles.ts'))?.code ?? ''

const importsSheet = (code: string, component: string) =>
  code.includes(`'@mantine/core/styles/${component}.layer.css'`) ||
  code.includes(`'@mantine/core/styles/${component}.css'`)

/** Components that a file imports from Mantine, types left out. */
const componentsOf = (code: string) =>
  [...code.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]\w*$/.test(name))

const hasSheet = (component: string) => existsSync(join(SHEETS, `${component}.layer.css`))

const used = sources.flatMap(({ file, code }) =>
  componentsOf(code)
    .filter(hasSheet)
    .map((component) => ({ file, component, code })),
)

describe('Mantine’s style sheets', () => {
  it('are imported for each used component, in styles.ts or in the file that uses it', () => {
    const without = used.filter(
      ({ component, code }) => !importsSheet(styles, component) && !importsSheet(code, component),
    )
    expect(without.map(({ file, component }) => `${file}: ${component}`)).toEqual([])
  })

  it('exist for each import', () => {
    const named = sources.flatMap(({ code }) => [
      ...code.matchAll(/'@mantine\/core\/styles\/([\w-]+)(?:\.layer)?\.css'/g),
    ])
    expect(named.map(([, sheet = '']) => sheet).filter((sheet) => !hasSheet(sheet))).toEqual([])
    expect(used.length).toBeGreaterThan(50)
  })
})
