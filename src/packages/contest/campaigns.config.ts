export default definePageConfig({ navigationBarTitleText: '闯关活动', enableShareAppMessage: true })
