/** A username within a sentence. */
export function Person({ children }: { children: string }) {
  return (
    <b>
      <bdi>{children}</bdi>
    </b>
  )
}
