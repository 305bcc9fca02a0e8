import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { readRefusal } from './read-refusal.ts'

const content = (...survey: object[]) => FormContent.parse({ survey, choices: [], translations: [null] })
const FORM = content(
  { type: 'text', name: 'a', label: ['A'], constraint: '. >' },
  { type: 'select_one', name: 'b', label: ['B'], select_from_list_name: 'nowhere' },
  { type: 'begin_group', name: 'g' },
  { type: 'note', name: 'c', label: ['See ${nope}'] },
  { type: 'end_group' },
  { type: 'calculate', name: 'A', relevant: 'foo(1) = 2' },
)

/** Texts of real servers, by the number of the recording. */
const TEXTS: [recording: string, text: string, refusal: object][] = [
  [
    '0220-c',
    '[row : 3] List name not in choices sheet: nowhere',
    { code: 'listMissing', row: 3, sheet: 'survey', questions: ['b'], value: 'nowhere' },
  ],
  [
    '0220-j',
    "There has been a problem trying to replace ${nope} with the XPath to the survey element named 'nope'. There is no survey element with this name.",
    { code: 'referenceMissing', questions: ['c'], value: 'nope' },
  ],
  ['', '[row : 7] Missing calculation.', { code: 'calculationMissing', row: 7, sheet: 'survey', questions: ['A'] }],
  [
    '2431',
    'ODK Validate Errors:\n>> XForm is invalid.\n: bind for ${a} contains invalid constraint expression [. >] Bad node: org.javarosa.xpath.parser.ast.ASTNodeAbstractExpr@2f686d1f\n\nThe following files failed validation:\n${tmptx1o2cnl}\n\nResult: Invalid',
    { code: 'expression', questions: ['a', 'A'], value: '. >' },
  ],
  [
    '2433',
    'asset.content improperly formatted for XLS export: Duplicate name error: a',
    { code: 'sameNames', questions: ['a', 'A'] },
  ],
  [
    '2437',
    "There should be a choices sheet in this xlsform. Please ensure that the choices sheet has the mandatory columns 'list_name', 'name', and 'label'.",
    { code: 'noChoices', questions: [] },
  ],
  [
    '2440',
    "ODK Validate Errors:\n>> XForm is invalid.\n: Cycle detected in form's relevant and calculation logic!\nThe following nodes are likely involved in the loop:\n${__version__}\n${a}\n${b}\n\nThe following files failed validation:\n${tmp8hh2h2bk}\n\nResult: Invalid",
    { code: 'circle', questions: ['a', 'b'] },
  ],
  [
    '2441',
    "[row : 3] On the 'choices' sheet, the 'name' value is invalid. Choice names must be unique for each choice list. If this is intentional, use the setting 'allow_choice_duplicates'. Learn more: https://xlsform.org/#choice-names.",
    { code: 'sameChoices', row: 3, sheet: 'choices', questions: [] },
  ],
  [
    '2464',
    "There are more than one survey elements named 'a' (case-insensitive) in the section named 'agavcho7i3qfTLdXeHbpaB'.",
    { code: 'sameNames', questions: ['a', 'A'] },
  ],
  [
    '2465',
    "ODK Validate Errors:\n>> XForm is invalid.\n: XPath evaluation: Parse error in XPath path: [/aKtWKnXNByv4crCjGsLnyg/اسم].\nCouldn't understand the expression starting at this point: ...Byv4crCjGsLnyg/\u034eاسم\n\nThe following files failed validation:\n${tmph23z2892}\n\nResult: Invalid",
    { code: 'nameNotAllowed', questions: ['اسم'] },
  ],
  [
    '2471',
    "asset.content improperly formatted for XLS export: Sheetname 'Survey', with case ignored, is already in use.",
    { code: 'sheetName', questions: [], value: 'Survey' },
  ],
  [
    '',
    "ODK Validate Errors:\n>> Something broke the parser.\norg.javarosa.xpath.XPathUnhandledException: The problem was located in calculate expression for ${b}\nXPath evaluation: cannot handle function 'foo'\n\nResult: Invalid",
    { code: 'function', questions: ['A'], value: 'foo' },
  ],
  [
    '',
    "[row : 2] On the 'survey' sheet, something new is wrong.",
    {
      code: 'inRow',
      row: 2,
      sheet: 'survey',
      questions: ['a'],
      value: "On the 'survey' sheet, something new is wrong.",
    },
  ],
  ['', 'Anything else about ${b} and ${unknown}', { code: 'other', questions: ['b'] }],
]

describe('readRefusal', () => {
  it.each(TEXTS)('%s %s', (_recording, text, refusal) => {
    expect(readRefusal(text, FORM)).toEqual(refusal)
  })

  it('finds the choice filter with an invalid axis, which breaks the parser', () => {
    const form = content({
      type: 'select_one_from_file',
      name: 'who',
      choice_filter: '1',
      constraint: "label::English != ''",
    })
    const text =
      "ODK Validate Errors:\n>> Something broke the parser.\norg.javarosa.xpath.XPathException: XPath evaluation: Parse error in XPath path: [instance('names_list')/root/item[label::English != '']].\nInvalid Axis: label\n\nThe following files failed validation:\n${tmpe2s9nokc}\n\nResult: Invalid"
    expect(readRefusal(text, form)).toEqual({
      code: 'expression',
      questions: [],
      value: "instance('names_list')/root/item[label::English != '']",
    })
  })
})

const VERDICTS = new URL('../../../../../shared/forms/server-verdicts.json', import.meta.url)
const verdicts = readVerdicts()

/** What a real server said of the example forms; empty where the folder is not there. */
function readVerdicts(): { file: string; error: string }[] {
  try {
    const all = JSON.parse(readFileSync(VERDICTS, 'utf8')) as { file: string; deploy_error?: { error?: string } }[]
    return all.flatMap(({ file, deploy_error: refusal }) =>
      refusal?.error && !refusal.error.startsWith('Server Error') ? [{ file, error: refusal.error }] : [],
    )
  } catch {
    return []
  }
}

it.skipIf(verdicts.length === 0)('has words for each refusal of the example forms', () => {
  const unknown = verdicts.filter(({ error }) => readRefusal(error, FORM).code === 'other')
  expect(verdicts.length).toBeGreaterThan(2)
  expect(unknown).toEqual([])
})
