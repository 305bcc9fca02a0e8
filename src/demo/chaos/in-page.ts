import type { Transport } from '#/demo/transport.ts'
import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import { NO_CORS } from './answers.ts'
import { type Chaos, createChaos } from './chaos.ts'
import { followRedirects } from './follow-redirects.ts'
import { connectionLost } from './streams.ts'

const EVENT = 'fieldboard:chaos'

let chaos: Chaos | undefined

/** The chaos of the demo in this tab. A reload keeps it, as it would be the same server. */
export function chaosInPage(): Chaos {
  if (chaos) return chaos
  const kept = createChaos()
  try {
    kept.set(readStored('tab', KEYS.chaos) ?? '')
  } catch {
    // The words of another version: without faults, then.
  }
  kept.subscribe(() => remember(kept.text()))
  kept.subscribe(() => followOffline(kept.text()))
  followOffline(kept.text())
  document.addEventListener(EVENT, (event) => answerEvent(kept, event))
  return (chaos = kept)
}

/** The demo as a browser sees a server over a bad network. */
export const throughChaos = (transport: Transport): Transport =>
  followRedirects(asToASite(chaosInPage().wrap(transport)))

/** The page is another site than the demo: it reads no answer that comes without the header of CORS. */
const asToASite =
  (transport: Transport): Transport =>
  async (request) => {
    const answer = await transport(request)
    if (answer.headers.has(NO_CORS)) throw connectionLost()
    return answer
  }

/** Where the storage is full or blocked, a reload ends it. */
const remember = (text: string) => void writeStored('tab', KEYS.chaos, text || null)

/** For tests and consoles: `detail.set` begins another chaos; `detail.text` and `detail.log` are filled in. */
function answerEvent(kept: Chaos, event: Event) {
  if (!(event instanceof CustomEvent)) return
  const detail = event.detail as { set?: unknown; text?: string; log?: unknown }
  if (typeof detail.set === 'string') kept.set(detail.set)
  detail.text = kept.text()
  detail.log = kept.log()
}

/** `offline` is also what the browser says of itself. */
function followOffline(text: string) {
  const isOffline = /(?:^|,)offline/.test(text)
  if (isOffline === isFeigned()) return
  if (isOffline) Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  else Reflect.deleteProperty(navigator, 'onLine')
  dispatchEvent(new Event(isOffline ? 'offline' : 'online'))
}

const isFeigned = () => Object.hasOwn(navigator, 'onLine')
