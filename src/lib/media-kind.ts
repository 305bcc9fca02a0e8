/**
 * How a file may be shown in the page. Only types that are nothing but picture, sound or film: HTML and SVG can carry
 * a program, so they are never shown, whatever the answer says.
 */
export function mediaKind(mimetype: string): 'picture' | 'sound' | 'film' | null {
  const type = (mimetype.split(';')[0] ?? '').trim().toLowerCase()
  if (PICTURES.has(type)) return 'picture'
  if (/^audio\/[\w.+-]+$/.test(type)) return 'sound'
  return /^video\/[\w.+-]+$/.test(type) ? 'film' : null
}

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])
