/** `3,418`: WeChat's engine has no Intl on every phone. */
export const showNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** `61%` of a share 0..1. */
export const showShare = (share: number): string => `${Math.round(share * 100)}%`
