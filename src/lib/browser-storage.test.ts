// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import {
  KEYS,
  movePersonalData,
  personalDataKey,
  readStored,
  removePersonalData,
  writeStored,
} from './browser-storage.ts'

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const code = Object.entries(sources).filter(([path]) => !/\.test\.tsx?$/.test(path))
/** All APIs with which a page can store data in the browser. */
const STORES =
  /\b(?:localStorage|sessionStorage|indexedDB|openDB|caches|cookieStore|getDirectory|serviceWorker)\b|document\.cookie\s*=[^=]|window\.name\s*=/

it('no other module accesses a storage, except the demo’s database', () => {
  const others = code.filter(([, text]) => STORES.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
  expect(others.map(([path]) => path).toSorted()).toEqual(['../demo/storage.ts', './browser-storage.ts'])
})

it('KEYS contains every key', () => {
  // A new key holds nothing personal, or is removed with its connection: see `personalDataKey`.
  expect(KEYS).toEqual({
    connections: 'fieldboard.connections', // rewritten when a connection is removed
    current: 'fieldboard.connection', // likewise
    signOuts: 'fieldboard.sign-outs', // counts, by hash: no name can be read from it
    signIn: 'fieldboard.sign-in', // removed when the sign-in ends, or with the tab
    language: 'fieldboard.language', // not personal
    colourScheme: 'mantine-color-scheme-value', // not personal, Mantine's
    config: 'fieldboard.config', // not personal
    reloadedBuild: 'fieldboard.loaded-anew', // not personal
    chaos: 'fieldboard.chaos', // the demo's
    faultProjects: 'fieldboard.fault-projects', // the demo's
    demoBarClosed: 'fieldboard.demo-bar-closed', // not personal
  })
})

it('removePersonalData removes all data of a connection, and none of a connection whose id starts alike', () => {
  const [one, other] = ['a@https://kf.example.org', 'a@https://kf.example.org:8443']
  for (const area of ['tab', 'device'] as const) {
    for (const id of [one, other]) writeStored(area, personalDataKey(id, 'views', 'aOne'), '[]')
  }
  writeStored('device', KEYS.language, 'fr')
  localStorage.setItem('fieldboard.column-widths.aOne', '{}') // a key of a former version
  removePersonalData(one, 'tab')
  removePersonalData(one, 'device')
  const left = personalDataKey(other, 'views', 'aOne')
  expect(Object.keys(sessionStorage)).toEqual([left])
  expect(Object.keys(localStorage).toSorted()).toEqual([KEYS.language, left])
  sessionStorage.clear()
  localStorage.clear()
})

it('movePersonalData moves all data except the imports, which stay in the tab', () => {
  const id = 'a@https://kf.example.org'
  for (const kind of ['views', 'imports'] as const) writeStored('tab', personalDataKey(id, kind), kind)
  movePersonalData(id, 'device')
  expect(readStored('device', personalDataKey(id, 'views'))).toBe('views')
  expect(Object.keys(sessionStorage)).toEqual([personalDataKey(id, 'imports')])
  movePersonalData(id, 'tab')
  expect(Object.keys(localStorage)).toEqual([])
  sessionStorage.clear()
})

it('personalDataKey encodes hostile ids and names', () => {
  expect(personalDataKey('\uD800:"x', 'views', '../a:b')).toBe('fieldboard.of:%EF%BF%BD%3A%22x:views:..%2Fa%3Ab')
})
