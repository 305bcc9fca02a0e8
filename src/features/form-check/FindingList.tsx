import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import classes from './FindingList.module.css'
import { useFindingTexts } from './finding-text.ts'
import { isError, type ShownFinding } from './shown-finding.ts'

interface FindingListProps {
  sheets: readonly CellSheet[]
  /** Errors before warnings. */
  findings: readonly ShownFinding[]
  current: number
  isHeld: boolean
  onShow: (index: number) => void
}

/** The findings as buttons that show their place in the sheet. */
export function FindingList({ sheets, findings, current, isHeld, onShow }: FindingListProps) {
  const { t } = useTranslation('form-check')
  const textsOf = useFindingTexts(sheets)
  const list = useRef<HTMLDivElement>(null)
  const errors = findings.filter(isError).length
  const warnings = findings.length - errors

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const items = (from: number, to: number) => (
    <ul className={classes.list}>
      {findings.slice(from, to).map((finding, offset) => {
        const index = from + offset
        const { title, hint, place } = textsOf(finding)
        const Icon = isError(finding) ? IconCircleX : IconAlertTriangle
        return (
          <li key={index}>
            <button
              type="button"
              className={classes.finding}
              aria-current={index === current || undefined}
              onClick={() => onShow(index)}
            >
              <Icon
                className={classes.icon}
                data-error={isError(finding) || undefined}
                size={18}
                stroke={1.75}
                aria-hidden
              />
              <span className={classes.title}>{title}</span>
              <span className={classes.place}>{place}</span>
              {hint !== null && <span className={classes.hint}>{hint}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )

  return (
    <div ref={list} className={classes.findings} role="region" aria-label={t('findings')} tabIndex={0}>
      {findings.length === 0 && (
        <div className={classes.none}>
          <h2 className={classes.heading}>{t('none.title')}</h2>
          <p>{t('none.text')}</p>
        </div>
      )}
      {errors > 0 && (
        <>
          <h2 className={classes.heading}>
            <IconCircleX size={16} stroke={1.75} aria-hidden />
            {t(isHeld ? 'errors' : 'errorsSent', { count: errors })}
          </h2>
          {items(0, errors)}
        </>
      )}
      {warnings > 0 && (
        <>
          <h2 className={classes.heading}>
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
            {t('warnings', { count: warnings })}
          </h2>
          {items(errors, findings.length)}
        </>
      )}
    </div>
  )
}
