/** Taro's input wraps the real one: the name a screen reader says must reach that. */
export const inputName = (label: string) => ({ nativeProps: { 'aria-label': label } })
