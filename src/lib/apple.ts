/** Whether the keyboard is Apple's, with Command in place of Control. */
export const isApple = () => /^(Mac|iPhone|iPad)/.test(navigator.platform)
