export default definePageConfig({ navigationBarTitleText: '展台海报' })
