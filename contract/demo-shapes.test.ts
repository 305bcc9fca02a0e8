import { describe, expect, it } from 'vitest'
import { compareDemo, situationOf } from './demo-answers.ts'
import { SITUATIONS } from './demo-situations.ts'
import { learnFrom } from './lessons.ts'
import { hasRecordings, readRecordings } from './recordings.ts'

const recordings = readRecordings()
const lessons = learnFrom(recordings)
const played = recordings.flatMap((recording) => {
  const situation = situationOf(recording)
  return situation ? [{ name: recording.name, recording, situation }] : []
})

describe.skipIf(!hasRecordings)('the demo answers as a real KPI did (skipped: no ../shared/recordings)', () => {
  it('has a recording for each situation', () => {
    const found = new Set(played.map(({ situation }) => situation))
    expect(SITUATIONS.filter((situation) => !found.has(situation))).toEqual([])
  })

  it.each(played)('$name', async ({ situation, recording }) => {
    expect(await compareDemo(situation, recording, lessons)).toEqual([])
  })
})
