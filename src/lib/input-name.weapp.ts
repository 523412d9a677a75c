/** The name a screen reader says. */
export const inputName = (label: string) => ({ ariaLabel: label })
