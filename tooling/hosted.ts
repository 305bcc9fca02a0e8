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

/** A user without rights, by the number that Debian and most others give it. */
const NOBODY = 65_534

/** Where the app is served besides the root of the site. */
const SUB_PATH = 'some/path'

interface Place {
  folder: string
  port: number
  /** The KPI that /kobo/ leads to. */
  kpi: string
}

interface Hosted extends RunningServer {
  /** The files that it serves. */
  files: string
}

/** Serves the build by a real web server with the files of deploy/, in a folder of its own, as a user without rights. */
export async function host(name: WebServerName, program: string, kpi: string): Promise<Hosted> {
  const place = { folder: mkdtempSync(join(tmpdir(), `fieldboard-${name}-`)), port: await freePort(), kpi }
  copyBuild(place.folder)
  const args = prepare[name](place)
  const isRoot = process.getuid?.() === 0
  if (isRoot) give(place.folder)
  const home = { HOME: place.folder, XDG_CONFIG_HOME: place.folder, XDG_DATA_HOME: place.folder }
  const server = start(program, args, home, undefined, isRoot ? NOBODY : undefined)
  let output = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const address = `http://127.0.0.1:${place.port}/`
  const ended = once(server, 'close').then(() => Promise.reject(new Error(`${name} ended:\n${output}`)))
  await Promise.race([answering(address), ended])
  const stop = () => {
    ended.catch(() => rmSync(place.folder, { recursive: true, force: true }))
    server.kill()
  }
  return { address, stop, files: join(place.folder, 'www') }
}

/** What whoever hosts would change in the files, as the guide says; each gives the arguments of the server. */
const prepare: Record<WebServerName, (place: Place) => string[]> = {
  nginx: ({ folder, port, kpi }) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${what};`)
    const site = edited('nginx/fieldboard.conf', {
      'listen 80;': `listen 127.0.0.1:${port};`,
      'listen [::]:80;': '',
      'root /srv/fieldboard;': `root ${folder}/www;`,
      '# include snippets/': 'include snippets/',
    })
    const main = `pid nginx.pid; events {} http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}`
    writeFileSync(join(folder, 'nginx.conf'), `${main}\n${site}}\n`)
    mkdirSync(join(folder, 'snippets'))
    const kobo = edited('nginx/fieldboard-kobo.conf', { 'https://kf.example.org': kpi })
    writeFileSync(join(folder, 'snippets/fieldboard-kobo.conf'), kobo)
    return ['-p', `${folder}/`, '-e', 'stderr', '-c', 'nginx.conf', '-g', 'daemon off;']
  },
  caddy: ({ folder, port, kpi }) => {
    const site = edited('caddy/Caddyfile', {
      '{$FIELDBOARD_SITE:fieldboard.example.org}': `http://127.0.0.1:${port}`,
      '{$FIELDBOARD_ROOT:/srv/fieldboard}': `${folder}/www`,
      '# import kobo.caddy': 'import kobo.caddy',
    })
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
    const kobo = edited('caddy/kobo.caddy', {
      'https://kf.example.org': kpi,
      'https://kf\\.example\\.org': kpi.replaceAll('.', '\\.'),
    })
    writeFileSync(join(folder, 'kobo.caddy'), kobo)
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  },
}

/** A file of deploy/ with its changes, each of which must have its place. */
function edited(file: string, changes: Record<string, string>): string {
  let text = readFileSync(join(root, 'deploy', file), 'utf8')
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`deploy/${file} does not say “${from}” any more.`)
    text = text.replaceAll(from, () => to)
  }
  return text
}

/** The build twice: as it is at the root, and with a `config.json` that names the KPI under a path. */
function copyBuild(folder: string) {
  const www = join(folder, 'www')
  const filter = (path: string) => !path.endsWith('.map')
  cpSync(join(root, 'dist'), www, { recursive: true, filter })
  cpSync(join(root, 'dist'), join(www, SUB_PATH), { recursive: true, filter })
  const settings = { servers: [{ name: 'Our server', url: '/kobo' }] }
  writeFileSync(join(www, SUB_PATH, 'config.json'), JSON.stringify(settings))
}

function give(folder: string) {
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

async function answering(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address).catch(() => null)
    if (answer !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
