// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Keys } from './Keys.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('shortcuts')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const textOn = (platform: string, keys: string) => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform)
  return render(<Keys keys={keys} />).container.textContent
}

it.each([
  ['Mod+C', 'Ctrl+C', '⌘C'],
  ['Shift+Space', 'Shift+Space', '⇧Space'],
  ['Alt+ArrowDown', 'Alt+↓', '⌥↓'],
  ['F2', 'F2', 'F2'],
])('%s is %s, and %s on a Mac', (keys, elsewhere, onMac) => {
  expect(textOn('Linux x86_64', keys)).toBe(elsewhere)
  cleanup()
  expect(textOn('MacIntel', keys)).toBe(onMac)
})
