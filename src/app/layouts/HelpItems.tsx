import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { helpLinks } from '#/api/app-config/help-links.ts'

/** Links that the host of this site gives, in a menu. */
export function HelpItems() {
  const { i18n } = useTranslation()
  return helpLinks(i18n.language).map(({ label, url }) => (
    <Menu.Item key={url} component="a" href={url} target="_blank" rel="noreferrer">
      <bdi>{label}</bdi>
    </Menu.Item>
  ))
}
