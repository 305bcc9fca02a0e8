import { call } from './functions.ts'
import { type Expression, NotEvaluated, type Operator } from './parse.ts'
import { Nodes, type Scope, stepsFrom, toBoolean, toNumber, type Value } from './values.ts'

/** What an expression says in its place. @throws NotEvaluated where that is not to be known here. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const of = (each: Expression) => evaluate(each, scope)
  switch (expression.kind) {
    case 'value':
      return expression.value
    case 'question':
      return scope.question(expression.name)
    case 'path':
      return follow(expression, scope)
    case 'minus':
      return -toNumber(of(expression.of))
    case 'call':
      return call(expression, scope, of)
    case 'operation': {
      const { operator, left, right } = expression
      if (operator === 'or') return toBoolean(of(left)) || toBoolean(of(right))
      if (operator === 'and') return toBoolean(of(left)) && toBoolean(of(right))
      return isComparison(operator) ? compare(operator, of(left), of(right)) : reckon(operator, of(left), of(right))
    }
  }
}

function follow({ isAbsolute, steps }: Extract<Expression, { kind: 'path' }>, scope: Scope): Nodes {
  if (!isAbsolute && steps.length === 0) return new Nodes([scope.self])
  return scope.at(stepsFrom(isAbsolute ? [] : scope.path, steps))
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
type Reckoning = '+' | '-' | '*' | 'div' | 'mod'

const isComparison = (operator: Operator): operator is Comparison => /[=<>]/.test(operator)

/** Of several places one that fits is enough. */
function compare(operator: Comparison, left: Value, right: Value): boolean {
  if (left instanceof Nodes && typeof right !== 'boolean') {
    return left.texts.some((text) => compare(operator, text, right))
  }
  if (right instanceof Nodes && typeof left !== 'boolean') {
    return right.texts.some((text) => compare(operator, left, text))
  }
  const isEquality = operator === '=' || operator === '!='
  if (isEquality && (typeof left === 'boolean' || typeof right === 'boolean')) {
    return (toBoolean(left) === toBoolean(right)) === (operator === '=')
  }
  const asTexts = isEquality && typeof left === 'string' && typeof right === 'string'
  const [a, b] = asTexts ? [left, right] : [measured(left), measured(right)]
  switch (operator) {
    case '=':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
  }
}

/** A time of day is a number to some apps, and nothing to others. */
function measured(value: Value): number {
  if (typeof value === 'string' && /^\d\d:\d\d/.test(value)) throw new NotEvaluated('a time of day is compared')
  return toNumber(value)
}

function reckon(operator: Reckoning, left: Value, right: Value): number {
  const [a, b] = [toNumber(left), toNumber(right)]
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case 'div':
      return a / b
    case 'mod':
      return a % b
  }
}
