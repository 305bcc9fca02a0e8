import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'

/**
 * Installs the dependencies unless they are already those that package.json and package-lock.json name.
 *
 * By `npm install`, not `npm ci`: the latter can fail where the registry lacks other platforms' optional binaries.
 * `--no-save`, since another version of npm would write the lock file in its own way; that it agrees with package.json
 * is a unit test.
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
