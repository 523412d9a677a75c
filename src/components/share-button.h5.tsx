/** A browser has no chat to share into. */
export const ShareButton: (props: { children: string }) => null = () => null
