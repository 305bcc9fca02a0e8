import type { Transport } from '#/demo/transport.ts'
import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import { type Chaos, createChaos } from './chaos.ts'
import { followRedirects } from './follow-redirects.ts'
import { NO_CORS } from './responses.ts'
import { connectionLost } from './streams.ts'

const EVENT = 'fieldboard:chaos'

let chaos: Chaos | undefined

/** The faults of the demo in this tab. They are kept across reloads, as on a server. */
export function chaosInPage(): Chaos {
  if (chaos) return chaos
  const created = createChaos()
  try {
    created.set(readStored('tab', KEYS.chaos) ?? '')
  } catch {
    // A text of another version of the grammar: start without faults.
  }
  created.subscribe(() => saveText(created.text()))
  created.subscribe(() => syncOnLine(created.text()))
  syncOnLine(created.text())
  document.addEventListener(EVENT, (event) => handleEvent(created, event))
  return (chaos = created)
}

/** The demo as a browser sees a server over a bad network. */
export const withPageChaos = (transport: Transport): Transport =>
  followRedirects(enforceCors(chaosInPage().wrap(transport)))

/** Like a browser, hides responses without CORS headers: the page has another origin than the demo. */
const enforceCors =
  (transport: Transport): Transport =>
  async (request) => {
    const response = await transport(request)
    if (response.headers.has(NO_CORS)) throw connectionLost()
    return response
  }

/** If the storage is full or blocked, the faults end with a reload. */
const saveText = (text: string) => void writeStored('tab', KEYS.chaos, text || null)

/** For tests and the console: `detail.set` sets the faults; `detail.text` and `detail.log` are filled in. */
function handleEvent(created: Chaos, event: Event) {
  if (!(event instanceof CustomEvent)) return
  const detail = event.detail as { set?: unknown; text?: string; log?: unknown }
  if (typeof detail.set === 'string') created.set(detail.set)
  detail.text = created.text()
  detail.log = created.log()
}

/** With the fault `offline`, `navigator.onLine` is false as well. */
function syncOnLine(text: string) {
  const isOffline = /(?:^|,)offline/.test(text)
  if (isOffline === isOnLineOverridden()) return
  if (isOffline) Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  else Reflect.deleteProperty(navigator, 'onLine')
  dispatchEvent(new Event(isOffline ? 'offline' : 'online'))
}

const isOnLineOverridden = () => Object.hasOwn(navigator, 'onLine')
