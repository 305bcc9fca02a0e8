import { createTheme } from '@mantine/core'
import { expect, it } from 'vitest'
import { cssVariables, theme } from '#/ui/theme.ts'
import { variablesOf } from './theme-css.ts'

it('writes the colours of the theme, for light and for dark', async () => {
  const css = await variablesOf({ theme, cssVariables })
  expect(css).toMatch(/:root, :host\{[^}]*--mantine-color-petrol-7: #0F5560;/)
  expect(css).toMatch(/:root\[data-mantine-color-scheme="light"\][^{]*\{[^}]*--fb-surface: #FFFFFF;/)
  expect(css).toMatch(/:root\[data-mantine-color-scheme="dark"\][^{]*\{[^}]*--fb-surface: #1D1C19;/)
})

it('omits what Mantine’s own style sheet contains', async () => {
  const css = await variablesOf({
    theme: createTheme({}),
    cssVariables: () => ({ variables: {}, light: {}, dark: {} }),
  })
  expect(css.trim()).toBe('')
})
