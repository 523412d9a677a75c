import { useReportRound } from '@/features/hazard/report-round'
import { useArrival } from '@/features/session/use-arrival'
import { ReceiptPage } from './receipt-page'
import { ReportPage } from './report-page'

/** Report a hazard; then its receipt, until the next report is begun. */
const Hazard = () => {
  const { round, sentId } = useReportRound()
  const landing = useArrival()
  return sentId ? <ReceiptPage key={sentId} id={sentId} /> : <ReportPage key={round} landing={landing.data} />
}

export default Hazard
