// Serves the production build, which it makes where it is missing or out of date.
import { build, preview } from 'vite'
import { runTask } from './lib/fail.ts'
import { isBuildStale } from './lib/production-build.ts'
import { root } from './lib/project.ts'
import { parseServeOptions } from './lib/serve-options.ts'
import { closeOnSignal, printAddress, serverConfig, serverPlugins } from './lib/serving.ts'

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
