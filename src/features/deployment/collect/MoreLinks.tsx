import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { embedCode, isEmbedded, webFormLinksOf } from '#/api/kpi/deployment/web-form-links.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import classes from './CollectData.module.css'

/** Every link that the server gives to the web form, with what it is for; those for websites also as HTML. */
export function MoreLinks({ asset }: { asset: Asset }) {
  const { t } = useTranslation('deployment')
  const links = webFormLinksOf(asset)
  if (links.length === 0) return <p>{t('links.none')}</p>
  return (
    <>
      <p className={classes.small}>{t('links.intro')}</p>
      <ul className={classes.links}>
        {links.map(({ link, url }) => {
          const name = t(`links.${link}.name`)
          return (
            <li key={link}>
              <p>
                <b>{name}</b>
              </p>
              <p className={classes.small}>{t(`links.${link}.about`)}</p>
              {isEmbedded(link) ? (
                <>
                  <pre className={classes.embed} dir="ltr" role="region" aria-label={t('links.embed')} tabIndex={0}>
                    {embedCode(url, asset.name)}
                  </pre>
                  <CopyButton
                    text={embedCode(url, asset.name)}
                    label={t('links.copyEmbed')}
                    description={t('links.copyEmbedOf', { link: name })}
                  />
                </>
              ) : (
                <div className={classes.actions}>
                  <Anchor className={classes.address ?? ''} href={url} target="_blank" rel="noopener" dir="ltr">
                    {url}
                  </Anchor>
                  <CopyButton text={url} label={t('links.copy')} description={t('links.copyOf', { link: name })} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <p className={classes.small}>{t('links.signIn')}</p>
    </>
  )
}
