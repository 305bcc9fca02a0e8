import '#/ui/styles.ts'
import { createRoot, type Root } from 'react-dom/client'
import * as z from 'zod/mini'
import { appConfig, loadAppConfig } from '#/api/app-config/app-config.ts'
import { setTransport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { createApp } from '#/app/App.tsx'
import type { DemoControls } from '#/app/demo-controls.ts'
import { startI18n } from '#/i18n/i18n.ts'
import { LANGUAGES } from '#/i18n/languages.ts'

z.config({ jitless: true }) // a strict Content-Security-Policy allows no code from text

const demoInPage = async () => (await import('#/demo/in-page.ts')).demo

const loadDemo = async () => {
  const demo = await demoInPage()
  setTransport(demo.connection.server, await demo.open())
  return demo.connection
}

const controls: DemoControls = {
  start: async (chaos) => {
    ;(await demoInPage()).chaos().set(chaos)
    connections.use(await loadDemo())
  },
  reset: async () => (await demoInPage()).reset(),
  chaos: async () => (await demoInPage()).chaos(),
}

/** No top-level `await`: the demo's chunk shares modules with this one, and each would wait for the other. */
async function start(root: Root) {
  const demoReady = connections.current()?.kind === 'demo' && loadDemo()
  const fault = await loadAppConfig(LANGUAGES.map(({ code }) => code))
  const config = appConfig()
  if (!config.demo) for (const one of connections.all()) if (one.kind === 'demo') connections.forget(connectionId(one))
  await Promise.all([startI18n(config.language), demoReady])
  root.render(createApp(controls, fault && { error: fault, onRetry: () => start(root) }))
}

const place = document.querySelector('#root')
if (place) void start(createRoot(place))
