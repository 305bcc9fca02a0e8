import { expect, it } from 'vitest'
import { escapeFormula } from './escape-formula.ts'

it.each([
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u200B=1',
  '＝1+1',
  '\u0000=1',
  '\uFEFF@A1',
  '\u00A0＋1',
  '=',
  '-',
  '+1;=2',
  '-1.5 -36.8',
  '-1 -2 -3 -4',
  "-2+3+cmd|' /C calc'!A0",
])('escapes %j', (text) => {
  expect(escapeFormula(text)).toBe(`'${text}`)
})

it.each([
  '-5',
  '+254712345678',
  '-2.5',
  '1=1',
  'a@b.org',
  "'=1",
  '',
  '2026-11-20',
  '3.1 35.5 0 4',
  '-1.2921, -36.8219',
  '-0.036 38.44 445.2 9.0',
  '-1 -36.8 -2.5 4; -1 -36.9 0 4',
])('does not change %j', (text) => {
  expect(escapeFormula(text)).toBe(text)
})
