import { expect, it } from 'vitest'
import { KEYS, movePersonal, personalKey, readStored, wipePersonal, writeStored } from './browser-storage.ts'

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const code = Object.entries(sources).filter(([path]) => !/\.test\.tsx?$/.test(path))
/** All ways in which a page can store something in the browser. */
const STORES =
  /\b(?:localStorage|sessionStorage|indexedDB|openDB|caches|cookieStore|getDirectory|serviceWorker)\b|document\.cookie\s*=[^=]|window\.name\s*=/

it('is the one module that opens a storage, besides the demo’s database', () => {
  const others = code.filter(([, text]) => STORES.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
  expect(others.map(([path]) => path).toSorted()).toEqual(['../demo/storage.ts', './browser-storage.ts'])
})

it('names every key, each for what it holds', () => {
  // A key that is new here is either nobody's, or goes with its connection: see `personalKey`.
  expect(KEYS).toEqual({
    connections: 'fieldboard.connections', // rewritten when one is forgotten
    current: 'fieldboard.connection', // likewise
    signOuts: 'fieldboard.sign-outs', // numbers, from which no name can be read
    signIn: 'fieldboard.sign-in', // removed by the server's answer, and by the end of the tab
    language: 'fieldboard.language', // nobody's
    loadedAnew: 'fieldboard.loaded-anew', // nobody's
    chaos: 'fieldboard.chaos', // the demo's
  })
})

it('removes all of one connection, in either storage, and nothing of another that only begins alike', () => {
  const [one, other] = ['a@https://kf.example.org', 'a@https://kf.example.org:8443']
  for (const area of ['tab', 'device'] as const) {
    for (const id of [one, other]) writeStored(area, personalKey(id, 'views', 'aOne'), '[]')
  }
  writeStored('device', KEYS.language, 'fr')
  localStorage.setItem('fieldboard.column-widths.aOne', '{}') // as keys were named before
  wipePersonal(one, 'tab')
  wipePersonal(one, 'device')
  const left = personalKey(other, 'views', 'aOne')
  expect(Object.keys(sessionStorage)).toEqual([left])
  expect(Object.keys(localStorage).toSorted()).toEqual([KEYS.language, left])
  sessionStorage.clear()
  localStorage.clear()
})

it('moves what is stored to where the connection lives, save the imports of the tab', () => {
  const id = 'a@https://kf.example.org'
  for (const kind of ['views', 'imports'] as const) writeStored('tab', personalKey(id, kind), kind)
  movePersonal(id, 'device')
  expect(readStored('device', personalKey(id, 'views'))).toBe('views')
  expect(Object.keys(sessionStorage)).toEqual([personalKey(id, 'imports')])
  movePersonal(id, 'tab')
  expect(Object.keys(localStorage)).toEqual([])
  sessionStorage.clear()
})

it('names what is hostile, too', () => {
  expect(personalKey('\uD800:"x', 'views', '../a:b')).toBe('fieldboard.of:%EF%BF%BD%3A%22x:views:..%2Fa%3Ab')
})
