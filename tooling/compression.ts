import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** How well brotli compresses: while somebody waits for the file, or as those who host the app do beforehand. */
export const brotliQuality = { live: 5, beforehand: 11 } as const

const COMPRESSED = /\.(js|css|html|json|svg|wasm|webmanifest)$/

/** How a file is sent to who accepts these encodings; `null` as it is. Browsers accept brotli over https only. */
export function encodingFor(name: string, accepted: string | null): Encoding | null {
  if (!COMPRESSED.test(name)) return null
  const names = (accepted ?? '').split(',').map((part) => part.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding)) ?? null
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const known = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** A file in this encoding; compressed once where its name holds a hash of its content. */
export function compressedFile(file: string, encoding: Encoding, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${encoding}${quality} ${file}`
  const result = known.get(key) ?? compress(file, encoding, quality)
  if (/[\\/]assets[\\/]/.test(file)) known.set(key, result)
  return result
}

async function compress(file: string, encoding: Encoding, quality: number) {
  const content = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  return new Uint8Array(await (encoding === 'br' ? brotli(content, { params }) : zip(content)))
}
