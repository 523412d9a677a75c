export default definePageConfig({ navigationBarTitleText: '调整隶属' })
