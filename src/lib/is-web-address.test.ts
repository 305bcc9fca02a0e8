// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { isWebAddress } from './is-web-address.ts'

it.each(['https://ee.example.org/x/1', 'HTTP://ee.example.org', `${location.origin}/#/demo/web-form`])(
  'lets %s be opened',
  (url) => expect(isWebAddress(url)).toBe(true),
)

it.each(['javascript://ee.example.org/%0Aalert(1)', 'data:text/html,x', 'chrome-extension://abc/', '/x/1', ''])(
  'does not let “%s” be opened',
  (url) => expect(isWebAddress(url)).toBe(false),
)
