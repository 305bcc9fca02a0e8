import { Anchor, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconQrcode, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { submittersOf } from '#/api/kpi/deployment/submitters.ts'
import { webFormUrl } from '#/api/kpi/deployment/offered-actions.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import classes from './CollectData.module.css'
import { CollectInApp } from './CollectInApp.tsx'
import { FoldedPart } from './FoldedPart.tsx'
import { useWhoCanSubmit } from '#/features/deployment/use-who-can-submit.ts'

const QrCode = lazyPart(async () => (await import('./QrCode.tsx')).QrCode, {
  fallback: <div className={classes.codeLoading} />,
})

const MoreLinks = lazyPart(async () => (await import('./MoreLinks.tsx')).MoreLinks)

export interface CollectDataProps {
  asset: Asset
  /** Where people are added. */
  sharingPath: string
  /** Whether the QR code is shown at first. */
  showsCode?: boolean
  /** The switch that lets anyone submit without signing in, for those who may turn it. */
  signInSwitch?: ReactNode
  /** Called when the person goes to where people are added. */
  onLeave?: () => void
}

/** What a team needs to collect data: the link to the web form, its QR code, who can submit, and how to start in the app. */
export function CollectData({ asset, sharingPath, showsCode = false, signInSwitch, onLeave }: CollectDataProps) {
  const { t } = useTranslation('deployment')
  const [isCodeShown, code] = useDisclosure(showsCode)
  const who = useWhoCanSubmit(asset)
  const usernames = assetCan.share(asset) ? submittersOf(asset.permissions).usernames : []
  const format = useFormat()
  const url = webFormUrl(asset)

  return (
    <div className={classes.collect}>
      {url === undefined ? (
        <p>{t('webFormUnavailable')}</p>
      ) : (
        <div className={classes.web}>
          <div className={classes.webLink}>
            <p className={classes.small}>
              {t(url === asset.deployment__links.offline_url ? 'collect.intro' : 'collect.introOnline')}
            </p>
            <Anchor className={classes.link ?? ''} href={url} target="_blank" rel="noopener" dir="ltr">
              {url}
            </Anchor>
            <div className={classes.actions}>
              <CopyButton text={url} label={t('collect.copy')} />
              <Button
                variant="default"
                leftSection={<IconQrcode size={16} stroke={1.75} aria-hidden />}
                aria-expanded={isCodeShown}
                onClick={code.toggle}
              >
                {t(isCodeShown ? 'collect.hideCode' : 'collect.showCode')}
              </Button>
            </div>
          </div>
          {isCodeShown && (
            <QrCode content={url} label={t('collect.code')} fileName={t('collect.codeFile', { name: asset.name })} />
          )}
        </div>
      )}
      {url !== undefined && <Links asset={asset} />}
      <section className={classes.part}>
        <h3>{t('who.title')}</h3>
        <p>{who}</p>
        {usernames.length > 0 && (
          <p className={classes.small}>
            <bdi>{format.list(usernames)}</bdi>
          </p>
        )}
        {signInSwitch}
        {assetCan.share(asset) && (
          <Button
            component={Link}
            to={sharingPath}
            onClick={onLeave}
            variant="default"
            leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
          >
            {t('collect.addPeople')}
          </Button>
        )}
      </section>
      <CollectInApp usernames={usernames} />
    </div>
  )
}

/** The other links, folded: most people need the first one only. */
function Links({ asset }: { asset: Asset }) {
  const { t } = useTranslation('deployment')
  return (
    <FoldedPart title={t('collect.otherLinks')}>
      {(id) => (
        <div id={id} className={classes.collect}>
          <MoreLinks asset={asset} />
        </div>
      )}
    </FoldedPart>
  )
}
