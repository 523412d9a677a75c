/** A mini program's page has no address of its own: it is shared as a card. */
export const pageLink: (page: string) => string | null = () => null
