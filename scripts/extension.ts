// Packs the build as a browser extension, one zip per browser family: `npm run extension`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { browsers, packageName } from '../tooling/extension-manifest.ts'
import { packageOf } from '../tooling/extension-package.ts'
import { runTask } from '../tooling/fail.ts'
import { isBuildStale } from '../tooling/production-build.ts'
import { root } from '../tooling/project.ts'

await runTask(async () => {
  if (isBuildStale()) {
    console.log('Building …')
    await build({ root, logLevel: 'warn' })
  }
  mkdirSync(join(root, 'packages'), { recursive: true })
  for (const browser of browsers) {
    const file = `packages/${packageName(browser)}`
    const zip = packageOf(browser)
    writeFileSync(join(root, file), zip)
    console.log(`${file}  ${Math.round(zip.length / 1000)} kB`)
  }
  console.log('\nSee docs/extension.md for how to install them.')
})
