import { AppError } from 'types/app-error'
import { parsePersonName } from 'types/person-name'

/**
 * A name as it is stored and read by others: Han and `·` only, so that nothing invisible tells two alike apart.
 * @throws AppError INVALID_INPUT
 */
export const cleanName = (text: string): string => {
  const parsed = parsePersonName(text)
  if (parsed.ok) return parsed.name
  throw new AppError('INVALID_INPUT', { fields: { name: parsed.reason } })
}
