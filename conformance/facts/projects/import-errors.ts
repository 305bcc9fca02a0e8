import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { type Ended, formOf, importForm, survey, xlsx } from '../../lab/import-form.ts'
import { makeProject } from '../../lab/projects.ts'
import { until } from '../../lab/until.ts'

/** Imports that end in an error, of this type and with these words. */
const failing = (name: string, source: string[], file: File | undefined, type: string, words?: string) =>
  fact({
    name,
    source,
    when: async (lab) => {
      const { started, status, messages } = await importForm(lab, formOf(file))
      return {
        started,
        status,
        type: messages.error_type,
        ...(words !== undefined && { words: messages.error?.startsWith(words) }),
      }
    },
    expected: { started: 201, status: 'error', type, ...(words !== undefined && { words: true }) },
  })

const FORM = survey(['text', 'q1', 'Question'])

/** Importing forms, into new projects and into one that is there. */
export const importErrors: Group = {
  name: 'imports that fail',
  facts: [
    fact({
      name: 'the app sends a form and reads how it goes on',
      source: ['0201', '0205', '0206', '0207'],
      when: async (lab) => {
        const { uid } = await lab.me.write(uploadForm(), { file: xlsx(FORM) })
        const task = await until(
          async () => lab.me.read(importQueries.task(uid)),
          ({ status }) => status === 'complete' || status === 'error',
          lab.signal,
        )
        const { body } = await lab.me.ask('GET', `api/v2/imports/${uid}/`)
        for (const { uid: made } of (body as Ended).messages.created ?? []) lab.made.set(made, lab.me.username)
        return task.status
      },
      expected: 'complete',
    }),
    fact({
      name: 'into a project that one may not change: an error',
      source: ['0244'],
      needs: 'other',
      when: async (lab) => {
        const theirs = await makeProject(lab, 'not-mine-to-replace', undefined, lab.other)
        const { status } = await importForm(
          lab,
          formOf(xlsx(FORM), { library: 'false', destination: `/${theirs.path}` }),
        )
        return status
      },
      expected: 'error',
    }),
    failing(
      'an unknown type ends the import',
      ['0220-b'],
      xlsx(survey(['texxt', 'q1', 'Question'])),
      'ValueError',
      "unknown type ['texxt']",
    ),
    failing(
      'a name with a space ends the import',
      ['0220-e', '2460'],
      xlsx(survey(['text', '1 q!', 'Question'])),
      'ValueError',
      'Invalid node name: 1 q!',
    ),
    failing(
      'a name that is there twice ends the import',
      ['2462'],
      xlsx(survey(['text', 'a', 'A'], ['text', 'a', 'B'])),
      'DuplicateNameException',
      'Duplicate node name: a',
    ),
    failing(
      'a name that is there twice in different groups ends the import',
      ['2463'],
      xlsx(survey(['begin group', 'g', 'G'], ['text', 'a', 'A'], ['end group', '', ''], ['text', 'a', 'B'])),
      'DuplicateNameException',
      'Duplicate node name: a',
    ),
    failing('a PDF ends the import', ['0233'], new File(['%PDF-1.7'], 'form.pdf'), 'XlsFormatException'),
    failing(
      'what is no spreadsheet ends the import',
      ['0230'],
      new File(['notes'], 'notes.xlsx'),
      'XlsFormatException',
      'Unsupported format, or corrupt file',
    ),
    failing('an empty file ends the import', ['0231', '0232'], new File([''], 'empty.xlsx'), 'XlsFormatException'),
    fact({
      name: 'no file at all ends as an error',
      source: ['0234', '0235'],
      when: async (lab) => (await importForm(lab, formOf(undefined))).status,
      expected: 'error',
    }),
    fact({
      name: 'names that differ in case only are imported and refused on deploying',
      source: ['2464'],
      when: async (lab) => {
        const { status, messages } = await importForm(lab, formOf(xlsx(survey(['text', 'a', 'A'], ['text', 'A', 'B']))))
        const deployed = await lab.me.ask('POST', `api/v2/assets/${messages.created?.[0]?.uid}/deployment/`, {
          body: { active: true },
        })
        return [status, deployed.status]
      },
      expected: ['complete', 400],
    }),
    fact({
      name: 'the list of imports is a server fault',
      source: ['0208'],
      when: async (lab) => (await lab.me.ask('GET', 'api/v2/imports/')).status,
      expected: 500,
    }),
    fact({
      name: 'importing needs an account',
      source: ['0210'],
      when: async (lab) => (await lab.anonymous.ask('POST', 'api/v2/imports/', { body: formOf(xlsx(FORM)) })).status,
      expected: 401,
    }),
  ],
}
