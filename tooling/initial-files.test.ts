import { expect, it } from 'vitest'
import { refuseForbidden, requireRoots, withStaticImports } from './initial-files.ts'

const manifest = {
  'index.html': { file: 'index.js', imports: ['_react.js'], dynamicImports: ['src/demo/transport.ts'] },
  'src/projects.tsx': { file: 'projects.js', imports: ['_react.js', '_table.js'] },
  'src/demo/transport.ts': { file: 'demo.js' },
  '_react.js': { file: 'react.js' },
  '_table.js': { file: 'table.js', imports: ['_react.js'] },
}

it('finds what is imported statically, each chunk once', () => {
  const chunks = withStaticImports(manifest, ['index.html', 'src/projects.tsx'])
  expect(chunks.map(({ file }) => file)).toEqual(['index.js', 'react.js', 'projects.js', 'table.js'])
})

it('says which chunk is missing', () => {
  expect(() => withStaticImports(manifest, ['src/gone.tsx'])).toThrow('no chunk for src/gone.tsx')
})

it('finds a root that is part of a chunk with another name, and says which is nowhere', () => {
  const sources = ['../../src/app/routes/projects.tsx']
  expect(() => requireRoots(['index.html', 'src/app/routes/projects.tsx'], ['index.html'], sources)).not.toThrow()
  expect(() => requireRoots(['src/app/routes/gone.tsx'], ['index.html'], sources)).toThrow('routes/gone.tsx')
})

it.each([
  ['the demo', '../../src/demo/seed/users.ts'],
  ['the demo', '../../node_modules/msw/lib/http.mjs'],
  ['the submissions table', '../../node_modules/@tanstack/react-virtual/dist/index.js'],
  ['charts', '../../node_modules/recharts/es6/index.js'],
  ['spreadsheet reading', '../../node_modules/@e965/xlsx/xlsx.mjs'],
])('keeps %s out of what loads first', (what, source) => {
  expect(() => refuseForbidden('index.js', ['../../src/main.tsx', source])).toThrow(what)
})

it('lets the rest pass', () => {
  const sources = ['../../src/app/demo-controls.ts', '../../node_modules/@tanstack/react-query/index.js']
  expect(() => refuseForbidden('index.js', sources)).not.toThrow()
})
