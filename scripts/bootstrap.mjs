// Runs `scripts/<task>.ts` on a machine with only Node 18 or later and npm: installs the Node that package.json
// requires and the dependencies, then runs the task. Plain JavaScript, because nothing is installed yet.
// See docs/decisions/001-node-bootstrap.md.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installDependencies } from './bootstrap/dependencies.mjs'
import { BootstrapError } from './bootstrap/errors.mjs'
import { installNode, isNodeNewEnough, runUnder } from './bootstrap/node-runtime.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [task = '', ...args] = process.argv.slice(2)

/** @param {string} name */
const taskFile = (name) => join(root, 'scripts', `${name}.ts`)

/** npm starts this script through a shell that does not forward signals: end when that shell has ended. */
function endWithParent() {
  const parent = process.ppid
  const look = () => process.ppid !== parent && process.kill(process.pid, 'SIGTERM')
  setInterval(look, 1000).unref()
}

async function main() {
  if (task === '' || !existsSync(taskFile(task))) {
    const tasks = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts'))
    throw new BootstrapError(
      `There is no task “${task}”. The tasks are: ${tasks.map((name) => name.slice(0, -3)).join(', ')}.`,
    )
  }
  if (!isNodeNewEnough(root)) {
    process.exitCode = await runUnder(installNode(root), [fileURLToPath(import.meta.url), task, ...args])
    return
  }
  installDependencies(root)
  process.argv = [process.execPath, taskFile(task), ...args]
  await import(pathToFileURL(taskFile(task)).href)
}

if (process.env.npm_lifecycle_event !== undefined) endWithParent()
try {
  await main()
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
}
