import { checkRecording } from './check-recording.ts'
import { compareDemo, situationOf } from './compare-demo.ts'
import { collectShapes, mergeRecordedShapes, type RecordedShapes } from './recorded-shapes.ts'
import { oneLine, type Recording, type UnreadableFile } from './recordings.ts'

/** The result of checking recordings against the app's schemas and the demo. */
interface Report {
  files: number
  inScope: number
  parsed: number
  refused: number
  demo: { compared: number; equal: number }
  /** Number of excluded recordings by reason. */
  notCovered: Map<string, number>
  failures: UnreadableFile[]
}

/** Checks recordings against the app's schemas, and the demo against the recordings and the stored shapes. */
export async function checkFolder(
  recordings: Recording[],
  unreadable: UnreadableFile[],
  storedShapes: RecordedShapes,
): Promise<Report> {
  const shapes = mergeRecordedShapes(storedShapes, collectShapes(recordings))
  const report: Report = {
    files: recordings.length + unreadable.length,
    inScope: 0,
    parsed: 0,
    refused: 0,
    demo: { compared: 0, equal: 0 },
    notCovered: new Map(),
    failures: [...unreadable],
  }
  for (const recording of recordings) {
    const problems = [...(await countRecording(recording, report)), ...(await countDemo(recording, shapes, report))]
    if (problems.length > 0) report.failures.push({ name: recording.name, problem: problems.map(oneLine).join('; ') })
  }
  return report
}

async function countRecording(recording: Recording, report: Report): Promise<string[]> {
  const result = await checkRecording(recording)
  if (result.kind === 'not covered') {
    report.notCovered.set(result.reason, (report.notCovered.get(result.reason) ?? 0) + 1)
    return []
  }
  report.inScope += 1
  if (result.kind === 'failed') return [result.problem]
  report[result.kind] += 1
  return []
}

async function countDemo(recording: Recording, shapes: RecordedShapes, { demo }: Report): Promise<string[]> {
  const situation = situationOf(recording)
  if (!situation) return []
  demo.compared += 1
  const differences = await compareDemo(situation, recording, shapes).catch((error: unknown) => [String(error)])
  if (differences.length === 0) demo.equal += 1
  return differences.map((text) => `demo: ${text}`)
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

/** A line for each failed file, then the totals. */
export function formatReport({ files, inScope, parsed, refused, demo, notCovered, failures }: Report): string {
  const reasons = [...notCovered].map(([reason, number]) => `${number} ${reason}`).join('; ')
  return [
    ...failures.map(({ name, problem }) => `✗ ${name}: ${problem}`),
    `files                                   ${files}`,
    `in scope                                ${inScope}`,
    `parsed                                  ${parsed}`,
    `errors of the right kind                ${refused}`,
    `demo responses of same status and shape ${demo.equal} of ${demo.compared}`,
    `not covered                             ${sum(notCovered.values())}${reasons && ` (${reasons})`}`,
    `failed                                  ${failures.length}`,
  ].join('\n')
}
