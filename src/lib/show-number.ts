import { fewWords } from 'types/told-number'

/** `3,418`: WeChat's engine has no Intl on every phone. */
export const showNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** The number, or that it is one of a few. */
export const showTold = (value: number | null): string => (value === null ? fewWords : showNumber(value))

/** `61%` of a share 0..1; what is there but rounds to nothing is `<1%`. */
export const showShare = (share: number): string => (share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`)
