import { expect, it } from 'vitest'
import { forbidLateModules, keyOf, withStaticImports } from './initial-files.ts'

const manifest = {
  'index.html': { file: 'index.js', imports: ['_react.js'], dynamicImports: ['src/demo/transport.ts'] },
  'src/projects.tsx': { file: 'projects.js', imports: ['_react.js', '_table.js'] },
  'src/demo/transport.ts': { file: 'demo.js' },
  '_react.js': { file: 'react.js' },
  '_table.js': { file: 'table.js', imports: ['_react.js'] },
}

it('withStaticImports returns all static imports, each chunk once', () => {
  const chunks = withStaticImports(manifest, ['index.html', 'src/projects.tsx'])
  expect(chunks.map(({ file }) => file)).toEqual(['index.js', 'react.js', 'projects.js', 'table.js'])
})

it('withStaticImports throws for a missing chunk', () => {
  expect(() => withStaticImports(manifest, ['src/gone.tsx'])).toThrow('no chunk for src/gone.tsx')
})

it('keyOf finds a chunk by its name, and throws if there is none', () => {
  const build = { '_start-1.js': { file: 'start-1.js', name: 'start' } }
  expect(keyOf(build, 'start')).toBe('_start-1.js')
  expect(() => keyOf(build, 'en-first')).toThrow('no chunk “en-first”')
})

it.each([
  ['the demo', '../../src/demo/seed/users.ts'],
  ['the demo', '../../node_modules/msw/lib/http.mjs'],
  ['the submissions table', '../../node_modules/@tanstack/react-virtual/dist/index.js'],
  ['a page of a project', '../../src/features/project/SubmissionsCard.tsx'],
  ['spreadsheet reading', '../../node_modules/@e965/xlsx/xlsx.mjs'],
])('throws if the first page loads %s', (what, source) => {
  expect(() => forbidLateModules('index.js', ['../../src/main.tsx', source])).toThrow(what)
})

it('accepts other modules', () => {
  const sources = ['../../src/app/demo-controls.ts', '../../node_modules/@tanstack/react-query/index.js']
  expect(() => forbidLateModules('index.js', sources)).not.toThrow()
})
