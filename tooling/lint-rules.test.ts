import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool } from './processes.ts'
import { root } from './project.ts'

/** Files with one violation each, and the message that the lint must report. */
const VIOLATIONS: Record<string, { code: string; said: RegExp }> = {
  'src/lib/layer.ts': { code: "import { x } from '#/api/client.ts'\n", said: /lib\/ may not import this/ },
  'src/api/upward.ts': { code: "import { x } from '#/dataset/model/columns.ts'\n", said: /api\/ may not import this/ },
  'src/dataset/model/room.ts': {
    code: "import { x } from '#/dataset/rows/use-rows.ts'\n",
    said: /dataset\/model\/ may not import this/,
  },
  'src/dataset/query/package.ts': {
    code: "import { x } from 'react'\n",
    said: /dataset\/query\/ does not use this package/,
  },
  'src/dataset/rows/server.ts': {
    code: "import { x } from '#/api/kpi/submissions/queries.ts'\n",
    said: /dataset\/rows\/ may not import this/,
  },
  'src/features/export/server.ts': {
    code: "import { x } from '#/api/kpi/assets/schema.ts'\n",
    said: /features\/export\/ may not import this/,
  },
  'src/features/table/find/source.ts': {
    code: "import { x } from '#/dataset/sources/kpi/kpi-source.ts'\n",
    said: /features\/table\/find\/ may not import this/,
  },
  'src/features/table/sideways.ts': {
    code: "import { x } from '#/features/record/submission-links.ts'\n",
    said: /features\/table\/ may not import this/,
  },
  'src/features/table/columns/inner-room.ts': {
    code: "import { x } from '#/features/table/find/find-store.ts'\n",
    said: /features\/table\/columns\/ may not import this/,
  },
  'src/app/door.ts': { code: "import { x } from '#/features/bulk/bulk-job.ts'\n", said: /app\/ may not import this/ },
  'src/demo/server.ts': { code: "import { x } from '#/api/client.ts'\n", said: /demo\/ may not import this/ },
  'src/features/sharing/parent.ts': {
    code: "import { x } from '../table/copy-cells.ts'\n",
    said: /Name another folder by/,
  },
  'src/ui/package.ts': { code: "import { x } from '@tanstack/react-query'\n", said: /ui\/ does not use this package/ },
  'src/lib/one.ts': { code: "import type { B } from './two.ts'\nexport type A = B\n", said: /Dependency cycle/ },
  'src/lib/two.ts': { code: "import type { A } from './one.ts'\nexport type B = A\n", said: /Dependency cycle/ },
}

/** Similar files without a violation. */
const ALLOWED: Record<string, string> = {
  'src/features/table/allowed.ts': "import { x } from '#/dataset/rows/use-rows.ts'\nexport const y = x\n",
  'src/app/allowed.ts': "import { x } from '#/features/bulk/lazy-bulk.tsx'\nexport const y = x\n",
  'src/dataset/sources/kpi/allowed.ts': "import { x } from '#/api/kpi/assets/schema.ts'\nexport const y = x\n",
  'src/demo/allowed.ts': "import { x } from '#/api/kpi/assets/schema.ts'\nexport const y = x\n",
  'src/features/table/find/allowed.ts':
    "import { x } from '#/features/table/columns/collapsed-groups.ts'\nexport const y = x\n",
}

let folder = ''
let output = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldboard-lint-'))
  const put = (file: string, code: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), code)
  }
  for (const [file, { code }] of Object.entries(VIOLATIONS)) put(file, `${code}export const value = 1\n`)
  for (const [file, code] of Object.entries(ALLOWED)) put(file, code)
  put('oxlint.config.ts', `export { default } from '${pathToFileURL(join(root, 'oxlint.config.ts')).href}'\n`)
  const run = await runTool('oxlint', ['--format', 'json', '--config', join(folder, 'oxlint.config.ts'), folder])
  output = run.output
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Diagnostic {
  message: string
  help?: string
  filename: string
}

const messagesFor = (file: string) =>
  (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics
    .filter(({ filename }) => filename.endsWith(file))
    .map(({ message, help }) => `${message} ${help ?? ''}`)
    .join('\n')

describe('the lint', () => {
  it.each(Object.entries(VIOLATIONS))('reports the violation in %s', (file, { said }) => {
    expect(messagesFor(file)).toMatch(said)
  })

  it.each(Object.keys(ALLOWED))('reports nothing in %s', (file) => {
    expect(messagesFor(file)).toBe('')
  })
})
