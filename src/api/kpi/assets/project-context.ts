import type { Asset } from './schema.ts'

/** Where and in which field of work a project is, in the words of its settings; what is not set is empty. */
export function contextOf({ sector, country }: Asset['settings']): { sector: string; countries: string[] } {
  return {
    sector: sector?.label ?? '',
    countries: (country ?? []).map(({ label }) => label),
  }
}
