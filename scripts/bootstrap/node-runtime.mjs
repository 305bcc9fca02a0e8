import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { BootstrapError } from './errors.mjs'
import { runNpm } from './npm.mjs'

/** The Node to install if the running one is too old: npm packages that contain Node's own binary. */
const VERSION = '24.21.0'
/** @type {Record<string, string | undefined>} */
const INTEGRITY = {
  'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64': 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
}

/**
 * Whether the running Node satisfies the project's `engines`.
 * @param {string} root
 */
export function isNodeNewEnough(root) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return satisfies(process.versions.node, engines.node)
}

/**
 * Whether a version satisfies a range of the form used in package.json, `>=22.22`.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const minimum = range.replace('>=', '').split('.').map(Number)
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of minimum.entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}

/**
 * The npm package that contains Node for a platform, with the integrity of its tarball.
 * @param {string} platform
 * @param {string} arch
 */
export function nodePackage(platform, arch) {
  const id = `${platform === 'win32' ? 'win' : platform}-${arch}`
  const integrity = INTEGRITY[id]
  return integrity === undefined ? null : { name: `node-${id}`, version: VERSION, integrity }
}

/**
 * Installs Node into the git-ignored folder `.node/` unless it is there, and returns the path of its binary.
 * @param {string} root
 */
export function installNode(root) {
  const wanted = nodePackage(process.platform, process.arch)
  if (wanted === null) {
    throw new BootstrapError(
      `Fieldboard's tools need Node ${VERSION.split('.')[0]}, and this is Node ${process.versions.node}.\n` +
        `For ${process.platform} on ${process.arch} please install it yourself, from https://nodejs.org/, and try again.`,
    )
  }
  const folder = join(root, '.node')
  const binary = join(folder, 'node_modules', wanted.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const marker = join(folder, 'installed.json')
  if (existsSync(binary) && existsSync(marker) && readFileSync(marker, 'utf8') === wanted.integrity) return binary

  console.log(`This is Node ${process.versions.node}. Installing Node ${VERSION} into .node/ (about 55 MB, once) …`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // A lock file with the pinned integrity: npm refuses a tarball with another one.
  const dependencies = { [wanted.name]: VERSION }
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies },
      [`node_modules/${wanted.name}`]: { version: VERSION, integrity: wanted.integrity },
    },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn', '--prefix', folder], {
    cwd: folder,
    purpose: `install Node ${VERSION}`,
  })
  writeFileSync(marker, wanted.integrity)
  return binary
}

/**
 * Runs a script with another Node, which is first on the PATH, and resolves with its exit code. Signals are forwarded.
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runUnder(node, args) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = [dirname(node), process.env[pathName]].filter(Boolean).join(delimiter)
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: { ...process.env, [pathName]: path, npm_node_execpath: node },
  })

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve, reject) => {
    child.on('error', ({ message }) =>
      reject(
        new BootstrapError(
          `Node ${VERSION} from .node/ does not run here (${message}). Please install Node 24 yourself and try again.`,
        ),
      ),
    )
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
