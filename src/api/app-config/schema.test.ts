import { describe, expect, it } from 'vitest'
import { appConfigFor } from './schema.ts'

const problems = (config: unknown, site = 'https://fieldboard.example.org/app/') =>
  appConfigFor({ site, languages: ['en', 'fr'] })
    .safeParse(config)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

const server = (url: string) => ({ servers: [{ name: 'Ours', url }] })

describe('config.json', () => {
  it('accepts an empty object and unknown keys', () => {
    expect(problems({})).toEqual([])
    expect(problems({ colour: 'blue', servers: [{ name: 'Ours', url: '/kobo', note: 1 }] })).toEqual([])
  })

  it('accepts all settings', () => {
    const whole = {
      servers: [{ name: 'Ours', url: 'https://kf.example.org/', clientId: 'abc', session: false }],
      demo: false,
      firstVisit: 'demo',
      language: 'fr',
      tileUrl: 'https://tiles.example.org/{z}/{x}/{y}.png',
      help: [
        { label: 'Write to us', url: 'mailto:help@example.org' },
        { label: { en: 'Guide', fr: 'Guide' }, url: 'https://example.org/guide' },
      ],
    }
    expect(problems(whole)).toEqual([])
  })

  it.each(['/kobo', 'https://kf.example.org', 'http://localhost:8010', 'http://127.0.0.1:8010/'])(
    'takes %s for a server',
    (url) => expect(problems(server(url))).toEqual([]),
  )

  it.each([
    ['', 'Invalid input'],
    ['https://', 'address'],
    ['ftp://kf.example.org', 'address'],
    ['javascript:alert(1)', 'address'],
    ['https://me:secret@kf.example.org', 'address'],
    ['https://kf.example.org/#/projects', 'address'],
    ['http://kf.example.org', 'blocked'],
    ['http://localhost.example.org', 'blocked'],
    ['http://127.evil.example.org', 'blocked'],
  ])('rejects the server %j: %s', (url, problem) =>
    expect(problems(server(url)).at(-1)).toBe(`servers.0.url: ${problem}`),
  )

  it('accepts an http server on an http site', () => {
    expect(problems(server('http://kf.example.org'), 'http://fieldboard.example.org/')).toEqual([])
  })

  it.each([
    [{ servers: { name: 'Ours', url: '/kobo' } }, 'servers'],
    [{ servers: [{ name: 'Ours' }] }, 'servers.0.url'],
    [{ servers: [{ name: 'Ours', url: '/kobo', session: 'yes' }] }, 'servers.0.session'],
    [{ demo: 'no' }, 'demo'],
    [{ firstVisit: 'Demo' }, 'firstVisit'],
    [{ language: 'de' }, 'language'],
    [{ tileUrl: 'http://tiles.example.org/{z}/{x}/{y}.png' }, 'tileUrl'],
    [{ tileUrl: 'https://tiles.example.org/{z}/{x}.png' }, 'tileUrl'],
    [{ help: [{ label: {}, url: 'javascript:alert(1)' }] }, 'help.0.url'],
    [{ help: [{ label: 'Guide', url: 'http://example.org' }] }, 'help.0.url'],
    [{ help: [{ label: 3, url: 'https://example.org' }] }, 'help.0.label'],
    [[], ''],
  ])('reports the path of the error in %j', (config, path) => {
    expect(problems(config)).toEqual([expect.stringContaining(`${path}: `)])
  })
})
