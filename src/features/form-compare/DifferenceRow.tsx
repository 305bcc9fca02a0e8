import {
  IconArrowsMoveVertical,
  IconForms,
  IconLanguage,
  IconList,
  IconMathFunction,
  IconMinus,
  IconPencil,
  IconPlus,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DifferenceCategory } from '#/lib/xlsform/compare/difference.ts'
import classes from './FormComparison.module.css'
import { TextDiff } from './TextDiff.tsx'
import type { ShownDifference } from './shown-difference.ts'
import type { DifferenceTexts } from './use-difference-texts.ts'

const ICONS: Record<DifferenceCategory, TablerIcon> = {
  added: IconPlus,
  removed: IconMinus,
  renamed: IconPencil,
  moved: IconArrowsMoveVertical,
  type: IconForms,
  choices: IconList,
  texts: IconLanguage,
  logic: IconMathFunction,
  settings: IconSettings,
}

interface DifferenceRowProps {
  difference: ShownDifference
  texts: DifferenceTexts
  titles: { before: string; after: string }
}

/** One difference: what changed, the two sides of it, and what it does to existing answers. On a phone a card. */
export function DifferenceRow({ difference, texts, titles }: DifferenceRowProps) {
  const { t } = useTranslation('compare')
  const { row, otherRows, category, first } = difference
  const Icon = ICONS[category]
  const place = row?.after ?? row?.before
  const isName = first.kind === 'renamed'
  return (
    <li className={classes.row}>
      <div className={classes.kind} data-category={category}>
        <Icon size={16} stroke={1.75} aria-hidden />
        <span>
          {texts.kind}
          {texts.detail !== '' && (
            <bdi dir="ltr" className={classes.code}>
              {texts.detail}
            </bdi>
          )}
        </span>
      </div>
      <div className={classes.question}>
        {place ? (
          <>
            <bdi className={classes.label}>{place.label}</bdi>
            <bdi dir="ltr" className={classes.code}>
              {place.name}
            </bdi>
            {otherRows.length > 0 && <span>{t('otherQuestions', { count: otherRows.length })}</span>}
          </>
        ) : (
          t('wholeForm')
        )}
      </div>
      {(['before', 'after'] as const).map((side) => (
        <div key={side} className={classes.side} data-empty={texts[side] === '' || undefined}>
          <span className={classes.sideTitle}>{titles[side]}</span>
          {texts[side] === '' ? (
            <span aria-label={t('nothing')}>–</span>
          ) : (
            <span dir={isName ? 'ltr' : undefined} className={isName ? classes.name : undefined}>
              {texts.before === '' || texts.after === '' ? (
                <bdi>{texts[side]}</bdi>
              ) : (
                <TextDiff before={texts.before} after={texts.after} side={side} />
              )}
            </span>
          )}
        </div>
      ))}
      <div className={classes.effect}>
        <span className={classes.sideTitle}>{t('column.effect')}</span>
        {texts.effect}
      </div>
    </li>
  )
}
