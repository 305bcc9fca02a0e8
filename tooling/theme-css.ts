import { statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { cssVariables, theme } from '#/ui/theme.ts'
import { root } from './project.ts'

interface Theme {
  theme: typeof theme
  cssVariables: typeof cssVariables
}

const themeFile = join(root, 'src/ui/theme.ts')

/** What of Mantine writes inline styles, which App.tsx turns off: nobody need load it. */
const STYLE_WRITERS = /\/(MantineCssVariables|MantineClasses)\.mjs$/

/** Puts the theme's variables into src/ui/theme.css, so that no page needs an inline `<style>` for them. */
export function themeCss(): Plugin {
  return {
    name: 'fieldboard:theme-css',
    enforce: 'pre',
    load: (id) => {
      const [, component] = STYLE_WRITERS.exec(id) ?? []
      return component === undefined ? null : `export const ${component} = () => null`
    },
    async transform(code, id) {
      if (!/[\\/]src[\\/]ui[\\/]theme\.css(\?|$)/.test(id)) return null
      this.addWatchFile(themeFile)
      // Under an address of its own, or a changed theme would be taken from Node's memory.
      const address = `${pathToFileURL(themeFile).href}?${statSync(themeFile).mtimeMs}`
      return { code: code + (await variablesOf((await import(address)) as Theme)), map: null }
    },
  }
}

/** What Mantine itself would write into the page, where the theme differs from its default. */
export async function variablesOf(its: Theme): Promise<string> {
  // Only when they are wanted: the configuration is read by each server and test as well.
  const [{ MantineProvider }, { createElement }, { renderToStaticMarkup }] = await Promise.all([
    import('@mantine/core'),
    import('react'),
    import('react-dom/server'),
  ])
  const provider = {
    theme: its.theme,
    cssVariablesResolver: its.cssVariables,
    withGlobalClasses: false,
    children: null,
  }
  const [, css] =
    /^<style[^>]*>(.*)<\/style>$/s.exec(renderToStaticMarkup(createElement(MantineProvider, provider))) ?? []
  if (css === undefined) throw new Error('Mantine writes its variables differently now: see tooling/theme-css.ts.')
  return css
}
