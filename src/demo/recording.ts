import { randomOf } from './seed/random.ts'

const SAMPLE_RATE = 8000
const SECONDS = 2
const HEADER = 44

/** A short recording, like somebody humming, as the bytes of a WAV file: always the same for the same seed. */
export function recording(seed: string): ArrayBuffer {
  const length = SAMPLE_RATE * SECONDS
  const bytes = new ArrayBuffer(HEADER + length)
  const view = new DataView(bytes)
  const write = (at: number, text: string) =>
    Array.from(text).forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)))
  write(0, 'RIFF')
  view.setUint32(4, HEADER - 8 + length, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true) // length of the format
  view.setUint16(20, 1, true) // not compressed
  view.setUint16(22, 1, true) // one channel
  view.setUint32(24, SAMPLE_RATE, true)
  view.setUint32(28, SAMPLE_RATE, true) // bytes per second
  view.setUint16(32, 1, true) // bytes per sample
  view.setUint16(34, 8, true) // bits per sample
  write(36, 'data')
  view.setUint32(40, length, true)
  const random = randomOf('recording', seed)
  const pitch = 110 + random() * 120
  for (let at = 0; at < length; at++) {
    const time = at / SAMPLE_RATE
    const tone = Math.sin(2 * Math.PI * pitch * time + Math.sin(time * 9) * 2)
    view.setUint8(HEADER + at, 128 + Math.round(tone * 30 * Math.sin((Math.PI * time) / SECONDS)))
  }
  return bytes
}
