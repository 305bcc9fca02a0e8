import { type Fault, Rule, type Script } from './fault.ts'

/** A text that is not valid in the grammar of faults. */
export class ChaosGrammarError extends Error {
  override readonly name = 'ChaosGrammarError'
}

const METHOD_GROUPS: Record<string, Rule['methods']> = {
  any: ['GET', 'POST', 'PATCH', 'DELETE'],
  read: ['GET'],
  write: ['POST', 'PATCH', 'DELETE'],
}

/**
 * Parses the faults in a URL: `429:3;on=read;times=2,latency:400,seed=7`. The grammar is described in
 * docs/demo-differences.md.
 * @throws ChaosGrammarError
 */
export function parseChaos(text: string): Script {
  const items = text.split(',').map((item) => item.trim()) // prettier-ignore
  const script: Script = { rules: [], seed: 1 }
  for (const item of items) {
    if (item === '' || item === 'off') continue
    const [, seed] = /^seed=(\d{1,9})$/.exec(item) ?? []
    if (seed !== undefined) script.seed = Number(seed)
    else script.rules.push(parseRule(item))
  }
  return script
}

function parseRule(item: string): Rule {
  const [head = '', ...conditions] = item.split(';').map((part) => part.trim())
  const [name = '', faultValue] = head.split(':')
  const rule: Record<string, unknown> = { fault: faultOf(name, faultValue) }
  for (const condition of conditions) {
    const [key = '', ...rest] = condition.split('=')
    const value = rest.join('=')
    if (key === 'on') rule['methods'] = METHOD_GROUPS[value] ?? value.toUpperCase().split('.')
    else if (key === 'path') rule['path'] = value
    else if (key in NUMBER_CONDITIONS) rule[NUMBER_CONDITIONS[key] ?? ''] = Number(value)
    else throw new ChaosGrammarError(`“${item}”: there is no condition “${key}”`)
  }
  const parsed = Rule.safeParse(rule)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ChaosGrammarError(`“${item}” is invalid: ${issue?.path.join('.')} ${issue?.message}`)
}

const NUMBER_CONDITIONS: Record<string, string> = { 'one-in': 'oneIn', after: 'after', times: 'times', for: 'seconds' }

function faultOf(name: string, value: string | undefined): Record<string, unknown> {
  if (value === undefined) return { name }
  return name === '429' ? { name, retryAfter: Number(value) } : { name, ms: Number(value) }
}

/** The shortest text that is parsed to the same faults. */
export const formatChaos = ({ rules, seed }: Script) =>
  [...rules.map(formatRule), ...(seed === 1 ? [] : [`seed=${seed}`])].join(',')

function formatRule({ fault, methods, path, oneIn, after, times, seconds }: Rule): string {
  const value = valueOf(fault)
  const group = Object.keys(METHOD_GROUPS).find((key) => METHOD_GROUPS[key]?.join('.') === methods.join('.'))
  return [
    value === undefined ? fault.name : `${fault.name}:${value}`,
    ...(group === 'any' ? [] : [`on=${group ?? methods.join('.')}`]),
    ...(path === undefined ? [] : [`path=${path}`]),
    ...(oneIn === 1 ? [] : [`one-in=${oneIn}`]),
    ...(after === 0 ? [] : [`after=${after}`]),
    ...(times === undefined ? [] : [`times=${times}`]),
    ...(seconds === undefined ? [] : [`for=${seconds}`]),
  ].join(';')
}

function valueOf(fault: Fault): number | undefined {
  if ('ms' in fault) return fault.ms === 1000 ? undefined : fault.ms
  return 'retryAfter' in fault ? fault.retryAfter : undefined
}
