import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { root } from './project.ts'

const ICON = './icon.svg'

/** Puts the icon of the tab into the page: browsers request it again with each page, and it is small. */
export function inlineIcon(): Plugin {
  return {
    name: 'fieldboard:inline-icon',
    transformIndexHtml: (html) => {
      if (!html.includes(`href="${ICON}"`)) throw new Error(`index.html has no link to ${ICON} any more.`)
      const svg = readFileSync(join(root, 'public', ICON), 'utf8').trim()
      return html.replace(ICON, () => `data:image/svg+xml,${encodeURIComponent(svg)}`)
    },
  }
}
