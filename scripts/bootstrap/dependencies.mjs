import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'

/**
 * Installs the dependencies unless `node_modules` is up to date with package.json and package-lock.json.
 *
 * Uses `npm install`, not `npm ci`, which can fail if the registry lacks optional binaries of other platforms. Uses
 * `--no-save`, because another version of npm would rewrite the lock file; a unit test compares it with package.json.
 * @param {string} root
 */
export function installDependencies(root) {
  const marker = join(root, 'node_modules', '.installed-for')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint(root)) return

  console.log('Installing the dependencies …')
  runNpm(['install', '--no-save', '--include=dev', '--loglevel=warn'], {
    cwd: root,
    purpose: 'install the dependencies',
  })
  writeFileSync(marker, fingerprint(root))
}

/** @param {string} root */
function fingerprint(root) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const lock = join(root, 'package-lock.json')
  const hash = createHash('sha256').update(JSON.stringify([dependencies, devDependencies]))
  return hash.update(existsSync(lock) ? readFileSync(lock) : '').digest('hex')
}
