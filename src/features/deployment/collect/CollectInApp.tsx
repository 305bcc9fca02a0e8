import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconQrcode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './CollectData.module.css'
import { FoldedPart } from './FoldedPart.tsx'

const CollectSettingsCode = lazyPart(async () => (await import('./CollectSettingsCode.tsx')).CollectSettingsCode, {
  fallback: <div className={classes.codeLoading} />,
})

interface CollectInAppProps {
  /** The people who can submit, as far as the current user may know them. */
  usernames: readonly string[]
}

/** How to start in KoboCollect. The address for it is requested when the steps are opened. */
export function CollectInApp({ usernames }: CollectInAppProps) {
  const { t } = useTranslation('deployment')
  return <FoldedPart title={t('app.title')}>{(id) => <Steps id={id} usernames={usernames} />}</FoldedPart>
}

function Steps({ id, usernames }: CollectInAppProps & { id: string }) {
  const { t } = useTranslation('deployment')
  const { data, isPending } = useQuery(environmentQueries.collectServer())
  const [isCodeShown, code] = useDisclosure(false)
  const server = data?.open_rosa_server
  return (
    <ol id={id} className={classes.steps}>
      <li>{t('app.install')}</li>
      <li>
        {isPending ? t('app.serverLoading') : t(server === undefined ? 'app.serverUnknown' : 'app.server')}
        {server !== undefined && (
          <>
            <span className={classes.server}>
              <bdi dir="ltr">{server}</bdi>
              <CopyButton variant="subtle" text={server} label={t('app.copyServer')} />
            </span>
            <p className={classes.small}>{t('app.orCode')}</p>
            <Button
              variant="default"
              leftSection={<IconQrcode size={16} stroke={1.75} aria-hidden />}
              aria-expanded={isCodeShown}
              onClick={code.toggle}
            >
              {t(isCodeShown ? 'app.hideCode' : 'app.showCode')}
            </Button>
            {isCodeShown && <CollectSettingsCode server={server} usernames={usernames} />}
          </>
        )}
      </li>
      <li>{t('app.signIn')}</li>
      <li>{t('app.download')}</li>
    </ol>
  )
}
