import type { ConditionBatch, ConditionReply } from './condition.ts'
import { conditionHolds } from './evaluate-condition.ts'

const reply = (message: ConditionReply) => postMessage(message)

let questions: NonNullable<ConditionBatch['questions']> = []

addEventListener('message', ({ data }: MessageEvent<ConditionBatch>) => {
  if (data.questions) questions = data.questions
  for (const { row, context, ...condition } of data.conditions) {
    reply(conditionHolds({ ...condition, context: { ...context, questions, row: data.rows[row] ?? {} } }))
  }
})
reply('ready')
