import { beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS } from '#/api/kpi/history/actions.ts'
import { HistoryEntry } from '#/api/kpi/history/schema.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { detailsOf } from './details.ts'
import { foldEntries } from './fold-entries.ts'
import { type ActivityT, sentenceOf } from './sentence.ts'

const entryOf = (action: string, metadata: object = {}, username: string | null = 'amina') =>
  HistoryEntry.parse({ action, username, date_created: '2026-11-20T09:00:00Z', metadata })

/** Metadata with all parts that KPI writes (its `audit_log/models.py`). */
const FULL = {
  source: 'Firefox (Windows)',
  ip_address: '203.0.113.7',
  latest_version_uid: 'v2',
  latest_deployed_version_uid: 'v2',
  name: { old: 'Old', new: 'New' },
  settings: { sector: { old: null, new: { label: 'Health', value: 'Health' } }, own: { old: { a: 1 }, new: { a: 2 } } },
  permissions: { username: 'yusuf', added: ['view_submissions', 'view_asset'], removed: [] },
  cloned_from: 'aOther',
  username: 'fatuma',
  submission: { root_uuid: 'u-1', submitted_by: 'yusuf' },
  'asset-file': { filename: 'wards.csv' },
  hook: { uid: 'h1', endpoint: 'https://example.org', active: false },
  'paired-data': { source_name: 'Wards', fields: ['ward'] },
  shared_fields: { added: ['a'], removed: ['b'] },
}

const versions = new Map([['v2', '2']])
const format = { list: (items: readonly string[]) => items.join(', ') }
let t: ActivityT

async function inLanguage(language: string) {
  await i18n.changeLanguage(language)
  await i18n.loadNamespaces(['activity', 'sharing'])
  t = i18n.getFixedT(language, ['activity', 'sharing'])
}
beforeAll(async () => {
  await startI18n()
  await inLanguage('en')
})

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')
const sentence = (...entries: [HistoryEntry, ...HistoryEntry[]]) => plain(sentenceOf(entries, { t, format, versions }))

describe.each(['en', 'fr'])('in %s', (language) => {
  it.each(ACTIONS)('%s has a name and a sentence with the person', async (action) => {
    await inLanguage(language)
    expect(i18n.exists(`label.${action}`, { ns: 'activity', lng: language })).toBe(true)
    for (const metadata of [FULL, {}]) {
      const text = sentence(entryOf(action, metadata))
      expect(text).toMatch(/^amina \S/)
      expect(text).not.toMatch(/\bsays\.|{{|undefined|null|\[object/)
    }
  })
})

describe('sentenceOf', () => {
  beforeAll(async () => inLanguage('en'))

  it('names versions by their number, where the project tells it', () => {
    expect(sentence(entryOf('deploy', FULL))).toBe('amina deployed version 2')
    expect(sentence(entryOf('redeploy', { latest_deployed_version_uid: 'v0' }))).toBe('amina redeployed the form')
  })

  it('names the role of who had no access before; else what was added and removed', () => {
    const access = (added: unknown[], removed: string[] = [], username = 'lea') =>
      sentence(entryOf('modify-user-permissions', { permissions: { username, added, removed } }))
    expect(access(['view_asset', 'view_submissions', 'validate_submissions'])).toBe('amina gave lea the role Reviewer')
    expect(access(['validate_submissions'])).toBe('amina gave lea access: Validate submissions')
    expect(access(['view_asset', 'partial_submissions', { codename: 'view_submissions', filters: [{}] }])).toBe(
      'amina gave lea access: View form, Row-level access, View submissions',
    )
    expect(access([], ['validate_submissions'])).toBe('amina took access from lea: Validate submissions')
    expect(access(['change_asset'], ['validate_submissions'])).toBe(
      'amina gave lea access: Edit form; and took: Validate submissions',
    )
    expect(access([], ['view_asset', 'view_submissions'])).toBe('amina removed lea from the project')
    expect(access([], ['view_asset', 'view_submissions'], 'amina')).toBe('amina left the project')
    expect(access(['manage_planet'])).toBe('amina gave lea access: manage_planet')
  })

  it('counts what is folded', () => {
    const view = entryOf('view-data')
    expect(sentence(view)).toBe('amina viewed the submissions')
    expect(sentence(view, view, view)).toBe('amina viewed the submissions 3 times')
    const approved = entryOf('modify-submission', { submission: { status: 'Approved' } })
    expect(sentence(approved, approved)).toBe('amina set 2 submissions to Approved')
    expect(sentence(entryOf('modify-submission', { submission: { status: 'Odd' } }))).toBe(
      'amina set a submission to Odd',
    )
  })

  it('names who has no account', () => {
    expect(sentence(entryOf('add-submission', {}, 'AnonymousUser'))).toBe(
      'Someone who was not signed in sent a submission',
    )
    expect(sentence(entryOf('deploy', {}, null))).toBe('A deleted account deployed the form')
    const collector = { submission: { data_collector_name: 'Team 4' } }
    expect(sentence(entryOf('add-submission', collector, 'AnonymousUser'))).toBe('Team 4 sent a submission')
  })

  it('shows actions that it does not know as the server names them, with what the server wrote', () => {
    const entry = entryOf('teleport', { ip_address: '1.2.3.4', planet: 'Mars' })
    expect(sentence(entry)).toBe('amina: teleport')
    expect(detailsOf(entry, t)).toEqual([
      { name: 'As the server wrote it', values: [{ text: '{\n  "planet": "Mars"\n}' }] },
    ])
  })

  it('reads entries whose metadata have another shape', () => {
    const odd = { settings: 5, permissions: 'x', submission: [], hook: null, shared_fields: { added: 1 } }
    for (const action of ACTIONS) expect(sentence(entryOf(action, odd))).toMatch(/^amina \S/)
  })
})

describe('detailsOf', () => {
  it('keeps old and new values of settings whole [2029]', () => {
    const details = detailsOf(entryOf('update-settings', { settings: FULL.settings }), t)
    expect(details.map(({ name, values }) => [plain(name), values])).toEqual([
      [
        'Sector',
        [
          { caption: 'Before', text: '–' },
          { caption: 'After', text: 'Health' },
        ],
      ],
      [
        'own',
        [
          { caption: 'Before', text: '{\n  "a": 1\n}' },
          { caption: 'After', text: '{\n  "a": 2\n}' },
        ],
      ],
    ])
  })
})

describe('foldEntries', () => {
  const view = (username: string) => entryOf('view-data', {}, username)

  it('folds runs of one action by one person', () => {
    const folds = foldEntries([
      view('lea'),
      view('lea'),
      view('amina'),
      view('lea'),
      entryOf('deploy'),
      entryOf('deploy'),
    ])
    expect(folds.map((fold) => fold.length)).toEqual([2, 1, 1, 1, 1])
  })

  it('keeps different statuses apart', () => {
    const status = (name: string) => entryOf('modify-submission', { submission: { status: name } })
    const folds = foldEntries([status('Approved'), status('Approved'), status('On Hold'), entryOf('modify-submission')])
    expect(folds.map((fold) => fold.length)).toEqual([2, 1, 1])
  })
})
