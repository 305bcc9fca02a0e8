import { type Expression, NotEvaluated, parse } from './parse.ts'
import { stepsFrom } from './values.ts'

/** What an expression asks about. */
export interface References {
  /** Of questions, as in `${name}`. */
  names: ReadonlySet<string>
  /** From the root, without it. */
  paths: ReadonlySet<string>
  /** Whether that is all: an expression that is not understood may ask about more. */
  isComplete: boolean
}

/** What an expression asks about where it stands at a path. */
export function referencesOf(source: string, at: readonly string[]): References {
  const names = new Set<string>()
  const paths = new Set<string>()
  try {
    const collect = (expression: Expression): void => {
      switch (expression.kind) {
        case 'value':
          return
        case 'question':
          names.add(expression.name)
          return
        case 'path':
          paths.add(stepsFrom(expression.isAbsolute ? [] : at, expression.steps).join('/'))
          return
        case 'call':
          return expression.args.forEach(collect)
        case 'minus':
          return collect(expression.of)
        case 'operation':
          collect(expression.left)
          return collect(expression.right)
      }
    }
    collect(parse(source))
    return { names, paths, isComplete: true }
  } catch (error) {
    if (!(error instanceof NotEvaluated)) throw error
    for (const [, name = ''] of source.matchAll(/\$\{\s*([^}]+?)\s*\}/g)) names.add(name)
    return { names, paths, isComplete: !source.replaceAll(/\$\{[^}]*\}|"[^"]*"|'[^']*'/g, '').includes('/') }
  }
}
