/**
 * How a file may be shown in the page; `null` if it must not be shown. HTML and SVG can contain scripts, so they are never
 * shown.
 */
export function mediaKind(mimetype: string): 'picture' | 'sound' | 'film' | null {
  const type = (mimetype.split(';')[0] ?? '').trim().toLowerCase()
  if (PICTURES.has(type)) return 'picture'
  if (/^audio\/[\w.+-]+$/.test(type)) return 'sound'
  return /^video\/[\w.+-]+$/.test(type) ? 'film' : null
}

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])
