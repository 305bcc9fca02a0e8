import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Records what a page must not do by itself, whatever texts it shows: dialogs, windows, downloads, foreign requests. */
export function recordEvents(page: Page, site: string) {
  const events: string[] = []
  page.on('dialog', (dialog) => {
    events.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => events.push(`window: ${popup.url()}`))
  page.on('download', (download) => events.push(`download: ${download.url()}`))
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(site)) events.push(`went to ${frame.url()}`)
  })
  page.on('request', (request) => {
    if (/elsewhere|passwd/.test(new URL(request.url()).host)) events.push(`asked ${request.url()}`)
  })
  return events
}

/** Requires that no script ran, that the page contains nothing foreign, and that it is no wider than the window. */
export async function expectHarmless(page: Page, where: string) {
  const found = await page.evaluate(() => {
    const isSafe = (address: string) => /^(?:https?:|blob:http)/.test(address)
    const addresses = [...document.body.querySelectorAll('[href], [src], [action], [srcdoc]')].flatMap((element) =>
      ['href', 'src', 'action', 'srcdoc'].flatMap((name) => {
        const value = element.getAttribute(name)
        return value === null ? [] : new URL(value, document.baseURI).href
      }),
    )
    return {
      ran: '__ran' in globalThis,
      foreign: [...document.body.querySelectorAll('script:not([src]), iframe, object, embed, base, meta, style')]
        .length,
      handlers: [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      unsafe: addresses.filter((address) => !isSafe(address)),
      tooWide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
      polluted: Object.keys(Object.prototype),
    }
  })
  expect(found, where).toEqual({ ran: false, foreign: 0, handlers: 0, unsafe: [], tooWide: 0, polluted: [] })
}

/** The texts that the page does not contain literally. Sent as JSON, since lone surrogates would be lost. */
export async function missingTexts(page: Page, within: string, values: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ([selector = '', json = '[]']) => {
      const texts = [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)
      return (JSON.parse(json) as string[])
        .filter((value) => !texts.some((text) => text.includes(value)))
        .map((value) => JSON.stringify(value).slice(0, 80))
    },
    [within, JSON.stringify(values)],
  )
}
