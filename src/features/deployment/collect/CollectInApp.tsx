import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import classes from './CollectData.module.css'
import { FoldedPart } from './FoldedPart.tsx'

/** How to start in KoboCollect. The address for it is requested when the steps are opened. */
export function CollectInApp() {
  const { t } = useTranslation('deployment')
  return <FoldedPart title={t('app.title')}>{(id) => <Steps id={id} />}</FoldedPart>
}

function Steps({ id }: { id: string }) {
  const { t } = useTranslation('deployment')
  const { data, isPending } = useQuery(environmentQueries.collectServer())
  const server = data?.open_rosa_server
  return (
    <ol id={id} className={classes.steps}>
      <li>{t('app.install')}</li>
      <li>
        {isPending ? t('app.serverLoading') : t(server === undefined ? 'app.serverUnknown' : 'app.server')}
        {server !== undefined && (
          <span className={classes.server}>
            <bdi dir="ltr">{server}</bdi>
            <CopyButton variant="subtle" text={server} label={t('app.copyServer')} />
          </span>
        )}
      </li>
      <li>{t('app.signIn')}</li>
      <li>{t('app.download')}</li>
    </ol>
  )
}
