import { expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { inLanguagesOf } from './in-languages.ts'
import { questionsOf } from './questions.ts'

const form = (translations: (string | null)[] | null, label: string | (string | null)[]) =>
  FormContent.parse({ translations, survey: [{ type: 'text', name: 'roof', label }] })

const labels = (current: (string | null)[] | null, older: FormContent) =>
  questionsOf(inLanguagesOf({ translations: current }, older)).map((question) =>
    [0, 1].map((language) => labelIn(question, language)),
  )[0]

it('puts the labels of another form in the order of the languages of this one', () => {
  expect(labels(['French', 'English'], form(['English', 'French'], ['Roof', 'Toit']))).toEqual(['Toit', 'Roof'])
  expect(labels(['French', 'English'], form(['English'], ['Roof']))).toEqual(['Roof', 'Roof'])
  expect(labels(['French', 'English'], form(null, 'Roof'))).toEqual(['Roof', 'Roof'])
  expect(labels(null, form(['English', 'French'], ['Roof', 'Toit']))?.[0]).toBe('Roof')
})

it('returns the same form if the languages are the same', () => {
  const older = form(['English'], ['Roof'])
  expect(inLanguagesOf({ translations: ['English'] }, older)).toBe(older)
})
