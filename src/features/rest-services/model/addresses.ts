/** What is worth knowing of an address before data is sent there. */
export type AddressWarning = 'unsecured' | 'private' | 'credentials'

const PRIVATE_IPV4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./
const PRIVATE_IPV6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|lan|home|intranet)$/

/** An address with http or https; `null` for anything else. */
export function parseEndpoint(text: string): URL | null {
  const url = URL.parse(text)
  return url && /^https?:\/\/[^/]/i.test(text) && url.hostname !== '' ? url : null
}

/** Whether only the network of the server, or the server itself, can reach an address. */
function isPrivate({ hostname }: URL): boolean {
  const isName = /[a-z]/i.test(hostname) && !hostname.startsWith('[')
  return (
    PRIVATE_IPV4.test(hostname) ||
    PRIVATE_IPV6.test(hostname) ||
    PRIVATE_NAME.test(hostname) ||
    (isName && !hostname.includes('.'))
  )
}

/** The warnings for an address; none for one that cannot be read. */
export function addressWarnings(text: string): AddressWarning[] {
  const url = parseEndpoint(text)
  if (!url) return []
  const warnings: AddressWarning[] = []
  if (url.protocol === 'http:') warnings.push('unsecured')
  if (isPrivate(url)) warnings.push('private')
  if (url.username !== '' || url.password !== '') warnings.push('credentials')
  return warnings
}

/** An address for showing and copying: without a password in it. */
export const shownAddress = (text: string) => text.replace(/^(https?:\/\/[^/?#\s@]*?):[^/?#\s@]*@/i, '$1:…@')
