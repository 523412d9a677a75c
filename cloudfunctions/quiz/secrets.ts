import { AppError } from 'types/app-error'

/** Keeps the draw of a paper unforeseeable: the phone knows its paper's id, but not this. */
export const drawSecret = (): string => {
  const secret = process.env.DRAW_SECRET
  if (!secret)
    throw new AppError('INTERNAL', { reason: '环境变量 DRAW_SECRET 未设置，无法抽题，请在云函数配置中填写。' })
  return secret
}
