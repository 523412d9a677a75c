export default definePageConfig({ navigationBarTitleText: '代工友上报' })
