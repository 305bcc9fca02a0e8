import './early.ts'
import '#/ui/styles.ts'
import '#/app/preloading/first-projects.css'
import { createRoot, type Root } from 'react-dom/client'
import { appConfig, loadAppConfig } from '#/api/app-config/app-config.ts'
import { setTransport, type Transport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { createApp } from '#/app/App.tsx'
import type { DemoControls } from '#/app/demo-controls.ts'
import { paths } from '#/app/paths.ts'
import { removeFirstProjects } from '#/app/preloading/first-projects.ts'
import { takeSignInCallback } from '#/app/sign-in/sign-in-callback.ts'
import { startI18n } from '#/i18n/i18n.ts'
import { LANGUAGES } from '#/i18n/languages.ts'

let callback = takeSignInCallback()
const cameFromSignIn = callback !== undefined

const demoInPage = async () => (await import('#/demo/in-page.ts')).demo

let openedDemo: Promise<Transport> | undefined

async function openDemo(): Promise<Transport> {
  openedDemo ??= demoInPage().then((demo) => demo.open())
  openedDemo.catch(() => (openedDemo = undefined)) // the next request tries again
  return openedDemo
}

/** The demo answers as soon as it is loaded, which its first request sees to. */
const demoTransport: Transport = async (request) => (await openDemo())(request)

const controls: DemoControls = {
  start: async ({ chaos, faultProjects }) => {
    const demo = await demoInPage()
    demo.chaos().set(chaos)
    demo.setFaultProjects(faultProjects)
    setTransport(demo.server, demoTransport)
    connections.use(await demo.connect())
  },
  reset: async () => (await demoInPage()).reset(),
  chaos: async () => (await demoInPage()).chaos(),
}

async function finishSignIn(signInCallback: URLSearchParams) {
  callback = undefined
  const path = await import('#/app/sign-in/finish-sign-in.ts')
    .then((module) => module.finishSignIn(signInCallback))
    .catch(() => paths.connect(undefined, 'not-completed'))
  history.replaceState(null, '', `#${path}`)
}

/** With the changed `config.json`, where nothing was done yet; else it counts from the next visit. */
function startAnew() {
  if (!cameFromSignIn && !navigator.userActivation.hasBeenActive) location.reload()
}

/** No top-level `await`: the demo's chunk shares modules with this one, and each would wait for the other. */
async function start(root: Root) {
  if (connections.current()?.kind === 'demo') void openDemo().catch(() => null) // it will be asked in a moment
  for (const { kind, server } of connections.all()) if (kind === 'demo') setTransport(server, demoTransport)
  const fault = await loadAppConfig({ languages: LANGUAGES.map(({ code }) => code), onChange: startAnew })
  const config = appConfig()
  if (!config.demo) for (const one of connections.all()) if (one.kind === 'demo') connections.forget(connectionId(one))
  const texts = startI18n(config.language)
  if (callback) await finishSignIn(callback)
  // With the app the first requests are sent, which need not wait for its texts.
  const app = createApp(controls, fault && { error: fault, onRetry: () => start(root) })
  await texts
  if (fault) removeFirstProjects()
  root.render(app)
}

addEventListener('pageshow', connections.dropSignedOut)
const container = document.querySelector('#root')
if (container) void start(createRoot(container))
