import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** In place of a submission, or of a part of it, that is on its way. */
export function RowLoader() {
  const { t } = useTranslation('submissions')
  return <Loader size="sm" role="progressbar" aria-label={t('panel.loading')} />
}
