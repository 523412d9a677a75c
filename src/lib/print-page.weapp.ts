/** WeChat prints nothing: the picture is saved and printed from there. */
export const printPage: (() => void) | null = null
