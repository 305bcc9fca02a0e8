import { between, randomOf } from './seed/random.ts'

/**
 * Draws a landscape from a seed and returns the bytes of a PNG. The height is three quarters of the width, in pixels.
 */
export async function picture(seed: string, width: number): Promise<ArrayBuffer> {
  const height = Math.round(width * 0.75)
  const random = randomOf('picture', seed)
  const sky = [between(random, 150, 200), between(random, 180, 215), between(random, 205, 235)]
  const earth = [between(random, 140, 200), between(random, 110, 150), between(random, 70, 105)]
  const wall = [between(random, 90, 220), between(random, 80, 190), between(random, 60, 160)]
  const [horizon, left, wide, high] = [
    0.45 + random() * 0.2,
    0.15 + random() * 0.4,
    0.2 + random() * 0.25,
    0.2 + random() * 0.15,
  ]

  const colourAt = (x: number, y: number): number[] => {
    const ground = horizon + Math.sin(x * 5 + wide * 20) * 0.03
    const isWall = x > left && x < left + wide && y > ground + 0.12 - high && y < ground + 0.12
    const roof = ground + 0.12 - high
    const isRoof = y <= roof && y > roof - 0.12 * (1 - Math.abs((x - left - wide / 2) / (wide * 0.6)))
    if (isRoof) return wall.map((value) => value * 0.55)
    if (isWall) return Math.abs(x - left - wide / 2) < wide * 0.1 && y > roof + high * 0.45 ? [60, 48, 40] : wall
    return y < ground ? sky.map((value) => value + y * 40) : earth.map((value) => value - (y - ground) * 60)
  }

  const rows = new Uint8Array(height * (1 + width * 3)) // each row starts with a filter byte: 0, none
  let at = 0
  for (let y = 0; y < height; y++) {
    at++
    for (let x = 0; x < width; x++) {
      for (const value of colourAt(x / width, y / height)) rows[at++] = Math.max(0, Math.min(255, value))
    }
  }
  return png(width, height, await zlib(rows))
}

async function zlib(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const EIGHT_BIT_RGB = [8, 2, 0, 0, 0]

const png = (width: number, height: number, data: Uint8Array): ArrayBuffer =>
  Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', Uint8Array.from([...bytesOf(width), ...bytesOf(height), ...EIGHT_BIT_RGB])),
    ...chunk('IDAT', data),
    ...chunk('IEND', new Uint8Array()),
  ]).buffer

function chunk(type: string, data: Uint8Array): number[] {
  const body = [...new TextEncoder().encode(type), ...data]
  return [...bytesOf(data.length), ...body, ...bytesOf(crc32(body))]
}

const bytesOf = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

function crc32(bytes: number[]): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
