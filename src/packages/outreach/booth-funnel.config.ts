export default definePageConfig({ navigationBarTitleText: '展台成效' })
