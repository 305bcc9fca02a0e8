import '#/ui/styles.ts'
import { createRoot, type Root } from 'react-dom/client'
import * as z from 'zod/mini'
import { appConfig, loadAppConfig } from '#/api/app-config/app-config.ts'
import { setTransport, type Transport } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { createApp } from '#/app/App.tsx'
import type { DemoControls } from '#/app/demo-controls.ts'
import { paths } from '#/app/paths.ts'
import { takeAnswer } from '#/app/sign-in-answer.ts'
import { startI18n } from '#/i18n/i18n.ts'
import { LANGUAGES } from '#/i18n/languages.ts'

let answer = takeAnswer()

z.config({ jitless: true }) // a strict Content-Security-Policy allows no code from text

const demoInPage = async () => (await import('#/demo/in-page.ts')).demo

let opened: Promise<Transport> | undefined

async function openDemo(): Promise<Transport> {
  opened ??= demoInPage().then((demo) => demo.open())
  opened.catch(() => (opened = undefined)) // the next request tries again
  return opened
}

/** The demo answers as soon as it is loaded, which its first request sees to. */
const answerAsDemo: Transport = async (request) => (await openDemo())(request)

const controls: DemoControls = {
  start: async (chaos) => {
    const demo = await demoInPage()
    demo.chaos().set(chaos)
    setTransport(demo.connection.server, answerAsDemo)
    connections.use(demo.connection)
  },
  reset: async () => (await demoInPage()).reset(),
  chaos: async () => (await demoInPage()).chaos(),
}

async function finishSignIn(given: URLSearchParams) {
  answer = undefined
  const path = await import('#/app/finish-sign-in.ts')
    .then((module) => module.finishSignIn(given))
    .catch(() => paths.connect(undefined, 'not-completed'))
  history.replaceState(null, '', `#${path}`)
}

/** No top-level `await`: the demo's chunk shares modules with this one, and each would wait for the other. */
async function start(root: Root) {
  if (connections.current()?.kind === 'demo') void openDemo().catch(() => null) // it will be asked in a moment
  for (const { kind, server } of connections.all()) if (kind === 'demo') setTransport(server, answerAsDemo)
  const fault = await loadAppConfig(LANGUAGES.map(({ code }) => code))
  const config = appConfig()
  if (!config.demo) for (const one of connections.all()) if (one.kind === 'demo') connections.forget(connectionId(one))
  await Promise.all([startI18n(config.language), answer && finishSignIn(answer)])
  root.render(createApp(controls, fault && { error: fault, onRetry: () => start(root) }))
}

addEventListener('pageshow', connections.leaveSignedOut)
const place = document.querySelector('#root')
if (place) void start(createRoot(place))
