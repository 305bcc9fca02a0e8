import { compareDemo, situationOf } from './demo-answers.ts'
import { judge } from './judge.ts'
import { learnFrom, type Lessons, union } from './lessons.ts'
import { oneLine, type Recording, type Unreadable } from './recordings.ts'

/** What recordings show of the app and its demo. */
interface Report {
  files: number
  inScope: number
  parsed: number
  refused: number
  demo: { played: number; alike: number }
  /** How many are left out, by the reason. */
  notCovered: Map<string, number>
  failures: Unreadable[]
}

/** Holds the app and its demo to recordings; the demo also to what was learnt before. */
export async function checkFolder(recordings: Recording[], unreadable: Unreadable[], known: Lessons): Promise<Report> {
  const lessons = union(known, learnFrom(recordings))
  const report: Report = {
    files: recordings.length + unreadable.length,
    inScope: 0,
    parsed: 0,
    refused: 0,
    demo: { played: 0, alike: 0 },
    notCovered: new Map(),
    failures: [...unreadable],
  }
  for (const recording of recordings) {
    const problems = [...(await count(recording, report)), ...(await countDemo(recording, lessons, report))]
    if (problems.length > 0) report.failures.push({ name: recording.name, problem: problems.map(oneLine).join('; ') })
  }
  return report
}

async function count(recording: Recording, report: Report): Promise<string[]> {
  const verdict = await judge(recording)
  if (verdict.kind === 'not covered') {
    report.notCovered.set(verdict.reason, (report.notCovered.get(verdict.reason) ?? 0) + 1)
    return []
  }
  report.inScope += 1
  if (verdict.kind === 'failed') return [verdict.problem]
  report[verdict.kind] += 1
  return []
}

async function countDemo(recording: Recording, lessons: Lessons, { demo }: Report): Promise<string[]> {
  const situation = situationOf(recording)
  if (!situation) return []
  demo.played += 1
  const found = await compareDemo(situation, recording, lessons).catch((error: unknown) => [String(error)])
  if (found.length === 0) demo.alike += 1
  return found.map((text) => `demo: ${text}`)
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

/** A line for each file that fails, then the figures. */
export function inLines({ files, inScope, parsed, refused, demo, notCovered, failures }: Report): string {
  const reasons = [...notCovered].map(([reason, number]) => `${number} ${reason}`).join('; ')
  return [
    ...failures.map(({ name, problem }) => `✗ ${name}: ${problem}`),
    `files                                   ${files}`,
    `in scope                                ${inScope}`,
    `parsed                                  ${parsed}`,
    `errors of the right kind                ${refused}`,
    `demo answers of same status and shape   ${demo.alike} of ${demo.played}`,
    `not covered                             ${sum(notCovered.values())}${reasons && ` (${reasons})`}`,
    `failed                                  ${failures.length}`,
  ].join('\n')
}
