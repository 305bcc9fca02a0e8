/** How many imports go on. */
export const useRunningImports = () => 0
