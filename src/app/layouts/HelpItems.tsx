import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { helpLinks } from '#/api/app-config/help-links.ts'

/** The help links of the site's host, as menu items. */
export function HelpItems() {
  const { i18n } = useTranslation()
  return helpLinks(i18n.language).map(({ label, url }) => (
    <Menu.Item key={url} component="a" href={url} target="_blank" rel="noreferrer">
      <bdi>{label}</bdi>
    </Menu.Item>
  ))
}
