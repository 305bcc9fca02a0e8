/** The syntax tree of an expression in a form: XPath 1.0, with `${name}` for a question. */
export type Expression =
  | { kind: 'value'; value: number | string }
  /** `${name}`: the question with that name. */
  | { kind: 'question'; name: string }
  /** Absolute, without the root: `/data/a/b` has the steps a, b. Else relative to the question: `.`, `../b`. */
  | { kind: 'path'; isAbsolute: boolean; steps: string[] }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'minus'; of: Expression }

export type Operator = (typeof PRECEDENCE)[number][number]

/** Thrown if we cannot evaluate an expression. It does not mean that the data is invalid. */
export class NotEvaluated extends Error {}

/** Operators in ascending order of precedence. */
const PRECEDENCE = [['or'], ['and'], ['=', '!='], ['<=', '<', '>=', '>'], ['+', '-'], ['*', 'div', 'mod']] as const

/** Limits of nesting and of operations, so that neither parsing nor evaluating overflows the stack. */
const MAX_DEPTH = 100
const MAX_NODES = 1500

/** Names can contain dashes and dots. A name after an operand is an operator. */
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
    const kind = (['number', 'text', 'question', 'name', 'sign'] as const).find((each) => groups[each] !== undefined)
    if (!kind) throw new NotEvaluated(source)
    tokens.push({ kind, text: groups[kind] ?? '' })
  }
  return tokens
}

/** Parses an expression. @throws NotEvaluated for predicates, axes, unions, too deep nesting, and invalid XPath. */
export function parse(source: string): Expression {
  const tokens = tokensOf(source)
  let position = 0
  let depth = 0
  let nodes = 0
  const fail = () => new NotEvaluated(source)
  const isNext = (text: string) => tokens[position]?.kind === 'sign' && tokens[position]?.text === text
  const takeSign = (text: string) => {
    if (!isNext(text)) return false
    position += 1
    return true
  }
  const expectSign = (text: string) => {
    if (!takeSign(text)) throw fail()
  }

  const countNode = () => {
    nodes += 1
    if (nodes > MAX_NODES) throw fail()
  }

  /** An expression in brackets, or an argument. */
  function nested(): Expression {
    depth += 1
    if (depth > MAX_DEPTH) throw fail()
    const expression = binary(0)
    depth -= 1
    return expression
  }

  function binary(level: number): Expression {
    const operators = PRECEDENCE[level]
    if (!operators) return unary()
    let left = binary(level + 1)
    for (;;) {
      const token = tokens[position]
      const operator = operators.find((each) => each === token?.text)
      if (!operator || (token?.kind !== 'sign' && token?.kind !== 'name')) return left
      position += 1
      countNode()
      left = { kind: 'operation', operator, left, right: binary(level + 1) }
    }
  }

  function unary(): Expression {
    if (!takeSign('-')) return operand()
    countNode()
    return { kind: 'minus', of: unary() }
  }

  function operand(): Expression {
    const token = tokens[position]
    if (!token) throw fail()
    if (token.kind === 'sign') {
      if (!takeSign('(')) return path()
      const inside = nested()
      expectSign(')')
      return inside
    }
    position += 1
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
    expectSign('(') // without it, the name would be a child element of the question
    countNode()
    const args: Expression[] = []
    while (!takeSign(')')) {
      if (args.length > 0) expectSign(',')
      args.push(nested())
    }
    if (name !== 'current') return { kind: 'call', name, args }
    return takeSign('/') ? path() : { kind: 'path', isAbsolute: false, steps: [] }
  }

  function path(): Expression {
    const isAbsolute = takeSign('/')
    const steps: string[] = []
    do {
      const token = tokens[position]
      if (token?.kind === 'name') steps.push(token.text)
      else if (!isAbsolute && isNext('..')) steps.push('..')
      else if (isAbsolute || !isNext('.')) throw fail()
      position += 1
    } while (takeSign('/'))
    return { kind: 'path', isAbsolute, steps: isAbsolute ? steps.slice(1) : steps }
  }

  const expression = binary(0)
  if (position < tokens.length) throw fail()
  return expression
}
