import type { HazardDetail } from './api'

/** What every form of an act on one hazard is given. */
export type HazardSheetProps = {
  detail: HazardDetail
  open: boolean
  onClose: () => void
  /** What happens in the confirming tap itself. */
  onTap?: () => void
}

/** Noon of a Shanghai day (`YYYY-MM-DD`) as an instant. */
export const instantOf = (day: string): string => new Date(`${day}T12:00:00+08:00`).toISOString()
