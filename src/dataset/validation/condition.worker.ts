import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { ConditionBatch, ConditionReply } from './condition.ts'
import { conditionHolds } from './evaluate-condition.ts'

const reply = (message: ConditionReply) => postMessage(message)

let content: Pick<FormContent, 'survey'> = { survey: [] }

addEventListener('message', ({ data }: MessageEvent<ConditionBatch>) => {
  if (data.survey) content = { survey: data.survey }
  for (const { submission, place, ...condition } of data.conditions) {
    reply(
      conditionHolds({ ...condition, place: { ...place, content, submission: data.submissions[submission] ?? {} } }),
    )
  }
})
reply('ready')
