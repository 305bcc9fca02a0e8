import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BootstrapError } from './errors.mjs'

/**
 * Runs npm. Its output is printed at once, and read only to explain a failure.
 * @param {string[]} args
 * @param {{ cwd: string, purpose: string }} options `purpose` completes the sentence “npm could not …”.
 */
export function runNpm(args, { cwd, purpose }) {
  const cli = npmCli()
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] }
  const result = cli
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (result.error) throw new BootstrapError(`npm could not be started (${result.error.message}). Is it installed?`)
  process.stderr.write(withoutNotices(result.stderr))
  if (result.status !== 0) throw new BootstrapError(`npm could not ${purpose}. ${explain(result.stderr)}`)
}

/** The npm that started this process, otherwise the one next to this Node. Neither needs a shell, also on Windows. */
function npmCli() {
  const bin = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath,
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
}

/** @param {string} stderr */
function withoutNotices(stderr) {
  return stderr.replace(/^npm (notice|warn Unknown).*\n/gim, '')
}

/**
 * Explains a failure of npm in a sentence.
 * @param {string} stderr
 */
export function explain(stderr) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(stderr)) {
    return 'The npm registry did not respond: check the network connection (and the proxy, if there is one), then try again.'
  }
  if (/EINTEGRITY/.test(stderr)) {
    return 'A package from the registry differs from the one that this repository expects. It was not run.'
  }
  if (/E404|ETARGET|notarget/.test(stderr)) return 'The npm registry in use lacks a package; see its message above.'
  if (/ENOSPC/.test(stderr)) return 'The disk is full.'
  if (/EACCES|EPERM/.test(stderr)) return 'This folder is not writable for you.'
  return 'See its message above; an npm older than 8 is too old (`npm --version`).'
}
