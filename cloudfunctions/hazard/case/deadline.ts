import { AppError } from 'types/app-error'

const longestDays = 366

/** @throws AppError INVALID_INPUT for a deadline that is past or more than a year away */
export const deadline = (iso: string, now: Date): Date => {
  const dueAt = new Date(iso)
  const ahead = dueAt.getTime() - now.getTime()
  if (ahead > 0 && ahead <= longestDays * 86_400_000) return dueAt
  const problem = ahead > 0 ? '整改期限最长一年' : '整改期限要晚于现在'
  throw new AppError('INVALID_INPUT', { fields: { dueAt: problem } })
}
