import { useTranslation } from 'react-i18next'
import { questionKind } from '#/dataset/model/question-kind.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { opensGroup } from '#/lib/xlsform/question-types.ts'
import type { ChoiceDifference, Difference } from '#/lib/xlsform/compare/difference.ts'
import { effectOf } from './effect.ts'
import type { ShownDifference } from './shown-difference.ts'

/** What a line of the comparison says. */
export interface DifferenceTexts {
  kind: string
  /** The column or the language, where several can change. */
  detail: string
  before: string
  after: string
  effect: string
}

interface TextsOptions {
  /** How many submissions it concerns; `null` if that is not known. */
  count: number | null
  submissionCount: number | null
}

/** Puts differences into words. */
export function useDifferenceTexts() {
  const { t } = useTranslation(['compare', 'submissions'])
  const format = useFormat()
  const typeText = (type: string) =>
    opensGroup(type)
      ? t(type === 'begin_repeat' ? 'compare:repeat' : 'compare:group')
      : type === 'note'
        ? t('compare:note')
        : t(`submissions:kind.${questionKind(type)}`)
  const languageText = (language: string) => language || t('compare:unnamedLanguage')
  const groupsText = (groups: readonly { label: string }[]) =>
    groups.length === 0 ? t('compare:ungrouped') : groups.map(({ label }) => label).join(' › ')

  const choicesText = (choices: readonly ChoiceDifference[], side: 'before' | 'after') =>
    format.list(
      choices.flatMap(({ kind, choice }) => {
        const place = choice[side]
        if (!place) return []
        return kind === 'choiceRenamed' ? [`${place.label} (${place.name})`] : [place.label]
      }),
    )

  const sides = (difference: Difference, choices: readonly ChoiceDifference[]): [string, string] => {
    switch (difference.kind) {
      case 'added':
        return ['', typeText(difference.row.after?.type ?? '')]
      case 'removed':
        return [typeText(difference.row.before?.type ?? ''), '']
      case 'renamed':
        return [difference.row.before?.name ?? '', difference.row.after?.name ?? '']
      case 'moved':
        return [groupsText(difference.row.before?.groups ?? []), groupsText(difference.row.after?.groups ?? [])]
      case 'type':
        return difference.column === 'type'
          ? [typeText(difference.before), typeText(difference.after)]
          : [difference.before, difference.after]
      case 'choiceAdded':
      case 'choiceRemoved':
      case 'choiceRenamed':
      case 'choiceMoved':
        return [choicesText(choices, 'before'), choicesText(choices, 'after')]
      case 'languageAdded':
        return ['', t('compare:texts', { language: languageText(difference.language), count: difference.texts.length })]
      case 'languageRemoved':
        return [t('compare:texts', { language: languageText(difference.language), count: difference.texts.length }), '']
      case 'languageRenamed':
        return [languageText(difference.before), languageText(difference.after)]
      case 'languageOrder':
        return [difference.before.map(languageText).join(', '), difference.after.map(languageText).join(', ')]
      default:
        return [difference.before, difference.after]
    }
  }

  const detailOf = (difference: Difference): string => {
    if (difference.kind === 'setting') return difference.name
    if (!('column' in difference)) return ''
    return 'language' in difference && difference.language !== ''
      ? `${difference.column}, ${difference.language}`
      : difference.column
  }

  return ({ first, choices, row }: ShownDifference, { count, submissionCount }: TextsOptions): DifferenceTexts => {
    const [before, after] = sides(first, choices)
    const effect = effectOf(first)
    const kind = first.kind === 'renamed' && first.evidence === 'identifier' ? 'surelyRenamed' : first.kind
    const path = row?.before?.path ?? ''
    const isCounted = count !== null && (effect === 'hidden' || effect === 'underOldPath' || effect === 'showsValue')
    return {
      kind: t(`compare:kind.${kind}`),
      detail: detailOf(first),
      before,
      after,
      effect: isCounted
        ? t(`compare:counted.${effect}`, { count, path })
        : effect === 'empty' && submissionCount !== null && submissionCount > 0
          ? t('compare:counted.empty', { count: submissionCount })
          : t(`compare:effect.${effect}`, { path }),
    }
  }
}
