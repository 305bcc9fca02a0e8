import { describe, expect, it } from 'vitest'
import { hasNewerVersion, unpublishedChanges } from './unpublished-changes.ts'

// Versions and hashes as the recordings have them, cut short.
const deployed = (uid: string, content_hash: string) => ({
  uid,
  content_hash,
  date_deployed: '2026-11-21T01:47:44.685330Z',
  date_modified: '2026-11-21T01:47:44.685330Z',
})
const first = deployed('vR84PtEgZhj2nNnEfkgPuS', '1cd38086')
const versions = (...results: ReturnType<typeof deployed>[]) => ({ count: results.length, results })

describe('unpublishedChanges', () => {
  it('is none for a draft, even after a rename [0370]', () => {
    const draft = { version_id: 'vFAQHkdTj4nBid9xRmP9Xd', deployed_version_id: null, version__content_hash: '27acc6f6' }
    expect(unpublishedChanges({ ...draft, deployed_versions: versions() })).toBe('none')
  })

  it('is none after a deployment [0506]', () => {
    const asset = { version_id: first.uid, deployed_version_id: first.uid, version__content_hash: '1cd38086' }
    expect(unpublishedChanges({ ...asset, deployed_versions: versions(first) })).toBe('none')
  })

  it('is questions if the content differs from the deployed version’s [0510]', () => {
    const asset = {
      version_id: 'vv6ea5dvmoiVQD7SseSf4p',
      deployed_version_id: first.uid,
      version__content_hash: '522248e0',
      deployed_versions: versions(first),
    }
    expect(unpublishedChanges(asset)).toBe('questions')
  })

  it('is name if a newer version has the same content [0540]', () => {
    const third = deployed('v55i5otgArtZDoqwmBQNkR', '1cd38086')
    const asset = {
      version_id: 'vPv8mW7TeybeJ6qpvgGxho',
      deployed_version_id: third.uid,
      version__content_hash: '1cd38086',
      deployed_versions: versions(third, deployed('vv6ea5dvmoiVQD7SseSf4p', '522248e0'), first),
    }
    expect(unpublishedChanges(asset)).toBe('name')
  })

  it('compares with the deployed version, also if that is not the newest of deployed_versions', () => {
    const asset = {
      version_id: 'vNewest',
      deployed_version_id: first.uid,
      version__content_hash: '1cd38086',
      deployed_versions: versions(deployed('vOther', '522248e0'), first),
    }
    expect(unpublishedChanges(asset)).toBe('name')
  })

  it('hasNewerVersion compares list items, which have no hashes [0302]', () => {
    expect(hasNewerVersion({ version_id: 'v2', deployed_version_id: 'v1' })).toBe(true)
    expect(hasNewerVersion({ version_id: 'v2', deployed_version_id: 'v2' })).toBe(false)
    expect(hasNewerVersion({ version_id: 'v2', deployed_version_id: null })).toBe(false)
  })
})
