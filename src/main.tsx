import '#/ui/styles.ts'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { createApp } from '#/app/App.tsx'
import type { DemoControls } from '#/app/demo-controls.ts'
import { i18nReady } from '#/i18n/i18n.ts'

z.config({ jitless: true }) // a strict Content-Security-Policy allows no code from text

const loadDemo = async () => {
  const [{ createDemoTransport }, { DEMO_CONNECTION }] = await Promise.all([
    import('#/demo/transport.ts'),
    import('#/demo/connection.ts'),
  ])
  setTransport(DEMO_CONNECTION.server, await createDemoTransport({ storage: 'indexeddb' }))
  return DEMO_CONNECTION
}

const demo: DemoControls = {
  start: async () => void connections.use(await loadDemo()),
  reset: async () => {
    const { resetDemo } = await import('#/demo/transport.ts')
    await resetDemo()
  },
}

/** No top-level `await`: the demo's chunk shares modules with this one, and each would wait for the other. */
async function start() {
  await Promise.all([i18nReady, connections.current()?.kind === 'demo' && loadDemo()])
  const root = document.querySelector('#root')
  if (root) createRoot(root).render(createApp(demo))
}

void start()
