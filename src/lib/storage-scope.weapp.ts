/** A phone has one owner; WeChat keeps the storage of each account apart by itself. */
export const scopedKey = (key: string): string => key

/** Whether a stored key is this person's. */
export const isOwnKey: (key: string) => boolean = () => true
