// Compares what the app foresees of XLSForms with what a server answered: `npm run check-forms -- DIR`. Answers are read from
// server-verdicts.json in the folder; without it, only what is foreseen is shown.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkFile, disagreement, readForms } from '../contract/forms/check-forms.ts'
import { startNodeConverter } from '../contract/forms/converter.ts'
import { formatFormReport } from '../contract/forms/report.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { readOptions } from '../tooling/options.ts'
import { root } from '../tooling/project.ts'

await runTask(async () => {
  const { positionals } = readOptions({ allowPositionals: true, options: {} }, 'a folder with XLSForms.')
  const [name] = positionals
  const folder = name === undefined ? resolve(root, '../shared/forms') : resolve(process.env['INIT_CWD'] ?? '', name)
  if (!existsSync(folder)) throw new Failure(`Folder not found: ${folder}. Name a folder with XLSForms.`)
  const convert = await startNodeConverter()
  const results = []
  for (const form of readForms(folder)) results.push(await checkFile(folder, form, convert))
  console.log(formatFormReport(results))
  return results.some((result) => disagreement(result) !== null) ? 1 : 0
})
