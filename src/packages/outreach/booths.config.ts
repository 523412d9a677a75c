export default definePageConfig({ navigationBarTitleText: '展台与二维码' })
