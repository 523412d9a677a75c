import { useEffect } from 'react'
import { AppError } from 'types/app-error'
import { ListGroup, ListRow } from '@/components/list-row'
import { useLanding } from '@/features/session/api'
import { findBooth, useBooth } from '@/features/session/booth-store'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

/** Only where no union stands yet: the way in for the first administrator. */
export const FirstUseRows = () => {
  const { booth, known } = useBooth()
  useEffect(findBooth, [])
  const isMissing = (error: unknown) => error instanceof AppError && error.code === 'NOT_FOUND'
  const landing = useLanding({ booth }, known)
  // A booth of former days says nothing about today's union.
  const root = useLanding({ booth: undefined }, known && booth !== undefined && isMissing(landing.error))
  const found = booth === undefined ? landing : root
  if (!isMissing(found.error)) return null
  return (
    <ListGroup title="这里还没有启用">
      <ListRow
        icon="shield"
        tone="red"
        title="首次启用"
        detail="由工会的第一位管理员办理，需要一次性口令"
        onPress={() => openPage(routes.first)}
      />
      <ListRow icon="download" title="从备份恢复" onPress={() => openPage(routes.restore)} />
    </ListGroup>
  )
}
