/** Shown while the first page loads: nothing jumps, nothing flashes. */
export function Starting() {
  return <div aria-busy="true" />
}
