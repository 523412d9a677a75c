import { Button, Input, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'

/** One page with a tap, an input and a call: enough to show what the runtime itself costs. */
const Index = () => {
  const [count, setCount] = useState(0)
  const [name, setName] = useState('')
  return (
    <View>
      <Text>你好，{name || '世界'}</Text>
      <Input value={name} placeholder="名字" onInput={(event) => setName(event.detail.value)} />
      <Button onClick={() => setCount(count + 1)}>点了 {count} 次</Button>
      <Button onClick={() => void Taro.navigateTo({ url: '/pages/index/index?again=1' })}>再开一页</Button>
    </View>
  )
}

export default Index
