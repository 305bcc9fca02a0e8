/** An expression of a form, read: XPath 1.0 as forms write it, with `${name}` for a question. */
export type Expression =
  | { kind: 'value'; value: number | string }
  /** `${name}`: the question of that name. */
  | { kind: 'question'; name: string }
  /** `/data/a/b` from the root, which is left out; else from the question itself: `.`, `../b`. */
  | { kind: 'path'; isAbsolute: boolean; steps: string[] }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'minus'; of: Expression }

export type Operator = (typeof LEVELS)[number][number]

/** Thrown where an expression says something that is not understood here. It says nothing about the data. */
export class NotEvaluated extends Error {}

/** What binds least first. */
const LEVELS = [['or'], ['and'], ['=', '!='], ['<=', '<', '>=', '>'], ['+', '-'], ['*', 'div', 'mod']] as const

/** Brackets in brackets; and what is reckoned in all. More would use up the stack, here or in evaluating. */
const DEEPEST = 100
const MOST = 1500

/** After an operand a name can only be an operator. Names may have dashes and dots in them. */
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d*)?|\.\d+)|(?<text>"[^"]*"|'[^']*')|\$\{\s*(?<question>[^}]+?)\s*\}|(?<name>[\p{L}_][\p{L}\p{N}_.:-]*)|(?<sign><=|>=|!=|\.\.|\/\/|[-+*=<>(),./|[\]@]))/uy

interface Token {
  kind: 'number' | 'text' | 'question' | 'name' | 'sign'
  text: string
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  const text = source.trim()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const { groups = {} } = TOKEN.exec(text) ?? {}
    const found = (['number', 'text', 'question', 'name', 'sign'] as const).find((kind) => groups[kind] !== undefined)
    if (!found) throw new NotEvaluated(source)
    tokens.push({ kind: found, text: groups[found] ?? '' })
  }
  return tokens
}

/** @throws NotEvaluated for predicates, axes, unions, what is nested too deeply, and whatever is no XPath. */
export function parse(source: string): Expression {
  const tokens = tokensOf(source)
  let at = 0
  let depth = 0
  let parts = 0
  const fail = () => new NotEvaluated(source)
  const isNext = (text: string) => tokens[at]?.kind === 'sign' && tokens[at]?.text === text
  const take = (text: string) => {
    if (!isNext(text)) return false
    at += 1
    return true
  }
  const need = (text: string) => {
    if (!take(text)) throw fail()
  }

  const count = () => {
    parts += 1
    if (parts > MOST) throw fail()
  }

  /** What stands in brackets. */
  function inner(): Expression {
    depth += 1
    if (depth > DEEPEST) throw fail()
    const expression = binary(0)
    depth -= 1
    return expression
  }

  function binary(level: number): Expression {
    const operators = LEVELS[level]
    if (!operators) return unary()
    let left = binary(level + 1)
    for (;;) {
      const token = tokens[at]
      const operator = operators.find((each) => each === token?.text)
      if (!operator || (token?.kind !== 'sign' && token?.kind !== 'name')) return left
      at += 1
      count()
      left = { kind: 'operation', operator, left, right: binary(level + 1) }
    }
  }

  function unary(): Expression {
    if (!take('-')) return operand()
    count()
    return { kind: 'minus', of: unary() }
  }

  function operand(): Expression {
    const token = tokens[at]
    if (!token) throw fail()
    if (token.kind === 'sign') {
      if (!take('(')) return path()
      const inside = inner()
      need(')')
      return inside
    }
    at += 1
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) }
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1) }
      case 'question':
        return { kind: 'question', name: token.text }
      case 'name':
        return call(token.text)
    }
  }

  function call(name: string): Expression {
    need('(') // a bare name would be a child of the question
    count()
    const args: Expression[] = []
    while (!take(')')) {
      if (args.length > 0) need(',')
      args.push(inner())
    }
    if (name !== 'current') return { kind: 'call', name, args }
    return take('/') ? path() : { kind: 'path', isAbsolute: false, steps: [] }
  }

  function path(): Expression {
    const isAbsolute = take('/')
    const steps: string[] = []
    do {
      const token = tokens[at]
      if (token?.kind === 'name') steps.push(token.text)
      else if (!isAbsolute && isNext('..')) steps.push('..')
      else if (isAbsolute || !isNext('.')) throw fail()
      at += 1
    } while (take('/'))
    return { kind: 'path', isAbsolute, steps: isAbsolute ? steps.slice(1) : steps }
  }

  const expression = binary(0)
  if (at < tokens.length) throw fail()
  return expression
}
