import { useTranslation } from 'react-i18next'
import { useAccessName } from '#/features/access-review/AccessMark.tsx'
import type { TableTexts } from './access-table.ts'
import { isPermission, type ColumnKey } from './columns.ts'

/** The heading of a column of the file. */
export function useHeading() {
  const { t } = useTranslation(['access', 'sharing'])
  return (column: ColumnKey) =>
    isPermission(column) ? t(`sharing:permission.${column}`) : t(`access:file.column.${column}`)
}

/** The texts of the file in the current language. */
export function useTableTexts(): TableTexts {
  const { t } = useTranslation('access')
  const nameOf = useAccessName()
  return {
    heading: useHeading(),
    role: (name) => (name === 'anyone' ? t('file.anyone') : nameOf(name)),
    yes: t('file.yes'),
    no: t('file.no'),
  }
}
