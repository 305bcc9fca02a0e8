import type { AssetRecord, ContentSource, FormContent, VersionRecord } from '#/demo/records.ts'
import { seededForm } from '#/demo/seed/forms/forms.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { summaryOf } from '#/demo/xlsform/summary.ts'

export const contentOf = (source: ContentSource): FormContent => ('seed' in source ? seededForm(source.seed) : source)

/** KPI keeps one version at least from the start; the newest is the asset's form. */
export function newestVersion({ versions, uid }: AssetRecord): VersionRecord {
  const [newest] = versions
  if (!newest) throw new Error(`${uid} has no version`)
  return newest
}

export const currentContent = (asset: AssetRecord) => contentOf(newestVersion(asset).content)

const hashes = new WeakMap<FormContent, string>()
const summaries = new WeakMap<FormContent, ReturnType<typeof summaryOf>>()

/** 40 hexadecimal digits that differ where questions do, whatever the order of keys [0377]. */
export function contentHash(source: ContentSource): string {
  const content = contentOf(source)
  const known = hashes.get(content)
  if (known) return known
  const text = canonical(content)
  const hash = [1, 2, 3, 4, 5].map((basis) => hashOf(text, basis).toString(16).padStart(8, '0')).join('')
  hashes.set(content, hash)
  return hash
}

export function contentSummary(source: ContentSource) {
  const content = contentOf(source)
  const summary = summaries.get(content) ?? summaryOf(content)
  summaries.set(content, summary)
  return summary
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
