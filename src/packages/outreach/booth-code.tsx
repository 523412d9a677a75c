import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { useBoothCode } from '@/features/office/booth/booth-api'
import { Poster } from '@/features/office/booth/poster'
import '@/features/office/office.scss'
import { useIsWide } from '@/hooks/use-is-wide'
import { useNeededParam } from '@/hooks/use-needed-param'
import { useQueryParam } from '@/hooks/use-query-param'
import { copyText } from '@/lib/copy-text'
import { printPage } from '@/lib/print-page'
import { savePicture } from '@/lib/save-picture'

type ActProps = { url: string | undefined; name: string }

/** A wide browser window prints; a phone saves the picture. */
const Acts = ({ url, name }: ActProps) => {
  const isWide = useIsWide()
  const save = () => {
    if (url) void savePicture(url, name)
  }
  const print = isWide ? printPage : null
  return (
    <View className="office-act">
      {print && (
        <Button icon="document" disabled={!url} onPress={print}>
          打印这张海报
        </Button>
      )}
      <Button kind={print ? 'quiet' : 'primary'} icon="download" disabled={!url} onPress={save}>
        保存二维码图片
      </Button>
    </View>
  )
}

/** The booth's code as it hangs at the booth. */
const BoothCodePage = () => {
  const code = useBoothCode(useNeededParam('id'))
  const name = useQueryParam('name') ?? '展台'
  const place = useQueryParam('place') ?? ''
  const union = useQueryParam('union') ?? ''
  const scene = code.data?.scene
  return (
    <Page title="展台二维码" wide footer={<Acts url={code.data?.url} name={name} />}>
      {code.isError && !code.data ? (
        <ErrorState error={code.error} retrying={code.isFetching} onRetry={() => void code.refetch()} />
      ) : (
        <>
          <Poster union={union} name={name} place={place} url={code.data?.url} />
          {scene && (
            <View className="poster-around center">
              <Button kind="quiet" small onPress={() => void copyText(scene, '展台编号')}>
                复制展台编号（给做物料的人）
              </Button>
            </View>
          )}
        </>
      )}
    </Page>
  )
}

export default BoothCodePage
