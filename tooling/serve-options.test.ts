import { describe, expect, it } from 'vitest'
import { parsePort, parseServeOptions } from './serve-options.ts'

describe('the options of npm start', () => {
  it('may all be left out', () => {
    expect(parseServeOptions([])).toEqual({
      server: undefined,
      port: undefined,
      host: undefined,
      open: true,
      asHosted: false,
      config: undefined,
    })
  })

  it('are read', () => {
    const options = parseServeOptions(['--server', 'https://kf.example.org', '--port=8080', '--no-open'])
    expect(options).toMatchObject({ server: new URL('https://kf.example.org/'), port: 8080, open: false })
  })

  it.each(['kf.example.org', 'ftp://kf.example.org', 'javascript:alert(1)', ''])('refuse “%s” as a server', (text) => {
    expect(() => parseServeOptions(['--server', text])).toThrow('is not the address of a server')
  })

  it('are named where one is unknown', () => {
    expect(() => parseServeOptions(['--serve', 'https://kf.example.org'])).toThrow('The options are: --server')
  })
})

it.each(['', 'http', '-1', '65536', '80.5'])('“%s” is no port', (text) => {
  expect(() => parsePort(text)).toThrow('is not a port')
})
