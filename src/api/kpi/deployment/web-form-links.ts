import type { Asset } from '#/api/kpi/assets/schema.ts'
import { isWebAddress } from '#/lib/is-web-address.ts'
import { escapeXml } from '#/lib/xml.ts'

/** The addresses of a web form, each for another use [0506], in the order in which they are shown. */
const WEB_FORM_LINKS = [
  'offline_url',
  'url',
  'single_url',
  'single_once_url',
  'preview_url',
  'iframe_url',
  'single_iframe_url',
  'single_once_iframe_url',
] as const
export type WebFormLink = (typeof WEB_FORM_LINKS)[number]

/** Those that are for a frame in a website. */
export const isEmbedded = (link: WebFormLink) => link.endsWith('iframe_url')

/** All links that the server gives for a deployed form. */
export const webFormLinksOf = ({ deployment__links: links }: Pick<Asset, 'deployment__links'>) =>
  WEB_FORM_LINKS.flatMap((link): { link: WebFormLink; url: string }[] => {
    const url = links[link]
    return url !== undefined && isWebAddress(url) ? [{ link, url }] : []
  })

/** HTML that shows a form in a website. */
export const embedCode = (url: string, title: string) =>
  `<iframe src="${escapeXml(url)}" title="${escapeXml(title)}" width="100%" height="700" style="border: 0" allow="geolocation; camera; microphone"></iframe>`
