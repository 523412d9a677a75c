/** A phone has no Escape key. */
export const onEscape: (close: () => void) => (() => void) | undefined = () => undefined
