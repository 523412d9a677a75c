const shanghaiMs = 8 * 3_600_000

/** `6 月 18 日 08:12`, in Shanghai. */
export const showMoment = (at: Date): string => {
  const time = new Date(at.getTime() + shanghaiMs)
  const clock = time.toISOString().slice(11, 16)
  return `${time.getUTCMonth() + 1} 月 ${time.getUTCDate()} 日 ${clock}`
}
