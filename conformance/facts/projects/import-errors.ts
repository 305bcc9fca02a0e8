import { uploadForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { type FinishedImport, importForm, survey, uploadOf, xlsx } from '../../lab/import-form.ts'
import { poll } from '../../lab/poll.ts'
import { createProject } from '../../lab/projects.ts'

/** Declares a fact about an import that fails with this error type and the start of this message. */
const failedImportFact = (
  name: string,
  source: string[],
  file: File | undefined,
  type: string,
  messageStart?: string,
) =>
  fact({
    name,
    source,
    when: async (lab) => {
      const { started, status, messages } = await importForm(lab, uploadOf(file))
      return {
        started,
        status,
        type: messages.error_type,
        ...(messageStart !== undefined && { words: messages.error?.startsWith(messageStart) }),
      }
    },
    expected: { started: 201, status: 'error', type, ...(messageStart !== undefined && { words: true }) },
  })

const FORM = survey(['text', 'q1', 'Question'])

/** Imports that fail. */
export const importErrors: Group = {
  name: 'imports that fail',
  facts: [
    fact({
      name: 'the app uploads a form and reads the state of the import',
      source: ['0201', '0205', '0206', '0207'],
      when: async (lab) => {
        const { uid } = await lab.me.mutate(uploadForm(), { file: xlsx(FORM) })
        const task = await poll(
          async () => lab.me.query(importQueries.task(uid)),
          ({ status }) => status === 'complete' || status === 'error',
          lab.signal,
        )
        const { body } = await lab.me.request('GET', `api/v2/imports/${uid}/`)
        for (const { uid: made } of (body as FinishedImport).messages.created ?? [])
          lab.created.set(made, lab.me.username)
        return task.status
      },
      expected: 'complete',
    }),
    fact({
      name: 'an import into a project without change_asset fails',
      source: ['0244'],
      needs: 'other',
      when: async (lab) => {
        const theirs = await createProject(lab, 'not-mine-to-replace', undefined, lab.other)
        const { status } = await importForm(
          lab,
          uploadOf(xlsx(FORM), { library: 'false', destination: `/${theirs.path}` }),
        )
        return status
      },
      expected: 'error',
    }),
    failedImportFact(
      'an unknown question type fails',
      ['0220-b'],
      xlsx(survey(['texxt', 'q1', 'Question'])),
      'ValueError',
      "unknown type ['texxt']",
    ),
    failedImportFact(
      'a question name with a space fails',
      ['0220-e', '2460'],
      xlsx(survey(['text', '1 q!', 'Question'])),
      'ValueError',
      'Invalid node name: 1 q!',
    ),
    failedImportFact(
      'a duplicate question name fails',
      ['2462'],
      xlsx(survey(['text', 'a', 'A'], ['text', 'a', 'B'])),
      'DuplicateNameException',
      'Duplicate node name: a',
    ),
    failedImportFact(
      'a duplicate question name in different groups fails',
      ['2463'],
      xlsx(survey(['begin group', 'g', 'G'], ['text', 'a', 'A'], ['end group', '', ''], ['text', 'a', 'B'])),
      'DuplicateNameException',
      'Duplicate node name: a',
    ),
    failedImportFact(
      'a question name with a colon fails',
      ['2461'],
      xlsx(survey(['text', 'a:b', 'A'])),
      'ValueError',
      'Invalid node name: a:b',
    ),
    failedImportFact(
      'a heading that occurs twice fails',
      ['2466'],
      xlsx({
        survey: [
          ['type', 'name', 'label', 'label'],
          ['text', 'a', 'A', 'B'],
        ],
      }),
      'PyXFormError',
      'Duplicate column header: label',
    ),
    failedImportFact(
      'a default language that no column has fails',
      ['2467'],
      xlsx({
        survey: [
          ['type', 'name', 'label::English (en)'],
          ['text', 'a', 'A'],
        ],
        settings: [['default_language'], ['Klingon']],
      }),
      'ValueError',
      '`Klingon` is specified as the default language',
    ),
    failedImportFact(
      'the end of a group that was not begun fails',
      ['2468'],
      xlsx(survey(['text', 'a', 'A'], ['end_group', '', ''])),
      'IndexError',
      'pop from empty list',
    ),
    failedImportFact(
      'a name without a type fails',
      ['2469'],
      xlsx({
        survey: [
          ['name', 'label'],
          ['a', 'A'],
        ],
      }),
      'KeyError',
      "'type'",
    ),
    failedImportFact('a PDF file fails', ['0233'], new File(['%PDF-1.7'], 'form.pdf'), 'XlsFormatException'),
    failedImportFact(
      'a text file fails',
      ['0230'],
      new File(['notes'], 'notes.xlsx'),
      'XlsFormatException',
      'Unsupported format, or corrupt file',
    ),
    failedImportFact('an empty file fails', ['0231', '0232'], new File([''], 'empty.xlsx'), 'XlsFormatException'),
    fact({
      name: 'an import without a file fails',
      source: ['0234', '0235'],
      when: async (lab) => (await importForm(lab, uploadOf(undefined))).status,
      expected: 'error',
    }),
    fact({
      name: 'names that differ only in case are imported, but cannot be deployed',
      source: ['2464'],
      when: async (lab) => {
        const { status, messages } = await importForm(
          lab,
          uploadOf(xlsx(survey(['text', 'a', 'A'], ['text', 'A', 'B']))),
        )
        const deployed = await lab.me.request('POST', `api/v2/assets/${messages.created?.[0]?.uid}/deployment/`, {
          body: { active: true },
        })
        return [status, deployed.status]
      },
      expected: ['complete', 400],
    }),
    fact({
      name: 'a choice that occurs twice in a list is imported, but cannot be deployed',
      source: ['2441'],
      when: async (lab) => {
        const choices = [
          ['list_name', 'name', 'label'],
          ['yn', 'y', 'Yes'],
          ['yn', 'y', 'Again'],
        ]
        const { status, messages } = await importForm(
          lab,
          uploadOf(xlsx({ ...survey(['select_one yn', 'a', 'A']), choices })),
        )
        const deployed = await lab.me.request('POST', `api/v2/assets/${messages.created?.[0]?.uid}/deployment/`, {
          body: { active: true },
        })
        return [status, deployed.status]
      },
      expected: ['complete', 400],
    }),
    fact({
      name: 'a link that the server cannot reach fails',
      source: ['0238'],
      when: async (lab) => {
        const url = 'http://unreachable.invalid/none.xlsx'
        const { started, status, messages } = await importForm(lab, uploadOf(undefined, { library: 'false', url }))
        return { started, status, type: messages.error_type }
      },
      expected: { started: 201, status: 'error', type: 'ConnectionError' },
    }),
    fact({
      name: 'the list of imports fails with 500',
      source: ['0208'],
      when: async (lab) => (await lab.me.request('GET', 'api/v2/imports/')).status,
      expected: 500,
    }),
    fact({
      name: 'an import without authentication is refused',
      source: ['0210'],
      when: async (lab) =>
        (await lab.anonymous.request('POST', 'api/v2/imports/', { body: uploadOf(xlsx(FORM)) })).status,
      expected: 401,
    }),
  ],
}
