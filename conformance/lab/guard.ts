import type { Transport } from '#/api/client.ts'

/** What the run made, and so may change and delete: uids of assets, with the account that made them. */
export type MadeAssets = Map<string, string>

/** A write that could touch something that this run did not make. It is never sent. */
export class UnsafeWrite extends Error {
  override readonly name = 'UnsafeWrite'
}

const ASSET = /\/assets\/([A-Za-z0-9]+)\//
/** Writes that name no asset in their address, and why each is harmless. Their bodies are checked below. */
const HARMLESS = [
  /\/api\/v2\/assets\/$/, // makes a new one
  /\/api\/v2\/imports\/$/, // makes a new one; a destination is checked
  /\/submission$/, // by `submit`, which takes a project of ours
  /\/api\/v2\/asset_snapshots\/$/, // of an asset of ours, with which it is deleted
  /\/api\/v2\/project-ownership\/invites\/(?:[A-Za-z0-9]+\/)?$/, // of assets of ours
  /\/o\/token\/$/,
]

/**
 * Lets reads pass, and writes only to what the run made. Writes go one at a time: KPI loses changes that it gets at
 * the same time (notes of the recordings, "Never do").
 */
export function guarded(transport: Transport, made: MadeAssets): Transport {
  let last: Promise<unknown> = Promise.resolve()
  return async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return transport(request)
    await requireSafe(request, made)
    const answer = last.then(() => transport(request))
    last = answer.catch(() => undefined)
    return answer
  }
}

async function requireSafe(request: Request, made: MadeAssets) {
  const { pathname } = new URL(request.url)
  const refuse = (why: string): never => {
    throw new UnsafeWrite(`${request.method} ${pathname}: ${why}`)
  }
  const [, uid] = ASSET.exec(pathname) ?? []
  if (uid === 'bulk') {
    const uids = uidsIn(await bodyOf(request), 'asset_uids')
    // KPI takes an empty list for all that one owns [2510].
    if (uids.length === 0) refuse('names no assets')
    return uids.forEach((one) => made.has(one) || refuse(`${one} is not of this run`))
  }
  if (uid !== undefined) return void (made.has(uid) || refuse('is not of this run'))
  if (!HARMLESS.some((pattern) => pattern.test(pathname))) refuse('is not known to be harmless')
  const named = uidsIn(await bodyOf(request), 'destination', 'asset', 'assets', 'id')
  named.forEach((one) => made.has(one) || refuse(`${one} is not of this run`))
}

/** The body as data; what is neither JSON nor a form is nothing that names assets. */
async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const copy = request.clone()
  const type = request.headers.get('Content-Type') ?? ''
  if (type.startsWith('multipart/')) return Object.fromEntries((await copy.formData()).entries())
  const parsed = await copy.json().catch(() => ({}))
  const body: unknown = typeof parsed === 'object' && parsed !== null && 'payload' in parsed ? parsed.payload : parsed
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

const uidsIn = (body: Record<string, unknown>, ...keys: string[]) =>
  keys
    .flatMap((key) => body[key] ?? [])
    .filter((value) => typeof value === 'string')
    .map((value) => /a[A-Za-z0-9]{21}/.exec(value)?.[0] ?? value)
