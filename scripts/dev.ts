// Serves the sources with hot reload. Options as for `npm start`.
import { createServer } from 'vite'
import { runTask } from '../tooling/fail.ts'
import { root } from '../tooling/project.ts'
import { parseServeOptions } from '../tooling/serve-options.ts'
import { closeOnSignal, printAddress, serverConfig, serverPlugins } from '../tooling/serving.ts'

await runTask(async () => {
  const options = parseServeOptions(process.argv.slice(2))
  const running = await createServer({ root, plugins: serverPlugins(options), server: serverConfig(options, 5173) })
  await running.listen()
  closeOnSignal(running)
  printAddress(running.resolvedUrls, options.server)
})
