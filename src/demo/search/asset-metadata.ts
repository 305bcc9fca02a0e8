import { contentSummary, newestVersion } from '#/demo/assets/content.ts'
import type { AssetRecord } from '#/demo/records.ts'

interface Choice {
  value: string
  label: string
}

const isChoice = (choice: unknown): choice is Choice =>
  typeof choice === 'object' && choice !== null && 'value' in choice && 'label' in choice && choice.value !== ''

/** `[value, label]`, by label; of a value with several labels the first. */
function pairsOf(choices: readonly unknown[]): [string, string][] {
  const labels = new Map<string, string>()
  for (const { value, label } of choices.filter(isChoice)) if (!labels.has(value)) labels.set(value, label)
  return [...labels].toSorted(([, a], [, b]) => a.localeCompare(b))
}

/** The values that occur in some assets, for filters: `assets/metadata/` [0330]. */
export function assetMetadata(assets: readonly AssetRecord[]) {
  const languages = assets.flatMap((asset) => contentSummary(newestVersion(asset).content).languages ?? [])
  const organizations = assets.map(({ settings }) => settings['organization'])
  return {
    languages: [...new Set(languages)].filter((language) => language !== null).toSorted(),
    countries: pairsOf(assets.flatMap(({ settings }) => settings['country'] ?? [])),
    sectors: pairsOf(assets.map(({ settings }) => settings['sector'])),
    organizations: [...new Set(organizations)]
      .filter((name): name is string => typeof name === 'string' && name !== '')
      .toSorted(),
  }
}
