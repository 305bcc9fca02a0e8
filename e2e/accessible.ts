import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, useLanguage } from './fixtures.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules of these levels that concern colours: only their results depend on the colour scheme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** The rules whose results depend on what is beside, over or under something, and so on the direction of writing. */
const LAYOUT_RULES = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/** Whether no animation is running, apart from endless ones such as a loader's. */
const isStill = () =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity)

/** Requires that what is on screen violates none of these rules. */
async function expectNoViolation(page: Page, where: string, rules: readonly string[]) {
  await expect.poll(() => page.evaluate(isStill)).toBe(true) // while something fades in, its contrast is too low
  // By itself, the builder injects axe twice for each run.
  const isLoaded = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder({ page, ...(isLoaded && { axeSource: 'void 0' }) })
  // The app has no frames, and nobody reads the list of passes: without both, a run takes a quarter of the time.
  const { violations } = await axe
    .setLegacyMode()
    .options({ runOnly: [...rules], resultTypes: ['violations'] })
    .analyze()
  const found: string[] = []
  for (const { id, nodes } of violations) {
    const large = id === 'target-size' ? await page.evaluate(areLarge, nodes.map(selectorOf)) : []
    const wrong = nodes.filter((_node, at) => large[at] !== true)
    if (wrong.length > 0) found.push(`${id}: ${wrong.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }
  expect(found, `axe, ${where}`).toEqual([])
}

/** The app has neither frames nor shadow trees: a target is one selector. */
const selectorOf = ({ target }: { target: readonly unknown[] }) => String(target[0])

/**
 * Whether elements are as large as WCAG 2.5.8 asks for. axe measures the visible part: of what is halfway under a sheet or
 * a footer, and can be scrolled into view, too little.
 */
const areLarge = (selectors: string[]) =>
  selectors.map((selector) => {
    const { width = 0, height = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {}
    return width >= 24 && height >= 24
  })

type Scheme = 'light' | 'dark'

/** Requires WCAG 2.2 A and AA of what is on screen, in one colour scheme. */
export async function expectAccessibleIn(page: Page, scheme: Scheme, { where = '', onlyColours = false } = {}) {
  await page.emulateMedia({ colorScheme: scheme })
  await expectNoViolation(page, `${where} ${scheme}`, onlyColours ? COLOUR_RULES : WCAG)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Requires of what is on screen, mirrored, the rules of WCAG 2.2 A and AA that concern the layout. */
export async function expectAccessibleMirrored(page: Page, where = '') {
  await useLanguage(page, 'en-XB')
  await expectNoViolation(page, `${where} mirrored`, LAYOUT_RULES)
  await useLanguage(page, 'en')
}

/**
 * Requires WCAG 2.2 A and AA of what is on screen: every rule in light colours, those about colours in dark ones, those about
 * the layout mirrored. For states that only a whole story reaches; all others are rows of `stories/views/`.
 */
export async function expectAccessible(page: Page) {
  await expectAccessibleIn(page, 'light')
  await expectAccessibleIn(page, 'dark', { onlyColours: true })
  await expectAccessibleMirrored(page)
}
