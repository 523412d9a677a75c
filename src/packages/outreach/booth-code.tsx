import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Segment } from '@/components/segment'
import { useBooths, usePosterFile, usePosters, type PosterData } from '@/features/office/booth/booth-api'
import { Poster, type Ink } from '@/features/office/booth/poster'
import '@/features/office/office.scss'
import type { Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useIsWide } from '@/hooks/use-is-wide'
import { useQueryParam } from '@/hooks/use-query-param'
import { copyText } from '@/lib/copy-text'
import { openDocument } from '@/lib/open-document'
import { printSheets, type PaperSize } from '@/lib/print-sheets'
import { savePicture } from '@/lib/save-picture'
import { showToast } from '@/lib/toast-store'

const sizes = [
  { value: 'A4', label: 'A4' },
  { value: 'A3', label: 'A3' },
] as const
const inks = [
  { value: 'colour', label: '彩色' },
  { value: 'saving', label: '省墨黑白' },
] as const

const saveAll = async (posters: readonly PosterData[]) => {
  for (const { url, name } of posters) if (url) await savePicture(url, name)
}

const isDrawn = (posters: readonly PosterData[]) => posters.length > 0 && posters.every(({ url }) => url !== null)

type ActProps = { nodeId: string; posters: readonly PosterData[]; size: PaperSize; ink: Ink }

/** The posters as a document: a phone or a computer without a browser prints it, sends it on, or hands it to a print shop. */
const FileAct = ({ nodeId, posters, size, ink, kind }: ActProps & { kind: 'primary' | 'quiet' }) => {
  const file = usePosterFile()
  const open = () =>
    file.mutate(
      { nodeId, ids: posters.map(({ id }) => id), paper: size, ink },
      {
        onSuccess: ({ url, fileName }) => void openDocument(url, fileName),
        onError: ({ message }) => showToast(message, 'bad'),
      },
    )
  return (
    <Button kind={kind} icon="document" loading={file.isPending} disabled={!isDrawn(posters)} onPress={open}>
      {`打开可打印的海报（${size}）`}
    </Button>
  )
}

/** A wide browser window prints by itself; everywhere there is a document to print, and the pictures of the codes. */
const Acts = (props: ActProps) => {
  const { posters, size, ink } = props
  const print = useIsWide() ? printSheets : null
  const many = posters.length > 1
  return (
    <View className="office-act">
      {print && (
        <Button icon="document" disabled={!isDrawn(posters)} onPress={() => print(size)}>
          {many ? `打印 ${posters.length} 张海报` : '打印这张海报'}
        </Button>
      )}
      {/* What was asked for with one paper is another file than with the other: each has an id of its own. */}
      <FileAct key={`${size} ${ink}`} {...props} kind={print ? 'quiet' : 'primary'} />
      <Button kind="quiet" icon="download" disabled={!isDrawn(posters)} onPress={() => void saveAll(posters)}>
        {many ? `保存 ${posters.length} 张二维码图片` : '保存二维码图片'}
      </Button>
    </View>
  )
}

const advice = {
  A4: 'A4 上的码约 12 厘米宽，站在 1.5 米外就能扫。',
  A3: 'A3 上的码约 17 厘米宽，站在 2 米外就能扫。',
} as const

const Posters = ({ nodeId, ids, isReady }: { nodeId: string; ids: readonly string[]; isReady: boolean }) => {
  const [size, setSize] = useState<PaperSize>('A4')
  const [ink, setInk] = useState<Ink>('colour')
  const posters = usePosters(nodeId, ids)
  const items = isReady ? (posters.data?.items ?? []) : []
  return (
    <Page
      title="展台海报"
      wide
      footer={items.length > 0 ? <Acts nodeId={nodeId} posters={items} size={size} ink={ink} /> : undefined}
    >
      <View className="poster-around">
        <Card>
          <View className="stack-s">
            <Segment label="纸张" options={sizes} value={size} onChange={setSize} />
            <Segment label="颜色" options={inks} value={ink} onChange={setInk} />
            <View className="text-m">
              {advice[size]}海报打开后是一份 Word 文件，一页一张：在微信里可以转到电脑打印，或发给打印店。
            </View>
          </View>
        </Card>
      </View>
      <QueryView query={posters} skeleton={<Skeleton kind="code" count={1} />}>
        {(data) => (
          <View className="poster-list">
            {data.items.map((poster) => (
              <Poster key={poster.id} poster={poster} ink={ink} />
            ))}
          </View>
        )}
      </QueryView>
      {items.length === 1 && items[0] && (
        <View className="poster-around center">
          <Button kind="quiet" small onPress={() => void copyText(items[0]?.scene ?? '', '展台编号')}>
            复制展台编号（给做物料的人）
          </Button>
        </View>
      )}
    </Page>
  )
}

const OfBatch = ({ seat, batchId }: { seat: Seat; batchId: string }) => {
  const booths = useBooths(seat.nodeId, batchId)
  const ids = booths.data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
  return <Posters nodeId={seat.nodeId} ids={[...ids].reverse()} isReady={!booths.hasNextPage} />
}

/** Posters of one booth or of a whole batch, to be printed or handed to a print shop. */
const BoothPostersPage = () => {
  const batchId = useQueryParam('batchId')
  const id = useQueryParam('id')
  return (
    <WithSeat title="展台海报">
      {(seat) =>
        batchId ? (
          <OfBatch key={seat.id} seat={seat} batchId={batchId} />
        ) : (
          <Posters key={seat.id} nodeId={seat.nodeId} ids={id ? [id] : []} isReady />
        )
      }
    </WithSeat>
  )
}

export default BoothPostersPage
