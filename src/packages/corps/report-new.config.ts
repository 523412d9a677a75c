export default definePageConfig({ navigationBarTitleText: '写简报' })
