import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './processes.ts'

/** The web servers with files in deploy/: Debian's paths, the argument that prints the version, and the package. */
const webServers = {
  nginx: { paths: ['/usr/sbin/nginx', '/usr/local/sbin/nginx'], versionArgument: '-v', package: 'nginx-light' },
  caddy: { paths: ['/usr/bin/caddy', '/usr/local/bin/caddy'], versionArgument: 'version', package: 'caddy' },
}

export type WebServerName = keyof typeof webServers

/** Finds a web server, or installs Debian's package if permitted. The log contains the output of the installation. */
export async function findOrInstallWebServer(name: WebServerName): Promise<{ path: string | undefined; log: string }> {
  const path = find(name)
  if (path !== undefined) return { path, log: '' }
  const log = await installDebianPackage(webServers[name].package)
  return { path: find(name), log }
}

function find(name: WebServerName): string | undefined {
  const { paths, versionArgument } = webServers[name]
  return paths.find((path) => existsSync(path) && spawnSync(path, [versionArgument], { timeout: 20_000 }).status === 0)
}

async function installDebianPackage(name: string): Promise<string> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return 'Only root can install it, from Debian.\n'
  // In runlevel 1 an installed package does not start its services.
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }, limit: 180 }
  const install = () => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options)
  const first = await install()
  if (first.exitCode === 0) return first.output
  const update = await run('apt-get', ['update', '-qq'], options)
  return update.output + (await install()).output
}
