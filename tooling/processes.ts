import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.ts'

/** The exit code of a command, and its output. */
export interface ProcessResult {
  exitCode: number
  output: string
}

interface RunOptions {
  env?: Record<string, string>
  /** Time limit in seconds. */
  limit?: number
  /** Whether to print the output at once. */
  show?: boolean
}

const children = new Set<ChildProcess>()

/** Runs a program in the project's folder. Does not throw: a program that cannot start has failed. */
export async function run(program: string, args: string[], options: RunOptions = {}): Promise<ProcessResult> {
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
      resolve({ exitCode: code ?? 1, output: signal === null ? output : `${output}\nEnded by ${signal}.\n` })
    })
  })
}

/** Runs the program of an installed package with this Node. */
export const runTool = (packageName: string, args: string[], options?: RunOptions) =>
  run(process.execPath, [toolPath(packageName), ...args], options)

/** A running server and its address. */
export interface RunningServer {
  address: string
  stop: () => void
}

/** Starts one of our servers by its task, and waits until it prints its address. */
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
    child.on('close', () => reject(new Error(`${task} ended before it printed its address:\n${output}`)))
  })
}

/** Ends all running child processes on SIGINT, SIGTERM or SIGHUP. */
export function endAllOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of children) child.kill()
      process.exit(1)
    })
  }
}

/**
 * Starts a program that ends with this process. `user` is the id of the user and group to run as, which only root can
 * choose.
 */
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
  children.add(child)
  child.on('close', () => children.delete(child))
  return child
}

/** Path of a package's script: `node_modules/.bin` contains shell scripts on Windows. */
function toolPath(packageName: string): string {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return join(folder, typeof bin === 'string' ? bin : (Object.values(bin)[0] ?? ''))
}
