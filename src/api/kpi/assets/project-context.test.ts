import { expect, it } from 'vitest'
import { projectContextOf } from './project-context.ts'

const country = (label: string) => projectContextOf({ country: [{ label }] }).countries[0]

it.each([
  ['Congo, The Democratic Republic of the', 'Democratic Republic of the Congo'],
  ['Venezuela, Bolivarian Republic of', 'Bolivarian Republic of Venezuela'],
  ['Korea, Republic of', 'Republic of Korea'],
  ['Kenya', 'Kenya'],
  ['Bonaire, Sint Eustatius and Saba', 'Bonaire, Sint Eustatius and Saba'],
  ['Taiwan, Province of China', 'Taiwan, Province of China'],
])('names “%s” as people say it', (label, name) => expect(country(label)).toBe(name))
