import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import type { CheckedForm } from '#/lib/xlsform/check-file/check-bytes.ts'
import { replacementLosses } from '#/lib/xlsform/replacement-losses.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ReplaceForm.module.css'

const MAX_NAMES = 8

/** What the form has besides its questions, and the file has not; and what the server never keeps of a file. */
export function LossList({ checked, current }: { checked: CheckedForm; current: FormContent }) {
  const { t } = useTranslation('replacing')
  const format = useFormat()
  const losses = checked.form ? replacementLosses(current, checked.form.content) : []
  return (
    <Note
      hue={losses.length > 0 ? 'ochre' : 'petrol'}
      icon={IconAlertTriangle}
      title={t(losses.length > 0 ? 'losses.title' : 'losses.none')}
    >
      {losses.length > 0 && (
        <ul className={classes.list}>
          {losses.map(({ kind, names }) => (
            <li key={kind}>
              {t(`losses.${kind}`, {
                count: names.length,
                names: format.list([
                  ...names.slice(0, MAX_NAMES),
                  ...(names.length > MAX_NAMES ? [t('losses.more', { count: names.length - MAX_NAMES })] : []),
                ]),
              })}
            </li>
          ))}
        </ul>
      )}
      <p>{t('losses.formatting')}</p>
    </Note>
  )
}
