import type { Asset } from './schema.ts'

/** The labels of a project's sector and countries; empty if they are not set. */
export function projectContextOf({ sector, country }: Asset['settings']): { sector: string; countries: string[] } {
  return {
    sector: sector?.label ?? '',
    countries: (country ?? []).map(({ label }) => countryName(label)),
  }
}

/** KPI's list of countries has some names in the order of an index: "Congo, The Democratic Republic of the". */
export const countryName = (label: string) => label.replace(/^([^,]+), (?:The )?([^,]+ of(?: the)?)$/, '$2 $1')
