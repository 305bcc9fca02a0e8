const NOT_TYPED_INTO = ['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']
  .map((type) => `:not([type=${type}])`)
  .join('')
const TEXT_FIELDS = `input${NOT_TYPED_INTO}, textarea, select, [contenteditable]:not([contenteditable=false])`

/** Whether the target of a key event is a field, whose keys are typed into it. */
export const isTextField = (target: EventTarget | null) =>
  target instanceof Element && target.closest(TEXT_FIELDS) !== null
