import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import classes from './CollectData.module.css'

/** How to start in KoboCollect. The address for it is requested when the steps are opened. */
export function CollectInApp() {
  const { t } = useTranslation('deployment')
  const [isOpen, { toggle }] = useDisclosure(false)
  const stepsId = useId()
  return (
    <section className={classes.part}>
      <h3>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? stepsId : undefined}
          onClick={toggle}
        >
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
          {t('app.title')}
        </button>
      </h3>
      {isOpen && <Steps id={stepsId} />}
    </section>
  )
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
