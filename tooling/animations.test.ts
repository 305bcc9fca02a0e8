import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './project.ts'

/** What the browser animates without a layout: others take the processor from what is being loaded, in every frame. */
const COMPOSITED = ['transform', 'opacity']

it('Animations never lay out the page', () => {
  const animated = globSync('src/**/*.css', { cwd: root }).flatMap((file) => {
    const css = readFileSync(join(root, file), 'utf8')
    return [...css.matchAll(/@keyframes [\w-]+ \{((?:[^{}]*\{[^{}]*\})*)/g)].flatMap(([, frames = '']) =>
      [...frames.matchAll(/([\w-]+):/g)].map(([, property = '']) => ({ file, property })),
    )
  })
  expect(animated.length).toBeGreaterThan(3)
  expect(animated.filter(({ property }) => !COMPOSITED.includes(property))).toEqual([])
})
