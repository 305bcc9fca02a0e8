import { describe, expect, it } from 'vitest'
import { compareDemo, situationOf } from './compare-demo.ts'
import { SITUATIONS } from './demo-situations.ts'
import { collectShapes } from './recorded-shapes.ts'
import { hasRecordings, readRecordings } from './recordings.ts'

const recordings = readRecordings()
const shapes = collectShapes(recordings)
const cases = recordings.flatMap((recording) => {
  const situation = situationOf(recording)
  return situation ? [{ name: recording.name, recording, situation }] : []
})

describe.skipIf(!hasRecordings)('the demo responds like the recorded server (skipped: no ../shared/recordings)', () => {
  it('has a recording for each situation', () => {
    const covered = new Set(cases.map(({ situation }) => situation))
    expect(SITUATIONS.filter((situation) => !covered.has(situation))).toEqual([])
  })

  it.each(cases)('$name', async ({ situation, recording }) => {
    expect(await compareDemo(situation, recording, shapes)).toEqual([])
  })
})
