import { describe, expect, it } from 'vitest'
import { parsePort, parseServeOptions } from './serve-options.ts'

describe('the options of npm start', () => {
  it('all have defaults', () => {
    expect(parseServeOptions([])).toEqual({
      server: undefined,
      port: undefined,
      host: undefined,
      open: true,
      asHosted: false,
      config: undefined,
    })
  })

  it('are parsed', () => {
    const options = parseServeOptions(['--server', 'https://kf.example.org', '--port=8080', '--no-open'])
    expect(options).toMatchObject({ server: new URL('https://kf.example.org/'), port: 8080, open: false })
  })

  it.each(['kf.example.org', 'ftp://kf.example.org', 'javascript:alert(1)', ''])('refuse “%s” as a server', (text) => {
    expect(() => parseServeOptions(['--server', text])).toThrow('is not the address of a server')
  })

  it('are listed if one is unknown', () => {
    expect(() => parseServeOptions(['--serve', 'https://kf.example.org'])).toThrow('The options are: --server')
  })
})

it.each(['', 'http', '-1', '65536', '80.5'])('“%s” is not a port', (text) => {
  expect(() => parsePort(text)).toThrow('is not a port')
})
