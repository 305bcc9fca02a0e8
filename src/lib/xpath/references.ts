import { type Expression, NotEvaluated, parse } from './parse.ts'
import { stepsFrom } from './values.ts'

/** The questions that an expression refers to. */
export interface References {
  /** Names of questions, as in `${name}`. */
  names: ReadonlySet<string>
  /** Absolute paths, without the root. */
  paths: ReadonlySet<string>
  /** False if the expression could not be parsed, and may have more references. */
  isComplete: boolean
}

/** The references of an expression of the question at this path. */
export function referencesOf(source: string, contextPath: readonly string[]): References {
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
          paths.add(stepsFrom(expression.isAbsolute ? [] : contextPath, expression.steps).join('/'))
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
