/** Steps between ticks that are easy to read, within one power of ten. */
const STEPS = [1, 2, 5, 10]
/** At most this many steps from zero to the top. */
const MOST_STEPS = 4

/** Ticks of an axis of counts: from zero, in whole and round steps, up to the first at or above the highest count. */
export function countTicks(highest: number): number[] {
  const least = Math.max(1, highest / MOST_STEPS)
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * (STEPS.find((one) => one * power >= least) ?? 10)
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) + 1 }, (_, index) => index * step)
}

/**
 * Which of `count` places in a row get a label: the last, and before it at even distances as many as there is space for;
 * the first too, unless its label would touch the next.
 */
export function labelled(count: number, space: number, labelWidth: number): number[] {
  const most = Math.max(1, Math.min(count - 1, Math.floor(space / labelWidth) - 1))
  const step = Math.max(1, Math.ceil((count - 1) / most))
  const regular = Array.from({ length: count }, (_, index) => index).filter((index) => (count - 1 - index) % step === 0)
  const gap = ((regular[0] ?? 0) * space) / count
  return gap >= labelWidth ? [0, ...regular] : regular
}
