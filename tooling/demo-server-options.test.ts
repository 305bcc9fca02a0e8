import { expect, it } from 'vitest'
import { parseDemoServerOptions } from './demo-server-options.ts'

it('all options have defaults', () => {
  expect(parseDemoServerOptions([])).toEqual({
    port: 8010,
    host: '127.0.0.1',
    allowedOrigins: [],
    clients: [],
    tokenLifetime: 36_000,
    app: undefined,
    chaos: '',
    hostile: false,
    large: false,
    access: null,
    gzip: false,
  })
})

it('--oauth-client accepts several redirect URIs for one id', () => {
  const { clients } = parseDemoServerOptions([
    '--oauth-client=fieldboard=http://localhost:4173/',
    '--oauth-client=fieldboard=https://field.example.org/?a=b',
    '--oauth-client=other=http://localhost/',
  ])
  expect(clients).toEqual([
    { id: 'fieldboard', redirectUris: ['http://localhost:4173/', 'https://field.example.org/?a=b'] },
    { id: 'other', redirectUris: ['http://localhost/'] },
  ])
})

it.each([
  [['--oauth-client', 'fieldboard'], 'is not ID=ADDRESS'],
  [['--oauth-client', 'fieldboard=localhost'], 'is not ID=ADDRESS'],
  [['--token-life', '0'], 'is not a number of seconds'],
  [['--app', 'fieldboard'], 'is not a path'],
  [['--app', '/field board/'], 'is not a path'],
  [['--scope', 'read'], 'The options are: --port'],
])('%j is refused', (args, reason) => {
  expect(() => parseDemoServerOptions(args)).toThrow(reason)
})
