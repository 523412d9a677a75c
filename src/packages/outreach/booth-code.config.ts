export default definePageConfig({ navigationBarTitleText: '展台二维码' })
