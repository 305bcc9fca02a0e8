import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, start } from './processes.ts'
import { root } from './project.ts'
import type { WebServerName } from './web-servers.ts'

/** Id of the unprivileged user `nobody` on Debian and most other systems. */
const NOBODY = 65_534

/** Path of a second copy of the app. */
const SUB_PATH = 'some/path'

interface Site {
  folder: string
  port: number
  /** URL of the KPI behind /kobo/. */
  kpi: string
}

interface Hosted extends RunningServer {
  /** Folder of the served files. */
  files: string
}

/** Serves the build with a real web server and the files of deploy/, in a temporary folder, as an unprivileged user. */
export async function startHost(name: WebServerName, program: string, kpi: string): Promise<Hosted> {
  const site = { folder: mkdtempSync(join(tmpdir(), `fieldboard-${name}-`)), port: await freePort(), kpi }
  copyBuild(site.folder)
  const args = configure[name](site)
  const isRoot = process.getuid?.() === 0
  if (isRoot) changeOwner(site.folder)
  const home = { HOME: site.folder, XDG_CONFIG_HOME: site.folder, XDG_DATA_HOME: site.folder }
  const server = start(program, args, home, undefined, isRoot ? NOBODY : undefined)
  let output = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const address = `http://127.0.0.1:${site.port}/`
  const ended = once(server, 'close').then(() => Promise.reject(new Error(`${name} ended:\n${output}`)))
  await Promise.race([waitForResponse(address), ended])
  const stop = () => {
    ended.catch(() => rmSync(site.folder, { recursive: true, force: true }))
    server.kill()
  }
  return { address, stop, files: join(site.folder, 'www') }
}

/**
 * Applies the changes to the configuration files that the hosting guide describes, and returns the server's arguments.
 */
const configure: Record<WebServerName, (site: Site) => string[]> = {
  nginx: ({ folder, port, kpi }) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${what};`)
    const site = withChanges('nginx/fieldboard.conf', {
      'listen 80;': `listen 127.0.0.1:${port};`,
      'listen [::]:80;': '',
      'root /srv/fieldboard;': `root ${folder}/www;`,
      '# include snippets/': 'include snippets/',
    })
    const main = `pid nginx.pid; events {} http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}`
    writeFileSync(join(folder, 'nginx.conf'), `${main}\n${site}}\n`)
    mkdirSync(join(folder, 'snippets'))
    const kobo = withChanges('nginx/fieldboard-kobo.conf', { 'https://kf.example.org': kpi })
    writeFileSync(join(folder, 'snippets/fieldboard-kobo.conf'), kobo)
    return ['-p', `${folder}/`, '-e', 'stderr', '-c', 'nginx.conf', '-g', 'daemon off;']
  },
  caddy: ({ folder, port, kpi }) => {
    const site = withChanges('caddy/Caddyfile', {
      '{$FIELDBOARD_SITE:fieldboard.example.org}': `http://127.0.0.1:${port}`,
      '{$FIELDBOARD_ROOT:/srv/fieldboard}': `${folder}/www`,
      '# import kobo.caddy': 'import kobo.caddy',
    })
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
    const kobo = withChanges('caddy/kobo.caddy', {
      'https://kf.example.org': kpi,
      'https://kf\\.example\\.org': kpi.replaceAll('.', '\\.'),
    })
    writeFileSync(join(folder, 'kobo.caddy'), kobo)
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  },
}

/**
 * A file of deploy/ with replaced texts.
 * @throws Error if one of the texts is missing
 */
function withChanges(file: string, changes: Record<string, string>): string {
  let text = readFileSync(join(root, 'deploy', file), 'utf8')
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`deploy/${file} no longer contains “${from}”.`)
    text = text.replaceAll(from, () => to)
  }
  return text
}

/** Copies the build twice: unchanged at the root, and below a path with a `config.json` that names the KPI. */
function copyBuild(folder: string) {
  const www = join(folder, 'www')
  const filter = (path: string) => !path.endsWith('.map')
  cpSync(join(root, 'dist'), www, { recursive: true, filter })
  cpSync(join(root, 'dist'), join(www, SUB_PATH), { recursive: true, filter })
  const settings = { servers: [{ name: 'Our server', url: '/kobo' }] }
  writeFileSync(join(www, SUB_PATH, 'config.json'), JSON.stringify(settings))
}

function changeOwner(folder: string) {
  chmodSync(folder, 0o755)
  chownSync(folder, NOBODY, NOBODY)
  for (const name of readdirSync(folder, { recursive: true })) chownSync(join(folder, String(name)), NOBODY, NOBODY)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function waitForResponse(address: string): Promise<void> {
  for (;;) {
    const response = await fetch(address).catch(() => null)
    if (response !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
