import { expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { formColumns } from '#/dataset/model/columns.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { answerSections } from './answer-sections.ts'

it('divides columns by heading, and separates questions from repeat groups', () => {
  const form = FormContent.parse({
    survey: [
      { type: 'begin_group', name: 'hh', $xpath: 'hh' },
      { type: 'text', name: 'a', $xpath: 'hh/a' },
      { type: 'text', name: 'b', $xpath: 'hh/b' },
      { type: 'begin_repeat', name: 'm', $xpath: 'hh/m' },
      { type: 'text', name: 'c', $xpath: 'hh/m/c' },
      { type: 'end_repeat' },
      { type: 'text', name: 'd', $xpath: 'hh/d' },
      { type: 'end_group' },
      { type: 'text', name: 'e', $xpath: 'e' },
    ],
  })
  const sections = answerSections(formColumns(formOf(form))).map(({ section, blocks }) => [
    section.key,
    blocks.map(({ questions, repeat }) => repeat?.id ?? questions.map(({ id }) => id)),
  ])
  expect(sections).toEqual([
    ['hh', [['hh/a', 'hh/b'], 'hh/m', ['hh/d']]],
    ['#ungrouped', [['e']]],
  ])
})
