export default definePageConfig({ navigationBarTitleText: '待我整改' })
