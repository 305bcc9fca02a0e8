import { disagreement, type FormResult, type Step } from './check-forms.ts'

const NAMES: Record<Step, string> = { import: 'import', deployment: 'deploy', odk: 'ODK', none: 'sound' }

const lineOf = (result: FormResult): string => {
  const { file, quick, exact, server, texts } = result
  const problem = disagreement(result)
  const steps = [quick, exact, server].map((step) => (step ? NAMES[step] : '–').padEnd(6)).join(' ')
  const text = (texts.quick || texts.exact).replaceAll(/\s+/g, ' ').slice(0, 90)
  const lines = [`${problem === null ? ' ' : '✗'} ${steps} ${file}${text && `  ${text}`}`]
  if (problem !== null) lines.push(`    ${problem}; the server: ${texts.server.replaceAll(/\s+/g, ' ').slice(0, 160)}`)
  return lines.join('\n')
}

/** A line for each form, and a summary. */
export function formatFormReport(results: readonly FormResult[]): string {
  const known = results.filter(({ server }) => server !== undefined)
  const count = (step: Step) => known.filter(({ server }) => server === step).length
  const wrong = results.filter((result) => disagreement(result) !== null).length
  const missed = known.filter(({ quick, server }) => server === 'deployment' && quick === 'none').length
  const slowest = (kind: 'quick' | 'exact') => Math.round(Math.max(0, ...results.map(({ took }) => took[kind])))
  return [
    '  quick  exact  server file',
    ...results.map(lineOf),
    '',
    `${results.length} forms, ${known.length} with an answer of a server: ${count('import')} refused at the import, ` +
      `${count('deployment')} at the deployment, ${count('odk')} by ODK Validate, ${count('none')} sound.`,
    `Foreseen differently: ${wrong}. Refusals at the deployment that only the exact check foresees: ${missed}.`,
    `The slowest took ${slowest('quick')} ms quickly and ${slowest('exact')} ms exactly.`,
  ].join('\n')
}
