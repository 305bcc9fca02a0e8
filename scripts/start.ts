// Serves the production build. Builds it first if it is missing or out of date.
import { build, preview } from 'vite'
import { runTask } from '../tooling/fail.ts'
import { isBuildStale } from '../tooling/production-build.ts'
import { root } from '../tooling/project.ts'
import { parseServeOptions } from '../tooling/serve-options.ts'
import { closeOnSignal, printAddress, serverConfig, serverPlugins } from '../tooling/serving.ts'

await runTask(async () => {
  const options = parseServeOptions(process.argv.slice(2))
  if (isBuildStale()) {
    console.log('Building …')
    await build({ root, logLevel: 'warn' })
  }
  const running = await preview({ root, plugins: serverPlugins(options), preview: serverConfig(options, 4173) })
  closeOnSignal(running)
  printAddress(running.resolvedUrls, options.server)
})
