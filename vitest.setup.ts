// A busy machine takes longer than the usual second to answer. Tests without a page need no testing library.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 15_000 })
}
export {}
