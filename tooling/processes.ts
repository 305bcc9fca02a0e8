import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'

/** How a command ended, and all that it printed. */
export interface Ended {
  exitCode: number
  output: string
}

interface RunOptions {
  env?: Record<string, string>
  /** Seconds after which the command is ended. */
  limit?: number
  /** Show what it prints as it comes. */
  show?: boolean
}

const running = new Set<ChildProcess>()

/** Runs a program in the project's folder to its end. It never throws: what cannot be started has failed. */
export async function run(program: string, args: string[], options: RunOptions = {}): Promise<Ended> {
  const { env = {}, limit, show = false } = options
  const child = start(program, args, env, limit)
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
    if (show) process.stdout.write(chunk)
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ exitCode: 1, output: `${output}${program}: ${message}\n` }))
    child.on('close', (code, signal) => {
      resolve({ exitCode: code ?? 1, output: signal === null ? output : `${output}\nIt was ended by ${signal}.\n` })
    })
  })
}

/** Runs the program that a package of ours brings, under this Node. */
export const runTool = (packageName: string, args: string[], options?: RunOptions) =>
  run(process.execPath, [toolPath(packageName), ...args], options)

/** A server that was started, and where it says that it is. */
export interface RunningServer {
  address: string
  stop: () => void
}

/** Starts a server of ours by its task, and waits until it prints its address. */
export async function startServer(task: string, args: string[]): Promise<RunningServer> {
  const child = start(process.execPath, [join(root, 'scripts/bootstrap.mjs'), task, ...args])
  child.stderr?.pipe(process.stderr)
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const [address] = /https?:\/\/\S+/.exec(output) ?? []
      if (address !== undefined) resolve({ address, stop: () => void child.kill() })
    })
    child.on('error', reject)
    child.on('close', () => reject(new Error(`${task} ended before it said where it is:\n${output}`)))
  })
}

/** Ends whatever is still running when we are told to end. */
export function endAllOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill()
      process.exit(1)
    })
  }
}

/** Starts a program that is ended with us. `user` is the id of who runs it, and of the group; only root may choose. */
export function start(
  program: string,
  args: string[],
  env: Record<string, string> = {},
  limit?: number,
  user?: number,
): ChildProcess {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(limit === undefined ? {} : { timeout: limit * 1000 }),
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}

/** The script behind a package's program: `node_modules/.bin` holds shell scripts on Windows. */
function toolPath(packageName: string): string {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return join(folder, typeof bin === 'string' ? bin : (Object.values(bin)[0] ?? ''))
}
