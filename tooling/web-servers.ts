import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './processes.ts'

/** A server that deploy/ has files for: where Debian puts it, how it says its version, and the package. */
const known = {
  nginx: { paths: ['/usr/sbin/nginx', '/usr/local/sbin/nginx'], ask: '-v', package: 'nginx-light' },
  caddy: { paths: ['/usr/bin/caddy', '/usr/local/bin/caddy'], ask: 'version', package: 'caddy' },
}

export type WebServerName = keyof typeof known

/** Finds a web server, or brings Debian's package of it where that is allowed to us. The log says what was tried. */
export async function bringWebServer(name: WebServerName): Promise<{ path: string | undefined; log: string }> {
  const path = find(name)
  if (path !== undefined) return { path, log: '' }
  const log = await installDebians(known[name].package)
  return { path: find(name), log }
}

function find(name: WebServerName): string | undefined {
  const { paths, ask } = known[name]
  return paths.find((path) => existsSync(path) && spawnSync(path, [ask], { timeout: 20_000 }).status === 0)
}

async function installDebians(name: string): Promise<string> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return 'Only root can install it, from Debian.\n'
  // In runlevel 1, a package does not start what it brings.
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }, limit: 180 }
  const install = () => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options)
  const first = await install()
  if (first.exitCode === 0) return first.output
  const update = await run('apt-get', ['update', '-qq'], options)
  return update.output + (await install()).output
}
