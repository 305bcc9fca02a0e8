import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** In place of a row, or a part of it, while it is loading. */
export function RowLoader() {
  const { t } = useTranslation('submissions')
  return <Loader size="sm" role="progressbar" aria-label={t('panel.loading')} />
}
