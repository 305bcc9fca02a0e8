import { type FormGroup, labelIn } from '#/dataset/model/form.ts'
import type { ColumnPlan } from './export-job.ts'

/** A column before it gets its header. */
export interface ColumnDraft extends Omit<ColumnPlan, 'header'> {
  name: string
  /** What a column of several for one question is for: "latitude". */
  part?: string
  groups: readonly FormGroup[]
}

/**
 * Gives each column a header that no other has: its name, if necessary with the names of its groups, then with its XML
 * name, which is a full path and so unique.
 */
export function uniqueHeaders(
  drafts: readonly ColumnDraft[],
  { language, groupNames }: { language: number | null; groupNames: boolean },
): ColumnPlan[] {
  const short = ({ name, part }: ColumnDraft) =>
    part === undefined ? name : language === null ? `${name}/${part}` : `${name}: ${part}`
  const long = (draft: ColumnDraft) =>
    language === null
      ? short(draft)
      : [...draft.groups.map((group) => labelIn(group, language)), short(draft)].join(' › ')
  const full = (draft: ColumnDraft) =>
    `${groupNames ? long(draft) : short(draft)} (${draft.key}${draft.choice === undefined ? '' : `/${draft.choice}`})`

  let headers = drafts.map(groupNames ? long : short)
  for (const longer of [long, full]) {
    const counts = new Map<string, number>()
    for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1)
    headers = headers.map((header, index) => {
      const draft = drafts[index]
      return draft && (counts.get(header) ?? 0) > 1 ? longer(draft) : header
    })
  }
  return drafts.map(({ name: _name, part: _part, groups: _groups, ...column }, index) => ({
    header: headers[index] ?? '',
    ...column,
  }))
}
