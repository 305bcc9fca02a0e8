import { readDataQuery } from '#/demo/search/data-query.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Transport } from '#/demo/transport.ts'
import { largeContent, type LargeQuestion, largeQuestions } from './large-form.ts'
import { largePage, largeRow } from './large-rows.ts'

/** A project with so many questions and submissions: any of them is there as soon as it is asked for. */
export const largeProject = (questions: number, submissions: number) => `aLarge${questions}x${submissions}`

const PATH = /^\/api\/v2\/assets\/aLarge(\d+)x(\d+)\/(.*)$/
/** Whose people, rights and dates they have. */
const MODEL = DEMO_PROJECTS.household.uid

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })

/** A page, or what was thrown as a refusal. */
function refusable(page: () => ReturnType<typeof largePage>): Response {
  try {
    return json({ next: null, previous: null, ...page() })
  } catch (error) {
    if (error instanceof Response) return error
    throw error
  }
}

const forms = new Map<number, LargeQuestion[]>()
function questionsOf(count: number): LargeQuestion[] {
  const questions = forms.get(count) ?? largeQuestions(count)
  forms.set(count, questions)
  return questions
}

/** The demo, and projects of any size besides: rows are made as they are asked for, and can only be read. */
export function withLargeProjects(demo: Transport): Transport {
  return async (request) => {
    const url = new URL(request.url)
    const [, questionCount, submissionCount, rest = ''] = PATH.exec(url.pathname) ?? []
    if (request.method !== 'GET' || questionCount === undefined) return demo(request)
    const total = Number(submissionCount)
    const questions = questionsOf(Number(questionCount))
    const ofModel = () => demo(new Request(`${url.origin}/api/v2/assets/${MODEL}/${rest}${url.search}`, request))
    if (rest === 'data/') return refusable(() => largePage(questions, total, readDataQuery(url.searchParams)))
    const [, id] = /^data\/(\d+)\/$/.exec(rest) ?? []
    if (id !== undefined) {
      const row = largeRow(questions, total, Number(id))
      return row ? json(row) : demo(request)
    }
    const answer = await ofModel()
    if (rest !== '' || !answer.ok) return answer
    const model = (await answer.text()).replaceAll(MODEL, largeProject(questions.length, total))
    return json({
      ...(JSON.parse(model) as object),
      name: `${questions.length} questions, ${total} submissions`,
      content: largeContent(questions),
      deployment__submission_count: total,
    })
  }
}
