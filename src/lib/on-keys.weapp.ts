/** A phone has no keys to listen to. */
export const onKeys: (press: (key: string) => boolean) => (() => void) | undefined = () => undefined
