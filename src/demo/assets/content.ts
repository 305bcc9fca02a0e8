import type { AssetRecord, ContentSource, VersionRecord } from '#/demo/records.ts'
import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { seededForm } from '#/demo/seed/forms/forms.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { summaryOf } from '#/demo/xlsform/summary.ts'

export const resolveContent = (source: ContentSource): FormContent =>
  'seed' in source ? seededForm(source.seed) : source

/** The newest version; its content is the asset's form. An asset always has at least one version. */
export function newestVersion({ versions, uid }: AssetRecord): VersionRecord {
  const [newest] = versions
  if (!newest) throw new Error(`${uid} has no version`)
  return newest
}

export const currentContent = (asset: AssetRecord) => resolveContent(newestVersion(asset).content)

const hashes = new WeakMap<FormContent, string>()
const summaries = new WeakMap<FormContent, ReturnType<typeof summaryOf>>()

/** A hash of 40 hexadecimal digits. It differs if the questions differ; the order of keys does not matter [0377]. */
export function contentHash(source: ContentSource): string {
  const content = resolveContent(source)
  const cached = hashes.get(content)
  if (cached) return cached
  const text = canonicalJson(content)
  const hash = [1, 2, 3, 4, 5].map((basis) => hashOf(text, basis).toString(16).padStart(8, '0')).join('')
  hashes.set(content, hash)
  return hash
}

export function contentSummary(source: ContentSource) {
  const content = resolveContent(source)
  const summary = summaries.get(content) ?? summaryOf(content)
  summaries.set(content, summary)
  return summary
}

const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
