import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import '@/components/photo-grid.scss'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { usePrintReport, useReport } from '@/features/corps/report/report-api'
import { ReportSheet } from '@/features/corps/report/report-sheet'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { openDocument } from '@/lib/open-document'
import { printPage } from '@/lib/print-page'
import { routes } from '@/lib/routes'

/** One report, to read, to print, to hand on as a document. */
const ReportPage = () => {
  const report = useReport(useNeededParam('id'))
  const printing = usePrintReport()
  const download = (id: string) =>
    printing.mutate({ id }, { onSuccess: ({ url, fileName }) => void openDocument(url, fileName) })
  return (
    <Page title="活动简报" wide="reading">
      <QueryView query={report} skeleton={<Skeleton kind="card" count={2} />}>
        {(data) => (
          <View className="stack">
            <ReportSheet report={data} />
            <View className="row-wrap">
              <Button kind="ghost" icon="download" loading={printing.isPending} onPress={() => download(data.id)}>
                下载 Word
              </Button>
              {printPage && (
                <Button kind="ghost" onPress={printPage}>
                  打印
                </Button>
              )}
              {data.mayRevise && (
                <Button
                  kind="quiet"
                  icon="edit"
                  onPress={() => openPage(routes.corpsReportNew, { id: data.activityId })}
                >
                  修改
                </Button>
              )}
            </View>
          </View>
        )}
      </QueryView>
    </Page>
  )
}

export default ReportPage
