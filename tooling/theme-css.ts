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

/** Mantine components that write inline styles. App.tsx turns them off, so they are replaced by empty ones. */
const STYLE_WRITERS = /\/(MantineCssVariables|MantineClasses)\.mjs$/

/** Writes the theme's variables into src/ui/theme.css, so that pages need no inline `<style>`. */
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
      // With a query for each change; otherwise Node would use the module from its cache.
      const address = `${pathToFileURL(themeFile).href}?${statSync(themeFile).mtimeMs}`
      return { code: code + (await variablesOf((await import(address)) as Theme)), map: null }
    },
  }
}

/** The CSS that Mantine would write into the page where the theme differs from its default. */
export async function variablesOf(appTheme: Theme): Promise<string> {
  // Imported on use, because every server and test reads the configuration.
  const [{ MantineProvider }, { createElement }, { renderToStaticMarkup }] = await Promise.all([
    import('@mantine/core'),
    import('react'),
    import('react-dom/server'),
  ])
  const provider = {
    theme: appTheme.theme,
    cssVariablesResolver: appTheme.cssVariables,
    withGlobalClasses: false,
    children: null,
  }
  const [, css] =
    /^<style[^>]*>(.*)<\/style>$/s.exec(renderToStaticMarkup(createElement(MantineProvider, provider))) ?? []
  if (css === undefined) throw new Error('Mantine writes its variables in another way: see tooling/theme-css.ts.')
  return css
}
