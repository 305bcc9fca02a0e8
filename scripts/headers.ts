// Writes the security headers into the files of deploy/: `npm run headers`, after changes in
// tooling/security-headers.ts.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedBlocks, withHeaders } from '../tooling/deploy-files.ts'
import { runTask } from '../tooling/fail.ts'
import { root } from '../tooling/project.ts'

await runTask(async () => {
  for (const each of generatedBlocks) {
    const path = join(root, each.file)
    writeFileSync(path, withHeaders(readFileSync(path, 'utf8'), each))
    console.log(each.file)
  }
})
