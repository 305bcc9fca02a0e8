import { callFunction } from './functions.ts'
import { type Expression, NotEvaluated, type Operator } from './parse.ts'
import { Nodes, type Scope, stepsFrom, toBoolean, toNumber, type Value } from './values.ts'

/** Evaluates an expression in the scope of a question. @throws NotEvaluated if the result cannot be determined. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const operand = (child: Expression) => evaluate(child, scope)
  switch (expression.kind) {
    case 'value':
      return expression.value
    case 'question':
      return scope.question(expression.name)
    case 'path':
      return evaluatePath(expression, scope)
    case 'minus':
      return -toNumber(operand(expression.of))
    case 'call':
      return callFunction(expression, scope, operand)
    case 'operation': {
      const { operator, left, right } = expression
      if (operator === 'or') return toBoolean(operand(left)) || toBoolean(operand(right))
      if (operator === 'and') return toBoolean(operand(left)) && toBoolean(operand(right))
      return isComparison(operator)
        ? compare(operator, operand(left), operand(right))
        : calculate(operator, operand(left), operand(right))
    }
  }
}

function evaluatePath({ isAbsolute, steps }: Extract<Expression, { kind: 'path' }>, scope: Scope): Nodes {
  if (!isAbsolute && steps.length === 0) return new Nodes([scope.self])
  return scope.at(stepsFrom(isAbsolute ? [] : scope.path, steps))
}

type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
type ArithmeticOperator = '+' | '-' | '*' | 'div' | 'mod'

const isComparison = (operator: Operator): operator is ComparisonOperator => /[=<>]/.test(operator)

/** A node set compares true if any of its nodes does, as in XPath. */
function compare(operator: ComparisonOperator, left: Value, right: Value): boolean {
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
  const [a, b] = asTexts ? [left, right] : [toComparable(left), toComparable(right)]
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

/** @throws NotEvaluated for times of day, because data collection apps compare them differently. */
function toComparable(value: Value): number {
  if (typeof value === 'string' && /^\d\d:\d\d/.test(value)) throw new NotEvaluated('a time of day is compared')
  return toNumber(value)
}

function calculate(operator: ArithmeticOperator, left: Value, right: Value): number {
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
