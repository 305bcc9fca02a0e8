import { expect, it } from 'vitest'
import { inLanguagesOf } from './in-languages.ts'
import { labelIn, questionsOf } from './questions.ts'
import { FormContent } from './schema.ts'

const form = (translations: (string | null)[] | null, label: string | (string | null)[]) =>
  FormContent.parse({ translations, survey: [{ type: 'text', name: 'roof', label }] })

const labels = (current: (string | null)[] | null, older: FormContent) =>
  questionsOf(inLanguagesOf({ translations: current }, older)).map((question) =>
    [0, 1].map((language) => labelIn(question, language)),
  )[0]

it('reads the labels of another form in the languages of this one, wherever they stand there', () => {
  expect(labels(['French', 'English'], form(['English', 'French'], ['Roof', 'Toit']))).toEqual(['Toit', 'Roof'])
  expect(labels(['French', 'English'], form(['English'], ['Roof']))).toEqual(['Roof', 'Roof'])
  expect(labels(['French', 'English'], form(null, 'Roof'))).toEqual(['Roof', 'Roof'])
  expect(labels(null, form(['English', 'French'], ['Roof', 'Toit']))?.[0]).toBe('Roof')
})

it('is the form itself where the languages are the same', () => {
  const older = form(['English'], ['Roof'])
  expect(inLanguagesOf({ translations: ['English'] }, older)).toBe(older)
})
