import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { helpLinks } from '#/api/app-config/help-links.ts'
import classes from './HelpLinks.module.css'

/** The help links of `config.json`, if there are some. */
export function HelpLinks() {
  const { t, i18n } = useTranslation('connection')
  const links = helpLinks(i18n.language)
  if (links.length === 0) return null
  return (
    <section className={classes.help} aria-labelledby="help-title">
      <h2 id="help-title" className={classes.title}>
        {t('help')}
      </h2>
      <ul className={classes.links}>
        {links.map(({ label, url }) => (
          <li key={url}>
            <Anchor href={url} target="_blank" rel="noreferrer">
              <bdi>{label}</bdi>
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
