import { type FormGroup, labelIn } from '#/api/kpi/form/questions.ts'
import type { CellPlan } from './export-job.ts'

interface Headless extends Omit<CellPlan, 'head'> {
  name: string
  part?: string
  groups: readonly FormGroup[]
}

/**
 * Heads of columns: no two of them alike. Where names alone would be, their groups are said, then their XML names.
 * XML names are whole paths, which are another each.
 */
export function distinctHeads(
  drafts: readonly Headless[],
  { language, groups: wantsGroups }: { language: number | null; groups: boolean },
): CellPlan[] {
  const short = ({ name, part }: Headless) =>
    part === undefined ? name : language === null ? `${name}/${part}` : `${name}: ${part}`
  const long = (draft: Headless) =>
    language === null
      ? short(draft)
      : [...draft.groups.map((group) => labelIn(group, language)), short(draft)].join(' › ')
  const whole = (draft: Headless) =>
    `${wantsGroups ? long(draft) : short(draft)} (${draft.key}${draft.choice === undefined ? '' : `/${draft.choice}`})`

  let heads = drafts.map(wantsGroups ? long : short)
  for (const next of [long, whole]) {
    const times = new Map<string, number>()
    for (const head of heads) times.set(head, (times.get(head) ?? 0) + 1)
    heads = heads.map((head, index) => {
      const draft = drafts[index]
      return draft && (times.get(head) ?? 0) > 1 ? next(draft) : head
    })
  }
  return drafts.map(({ name: _name, part: _part, groups: _groups, ...cell }, index) => ({
    head: heads[index] ?? '',
    ...cell,
  }))
}
