<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BrokerValues</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Difference to the refresh before</source>
        <translation>与上次刷新的差值</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>配置项</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
</context>
<context>
    <name>Brokers</name>
    <message>
        <source>Master</source>
        <translation>主</translation>
    </message>
    <message>
        <source>Slave %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Connection ended</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>Not authorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Disk nearly full</source>
        <translation>磁盘将满</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>In /s</source>
        <translation>写入 /s</translation>
    </message>
    <message>
        <source>Messages stored a second, over the last 10 s</source>
        <translation>最近 10 秒内每秒存储的消息数</translation>
    </message>
    <message>
        <source>in/s</source>
        <translation>写入/s</translation>
    </message>
    <message>
        <source>Out /s</source>
        <translation>读出 /s</translation>
    </message>
    <message>
        <source>Messages handed to consumers a second, over the last 10 s</source>
        <translation>最近 10 秒内每秒交给消费者的消息数</translation>
    </message>
    <message>
        <source>out/s</source>
        <translation>读出/s</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Share in use of the disk that holds the commit log; writes stop at 90 %</source>
        <translation>CommitLog 所在磁盘的使用率；达到 90 % 时停止写入</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Sends that wait for a thread</source>
        <translation>等待线程的发送请求</translation>
    </message>
    <message>
        <source>Round trip ms</source>
        <translation>往返 ms</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>运行时长</translation>
    </message>
</context>
<context>
    <name>CallLog</name>
    <message>
        <source>Stores one message in a queue.</source>
        <translation>把一条消息存入队列。</translation>
    </message>
    <message>
        <source>Reads messages of a queue from an offset on; the broker may hold it until there are some.</source>
        <translation>从某个位点起读取队列的消息；Broker 可能等到有消息才应答。</translation>
    </message>
    <message>
        <source>Finds messages by key or unique id in a broker&apos;s index.</source>
        <translation>在 Broker 的索引中按 Key 或唯一 id 查找消息。</translation>
    </message>
    <message>
        <source>Reads how far a group has come in a queue.</source>
        <translation>读取消费组在队列中的进度。</translation>
    </message>
    <message>
        <source>Notes how far a group has come in a queue.</source>
        <translation>记录消费组在队列中的进度。</translation>
    </message>
    <message>
        <source>Creates a topic on a broker, or changes it.</source>
        <translation>在 Broker 上创建或修改主题。</translation>
    </message>
    <message>
        <source>Lists a broker&apos;s topics with their queues and permission.</source>
        <translation>列出 Broker 的主题及其队列和权限。</translation>
    </message>
    <message>
        <source>Changes settings of a broker.</source>
        <translation>修改 Broker 的设置。</translation>
    </message>
    <message>
        <source>Reads the settings of a broker.</source>
        <translation>读取 Broker 的设置。</translation>
    </message>
    <message>
        <source>Reads what a broker tells of itself: version, rates, disk, thread pools.</source>
        <translation>读取 Broker 的自述：版本、速率、磁盘、线程池。</translation>
    </message>
    <message>
        <source>Finds the offset of a queue that belongs to a time.</source>
        <translation>查找某个时间对应的队列位点。</translation>
    </message>
    <message>
        <source>Reads the offset that the next message of a queue will have.</source>
        <translation>读取队列下一条消息的位点。</translation>
    </message>
    <message>
        <source>Reads the offset of the oldest message a queue still has.</source>
        <translation>读取队列中现存最早消息的位点。</translation>
    </message>
    <message>
        <source>Reads when the oldest message of a queue was stored.</source>
        <translation>读取队列中最早消息的存储时间。</translation>
    </message>
    <message>
        <source>Reads one message by its place in the store.</source>
        <translation>按存储位置读取一条消息。</translation>
    </message>
    <message>
        <source>Tells a broker which producers and groups this client has.</source>
        <translation>告诉 Broker 本客户端有哪些生产者和消费组。</translation>
    </message>
    <message>
        <source>Tells a broker that this client leaves.</source>
        <translation>告诉 Broker 本客户端要离开。</translation>
    </message>
    <message>
        <source>Gives a message back, to be delivered again later.</source>
        <translation>退回一条消息，稍后重新投递。</translation>
    </message>
    <message>
        <source>Commits a transaction&apos;s message or rolls it back.</source>
        <translation>提交或回滚事务消息。</translation>
    </message>
    <message>
        <source>Lists the clients of a group that are online.</source>
        <translation>列出消费组在线的客户端。</translation>
    </message>
    <message>
        <source>The broker says that the clients of a group have changed.</source>
        <translation>Broker 通知消费组的客户端有变化。</translation>
    </message>
    <message>
        <source>Locks queues for one client that reads in order.</source>
        <translation>为顺序消费的客户端锁定队列。</translation>
    </message>
    <message>
        <source>Unlocks queues that were read in order.</source>
        <translation>解锁顺序消费的队列。</translation>
    </message>
    <message>
        <source>Reads how far all groups of a broker have come.</source>
        <translation>读取 Broker 上所有消费组的进度。</translation>
    </message>
    <message>
        <source>Has a broker check a filter before it is used.</source>
        <translation>让 Broker 在使用前检查过滤条件。</translation>
    </message>
    <message>
        <source>Reads a value that name servers keep.</source>
        <translation>读取 NameServer 保存的一个值。</translation>
    </message>
    <message>
        <source>Asks a name server where a topic&apos;s queues are.</source>
        <translation>向 NameServer 询问主题的队列在哪里。</translation>
    </message>
    <message>
        <source>Asks a name server for all clusters and brokers.</source>
        <translation>向 NameServer 询问所有集群和 Broker。</translation>
    </message>
    <message>
        <source>Creates a consumer group on a broker, or changes it.</source>
        <translation>在 Broker 上创建或修改消费组。</translation>
    </message>
    <message>
        <source>Lists a broker&apos;s consumer groups.</source>
        <translation>列出 Broker 的消费组。</translation>
    </message>
    <message>
        <source>Reads the offsets and the last write of every queue of a topic on a broker.</source>
        <translation>读取主题在 Broker 上各队列的位点和最后写入时间。</translation>
    </message>
    <message>
        <source>Reads which clients of a group are connected, and what they subscribe to.</source>
        <translation>读取消费组已连接的客户端及其订阅。</translation>
    </message>
    <message>
        <source>Reads which producers of a group are connected.</source>
        <translation>读取已连接的生产者。</translation>
    </message>
    <message>
        <source>Takes the write permission from a broker, at a name server.</source>
        <translation>在 NameServer 上取消 Broker 的写权限。</translation>
    </message>
    <message>
        <source>Lists all topics that a name server knows.</source>
        <translation>列出 NameServer 知道的所有主题。</translation>
    </message>
    <message>
        <source>Deletes a consumer group on a broker.</source>
        <translation>在 Broker 上删除消费组。</translation>
    </message>
    <message>
        <source>Reads how far a group is behind, queue by queue.</source>
        <translation>逐个队列读取消费组的堆积。</translation>
    </message>
    <message>
        <source>Deletes a topic on a broker, with its messages.</source>
        <translation>在 Broker 上删除主题及其消息。</translation>
    </message>
    <message>
        <source>Deletes a topic&apos;s route at a name server.</source>
        <translation>在 NameServer 上删除主题的路由。</translation>
    </message>
    <message>
        <source>Lists values that name servers keep; it also shows that one is alive.</source>
        <translation>列出 NameServer 保存的值；也用来确认它在线。</translation>
    </message>
    <message>
        <source>Lists the topics of a cluster.</source>
        <translation>列出集群的主题。</translation>
    </message>
    <message>
        <source>Lists the groups that consume a topic.</source>
        <translation>列出消费某主题的消费组。</translation>
    </message>
    <message>
        <source>Reads from when to when a group has consumed; it carries the broker&apos;s clock.</source>
        <translation>读取消费组消费的时间范围；其中带有 Broker 的时钟。</translation>
    </message>
    <message>
        <source>Lists RocketMQ&apos;s own topics at a name server.</source>
        <translation>列出 NameServer 上 RocketMQ 自用的主题。</translation>
    </message>
    <message>
        <source>Lists RocketMQ&apos;s own topics on a broker.</source>
        <translation>列出 Broker 上 RocketMQ 自用的主题。</translation>
    </message>
    <message>
        <source>Stores one message in a queue; field names are shortened.</source>
        <translation>把一条消息存入队列；字段名已缩短。</translation>
    </message>
    <message>
        <source>Reads a broker&apos;s counters of a minute, an hour and a day.</source>
        <translation>读取 Broker 每分钟、每小时和每天的计数。</translation>
    </message>
    <message>
        <source>Reads how far all groups of a broker are behind.</source>
        <translation>读取 Broker 上所有消费组的堆积。</translation>
    </message>
    <message>
        <source>Reads the settings of a name server.</source>
        <translation>读取 NameServer 的设置。</translation>
    </message>
    <message>
        <source>Stores several messages in a queue with one call.</source>
        <translation>用一次调用把多条消息存入队列。</translation>
    </message>
    <message>
        <source>Lists all producers that are connected to a broker.</source>
        <translation>列出连接到 Broker 的所有生产者。</translation>
    </message>
    <message>
        <source>Reads the settings of one topic on a broker.</source>
        <translation>读取 Broker 上一个主题的设置。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Out B</source>
        <translation>发出 B</translation>
    </message>
    <message>
        <source>In B</source>
        <translation>收到 B</translation>
    </message>
    <message>
        <source>Cost ms</source>
        <translation>耗时 ms</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>发起者</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>还没有调用</translation>
    </message>
    <message>
        <source>%1 calls since %2</source>
        <translation>自 %2 起 %1 次调用</translation>
    </message>
    <message>
        <source>No answer in %1</source>
        <translation>%1 内无应答</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>No encrypted connection</source>
        <translation>加密连接未建立</translation>
    </message>
    <message>
        <source>Connection ended</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Not RocketMQ&apos;s bytes</source>
        <translation>不是 RocketMQ 的数据</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Too many calls</source>
        <translation>调用过多</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Sent, no answer wanted</source>
        <translation>已发出，无需应答</translation>
    </message>
    <message>
        <source>Request of the server</source>
        <translation>服务端的请求</translation>
    </message>
    <message>
        <source>bytes out</source>
        <translation>发出字节</translation>
    </message>
    <message>
        <source>bytes in</source>
        <translation>收到字节</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>Hops</name>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Resolve %1</source>
        <translation>解析 %1</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>TLS to %1</source>
        <translation>与 %1 的 TLS</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>%1 的应答</translation>
    </message>
    <message>
        <source>Name servers agree</source>
        <translation>NameServer 一致</translation>
    </message>
    <message>
        <source>Credentials at %1</source>
        <translation>%1 的凭据</translation>
    </message>
    <message>
        <source>Clock of %1</source>
        <translation>%1 的时钟</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
</context>
<context>
    <name>ProfileFiles</name>
    <message numerus="yes">
        <source>%n connections were added.</source>
        <translation>
            <numerusform>已添加 %n 个连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now %2: the name was taken.</source>
        <translation>%1 改名为 %2：名称已被占用。</translation>
    </message>
    <message>
        <source>Secrets are not in such a file: type them in each connection that needs them.</source>
        <translation>此类文件不含密钥：请在需要的连接中输入。</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>导入连接</translation>
    </message>
    <message>
        <source>Connections (*.json);;All files (*)</source>
        <translation>连接 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export connections without secrets</source>
        <translation>导出连接（不含密钥）</translation>
    </message>
</context>
<context>
    <name>PropertyMeaning</name>
    <message>
        <source>Tag that consumers filter by</source>
        <translation>消费者用来过滤的 Tag</translation>
    </message>
    <message>
        <source>Keys the message is found by, separated by spaces</source>
        <translation>用来查找消息的 Key，以空格分隔</translation>
    </message>
    <message>
        <source>Messages with the same key keep their order</source>
        <translation>Key 相同的消息保持顺序</translation>
    </message>
    <message>
        <source>Order key as the Go client names it</source>
        <translation>分片键在 Go 客户端中的名称</translation>
    </message>
    <message>
        <source>Delay level, 1 to 18</source>
        <translation>延迟级别，1 到 18</translation>
    </message>
    <message>
        <source>Delivered at this time, in milliseconds since 1970</source>
        <translation>在此时间投递，自 1970 年起的毫秒数</translation>
    </message>
    <message>
        <source>Delivered after so many seconds</source>
        <translation>经过这么多秒后投递</translation>
    </message>
    <message>
        <source>Delivered after so many milliseconds</source>
        <translation>经过这么多毫秒后投递</translation>
    </message>
    <message>
        <source>Whether the send waited until the broker had stored it safely</source>
        <translation>发送时是否等待 Broker 安全存储后才返回</translation>
    </message>
    <message>
        <source>How often consuming is tried</source>
        <translation>最多尝试消费的次数</translation>
    </message>
    <message>
        <source>Seconds before the broker first asks for the state of the transaction</source>
        <translation>Broker 首次回查事务状态之前的秒数</translation>
    </message>
    <message>
        <source>Priority: the queue it is put on</source>
        <translation>优先级：决定放入哪个队列</translation>
    </message>
    <message>
        <source>Light topic below the topic</source>
        <translation>主题之下的轻量主题</translation>
    </message>
    <message>
        <source>Light queues that get it too</source>
        <translation>同时收到它的轻量队列</translation>
    </message>
    <message>
        <source>Matches a reply to its request</source>
        <translation>将回复与请求对应起来</translation>
    </message>
    <message>
        <source>Client that waits for the reply</source>
        <translation>等待回复的客户端</translation>
    </message>
    <message>
        <source>Milliseconds the sender waits for the reply</source>
        <translation>发送方等待回复的毫秒数</translation>
    </message>
    <message>
        <source>&quot;reply&quot; for the answer to a request</source>
        <translation>对请求的应答为“reply”</translation>
    </message>
    <message>
        <source>Buyer, for topics split by unit</source>
        <translation>买家，用于按单元拆分的主题</translation>
    </message>
    <message>
        <source>Id that the sending client gave it</source>
        <translation>发送客户端赋予的 ID</translation>
    </message>
    <message>
        <source>Topic it was sent to, while it waits in an internal one</source>
        <translation>在内部主题中等待时，它原本发往的主题</translation>
    </message>
    <message>
        <source>Queue it was sent to, while it waits in an internal topic</source>
        <translation>在内部主题中等待时，它原本发往的队列</translation>
    </message>
    <message>
        <source>Topic it came from before the first retry</source>
        <translation>首次重试之前所在的主题</translation>
    </message>
    <message>
        <source>Id of the message that is retried</source>
        <translation>被重试的消息的 ID</translation>
    </message>
    <message>
        <source>How often it was retried</source>
        <translation>已重试的次数</translation>
    </message>
    <message>
        <source>Topic it came from before it went to the dead letters</source>
        <translation>进入死信之前所在的主题</translation>
    </message>
    <message>
        <source>Id it had before it went to the dead letters</source>
        <translation>进入死信之前的 ID</translation>
    </message>
    <message>
        <source>Sent in a transaction</source>
        <translation>在事务中发送</translation>
    </message>
    <message>
        <source>Producer group that answers for the transaction</source>
        <translation>负责应答该事务的生产者组</translation>
    </message>
    <message>
        <source>Id of the transaction</source>
        <translation>事务的 ID</translation>
    </message>
    <message>
        <source>How often the broker asked for the state of the transaction</source>
        <translation>Broker 回查事务状态的次数</translation>
    </message>
    <message>
        <source>Offset of the first copy of the half message</source>
        <translation>半消息第一份副本的位点</translation>
    </message>
    <message>
        <source>Offset of the half message</source>
        <translation>半消息的位点</translation>
    </message>
    <message>
        <source>First offset of the queue when it was pulled</source>
        <translation>拉取时队列的起始位点</translation>
    </message>
    <message>
        <source>End of the queue when it was pulled</source>
        <translation>拉取时队列的末尾位点</translation>
    </message>
    <message>
        <source>When its consumer began with it, in milliseconds since 1970</source>
        <translation>消费者开始处理的时间，自 1970 年起的毫秒数</translation>
    </message>
    <message>
        <source>Region of the broker</source>
        <translation>Broker 所在的区域</translation>
    </message>
    <message>
        <source>Whether the broker allows tracing</source>
        <translation>Broker 是否允许消息轨迹</translation>
    </message>
    <message>
        <source>Cluster of the broker that took it</source>
        <translation>接收它的 Broker 所属的集群</translation>
    </message>
    <message>
        <source>Namespace of the producer</source>
        <translation>生产者的命名空间</translation>
    </message>
    <message>
        <source>Number of messages in the batch</source>
        <translation>批次中的消息数</translation>
    </message>
    <message>
        <source>Offset of the first message of the batch</source>
        <translation>批次中第一条消息的位点</translation>
    </message>
    <message>
        <source>Its offsets in the light queues</source>
        <translation>它在各轻量队列中的位点</translation>
    </message>
    <message>
        <source>Receipt for the acknowledgement</source>
        <translation>用于确认的凭据</translation>
    </message>
    <message>
        <source>Offset of the check point of the receipt</source>
        <translation>凭据的检查点的位点</translation>
    </message>
    <message>
        <source>When it was first taken, in milliseconds since 1970</source>
        <translation>首次被取走的时间，自 1970 年起的毫秒数</translation>
    </message>
    <message>
        <source>Group it is retried for</source>
        <translation>为其重试的消费组</translation>
    </message>
    <message>
        <source>When the request arrived at its consumer</source>
        <translation>请求到达其消费者的时间</translation>
    </message>
    <message>
        <source>When the broker passed the reply on</source>
        <translation>Broker 转发回复的时间</translation>
    </message>
    <message>
        <source>When the timer of the message ran out</source>
        <translation>消息定时到期的时间</translation>
    </message>
    <message>
        <source>When the timer took the message</source>
        <translation>定时器接收消息的时间</translation>
    </message>
    <message>
        <source>When the timer released the message</source>
        <translation>定时器释放消息的时间</translation>
    </message>
    <message>
        <source>How often the timer put it off further</source>
        <translation>定时器继续推迟的次数</translation>
    </message>
    <message>
        <source>Mark of a message that the timer put off</source>
        <translation>被定时器推迟的消息的标记</translation>
    </message>
    <message>
        <source>Id of the timer message that this one calls off</source>
        <translation>此消息所取消的定时消息的 ID</translation>
    </message>
    <message>
        <source>Delay level that the timer took over</source>
        <translation>由定时器接管的延迟级别</translation>
    </message>
    <message>
        <source>Engine of the timer</source>
        <translation>定时器的引擎</translation>
    </message>
    <message>
        <source>Queue that it was forwarded to</source>
        <translation>被转发到的队列</translation>
    </message>
    <message>
        <source>Forwarded by a broker</source>
        <translation>由 Broker 转发</translation>
    </message>
    <message>
        <source>Context of distributed tracing</source>
        <translation>分布式追踪的上下文</translation>
    </message>
    <message>
        <source>Address of the sender, as a proxy saw it</source>
        <translation>发送方的地址，由 Proxy 所见</translation>
    </message>
    <message>
        <source>When it was made, as a proxy saw it</source>
        <translation>创建时间，由 Proxy 所见</translation>
    </message>
    <message>
        <source>Checksum of the record</source>
        <translation>记录的校验和</translation>
    </message>
    <message>
        <source>Further id of the sending client</source>
        <translation>发送客户端的附加 ID</translation>
    </message>
    <message>
        <source>Mark of a copy</source>
        <translation>副本的标记</translation>
    </message>
    <message>
        <source>Mark of a message carried over from another unit</source>
        <translation>从其他单元转来的消息的标记</translation>
    </message>
    <message>
        <source>Mark of a correction between units</source>
        <translation>单元之间纠正的标记</translation>
    </message>
    <message>
        <source>Mark of an old version</source>
        <translation>旧版本的标记</translation>
    </message>
</context>
<context>
    <name>TopicDetails</name>
    <message>
        <source>%1 does not know the topic.</source>
        <translation>%1 不知道此主题。</translation>
    </message>
    <message>
        <source>%1 does not name %2.</source>
        <translation>%1 未列出 %2。</translation>
    </message>
    <message>
        <source>Only %1 names %2.</source>
        <translation>只有 %1 列出 %2。</translation>
    </message>
    <message>
        <source>%1 tells other addresses or queues of %2.</source>
        <translation>%1 给出的 %2 的地址或队列不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n queues hold at most half as many messages as the others: the sharding key is uneven, or they were added later.</source>
        <translation>
            <numerusform>%n 个队列的消息数不到其他队列的一半：分片键不均匀，或队列是后来添加的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queues hold at least twice as many messages as the others: the sharding key is uneven.</source>
        <translation>
            <numerusform>%n 个队列的消息数至少是其他队列的两倍：分片键不均匀。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds at most half as many messages as the others: the sharding key is uneven, or the queue was added later.</source>
        <translation>%1 的消息数不到其他队列的一半：分片键不均匀，或该队列是后来添加的。</translation>
    </message>
    <message>
        <source>%1 holds at least twice as many messages as the others: the sharding key is uneven.</source>
        <translation>%1 的消息数至少是其他队列的两倍：分片键不均匀。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Offset of the oldest message kept</source>
        <translation>最早保留消息的位点</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Offset of the next message</source>
        <translation>下一条消息的位点</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Beside the fullest queue; the line marks the average</source>
        <translation>与最满的队列相比；竖线为平均值</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>最后写入</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>主</translation>
    </message>
    <message>
        <source>Slave %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>Perm</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>配置项</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>%1 of %2 name servers answered</source>
        <translation>%2 个 NameServer 中有 %1 个应答</translation>
    </message>
    <message>
        <source>one name server</source>
        <translation>一个 NameServer</translation>
    </message>
    <message numerus="yes">
        <source>all %n name servers agree</source>
        <translation>
            <numerusform>%n 个 NameServer 一致</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicPreviews</name>
    <message>
        <source>%1 of messages</source>
        <translation>%1 的消息</translation>
    </message>
    <message>
        <source>all messages</source>
        <translation>全部消息</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>配置项</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>%1: aligned</source>
        <translation>%1：已对齐</translation>
    </message>
    <message numerus="yes">
        <source>%n queues, configuration, %1</source>
        <translation>
            <numerusform>%n 个队列、配置、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queues, configuration</source>
        <translation>
            <numerusform>%n 个队列、配置</numerusform>
        </translation>
    </message>
    <message>
        <source>Name servers (%1)</source>
        <translation>NameServer (%1)</translation>
    </message>
    <message>
        <source>route and order configuration</source>
        <translation>路由和顺序配置</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>将丢失的内容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>**%1**: done (%2)</source>
        <translation>**%1**：完成 (%2)</translation>
    </message>
    <message>
        <source>**%1**: its configuration has changed meanwhile, so nothing was written. The preview shows it as it is now.</source>
        <translation>**%1**：其配置在此期间已改变，因此未写入任何内容。预览显示的是当前配置。</translation>
    </message>
    <message>
        <source>**%1**: not tried, because a step before it failed</source>
        <translation>**%1**：未执行，因为前面的步骤失败</translation>
    </message>
    <message>
        <source>Which groups read the topic on %1 is not known.</source>
        <translation>无法得知 %1 上有哪些消费组读取此主题。</translation>
    </message>
    <message>
        <source>How much its groups have not consumed yet on %1 is not known.</source>
        <translation>无法得知其消费组在 %1 上还有多少消息未消费。</translation>
    </message>
    <message>
        <source>How much would be lost on %1 is not known.</source>
        <translation>无法得知 %1 上会丢失多少消息。</translation>
    </message>
</context>
<context>
    <name>TopicTypes</name>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Lite</source>
        <translation>轻量</translation>
    </message>
    <message>
        <source>The topic is for normal messages, this one is delayed. Brokers store it, proxies refuse it.</source>
        <translation>该主题用于普通消息，而这条消息是定时消息。Broker 会存储它，Proxy 会拒绝它。</translation>
    </message>
    <message>
        <source>The topic is for normal messages, this one has a sharding key. Brokers store it, proxies refuse it.</source>
        <translation>该主题用于普通消息，而这条消息带有分片键。Broker 会存储它，Proxy 会拒绝它。</translation>
    </message>
    <message>
        <source>The topic is for ordered messages, this one has no sharding key. Brokers store it, proxies refuse it.</source>
        <translation>该主题用于顺序消息，而这条消息没有分片键。Broker 会存储它，Proxy 会拒绝它。</translation>
    </message>
    <message>
        <source>The topic is for ordered messages, this one is delayed. Brokers store it, proxies refuse it.</source>
        <translation>该主题用于顺序消息，而这条消息是定时消息。Broker 会存储它，Proxy 会拒绝它。</translation>
    </message>
    <message>
        <source>The topic is for delayed messages, this one is not. Brokers store it, proxies refuse it.</source>
        <translation>该主题用于定时消息，而这条消息不是。Broker 会存储它，Proxy 会拒绝它。</translation>
    </message>
    <message>
        <source>The topic is for transactions, this message has none. Brokers store it, proxies refuse it.</source>
        <translation>该主题用于事务消息，而这条消息不是。Broker 会存储它，Proxy 会拒绝它。</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>Not of every broker:</source>
        <translation>并非来自所有 Broker：</translation>
    </message>
    <message>
        <source>%1r %2w</source>
        <translation>%1 读 %2 写</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages kept in all queues</source>
        <translation>所有队列中保留的消息</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>In /s</source>
        <translation>写入 /s</translation>
    </message>
    <message>
        <source>Messages stored a second, over the last minute</source>
        <translation>最近一分钟内每秒存储的消息数</translation>
    </message>
    <message>
        <source>in/s</source>
        <translation>写入/s</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>最后写入</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Lite</source>
        <translation>轻量</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>DLQ</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Queues of all brokers; to read and to write where they differ</source>
        <translation>所有 Broker 的队列数；不同时分别给出读和写</translation>
    </message>
    <message>
        <source>Perm</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>%1
Their configurations differ.</source>
        <translation>%1
它们的配置不同。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 refused %2: %3.</source>
        <translation>%1 拒绝了 %2：%3。</translation>
    </message>
    <message>
        <source>%1 refused %2: it does not know this call, %3.</source>
        <translation>%1 拒绝了 %2：不认识此调用，%3。</translation>
    </message>
    <message>
        <source>The call needs a newer version, or another kind of server listens on this port.</source>
        <translation>此调用需要更新的版本，或者该端口上监听的是另一种服务。</translation>
    </message>
    <message>
        <source>%1 refused %2: the secret key does not fit the access key, %3.</source>
        <translation>%1 拒绝了 %2：Secret Key 与 Access Key 不匹配，%3。</translation>
    </message>
    <message>
        <source>Type the secret key of the profile again.</source>
        <translation>重新输入该连接的 Secret Key。</translation>
    </message>
    <message>
        <source>%1 refused %2: it wants an access key or does not know the profile&apos;s, %3.</source>
        <translation>%1 拒绝了 %2：需要 Access Key，或不认识该连接的 Access Key，%3。</translation>
    </message>
    <message>
        <source>Set access key and secret key in the profile as the broker&apos;s plain_acl.yml has them.</source>
        <translation>按 Broker 的 plain_acl.yml 在连接中设置 Access Key 和 Secret Key。</translation>
    </message>
    <message>
        <source>%1 refused %2: it does not know the access key, %3.</source>
        <translation>%1 拒绝了 %2：不认识此 Access Key，%3。</translation>
    </message>
    <message>
        <source>%1 refused %2: the access key has no right to it, %3.</source>
        <translation>%1 拒绝了 %2：此 Access Key 没有权限，%3。</translation>
    </message>
    <message>
        <source>Give the account the right that is named in the broker&apos;s plain_acl.yml, or use another access key in the profile.</source>
        <translation>在 Broker 的 plain_acl.yml 中授予该账号所列权限，或在连接中使用其他 Access Key。</translation>
    </message>
    <message>
        <source>%1 refused %2: the user is unknown, disabled or has no right to it, %3.</source>
        <translation>%1 拒绝了 %2：用户未知、已停用或没有权限，%3。</translation>
    </message>
    <message>
        <source>Check the profile&apos;s access key, or have an administrator give its user the right that is named.</source>
        <translation>检查连接的 Access Key，或请管理员为该用户授予所列权限。</translation>
    </message>
    <message>
        <source>%1 refused %2: it wants an access key, %3.</source>
        <translation>%1 拒绝了 %2：需要 Access Key，%3。</translation>
    </message>
    <message>
        <source>Set access key and secret key in the profile.</source>
        <translation>在连接中设置 Access Key 和 Secret Key。</translation>
    </message>
    <message>
        <source>%2 was not sent: access key and secret key are not both set.</source>
        <translation>%2 未发送：Access Key 和 Secret Key 没有都设置。</translation>
    </message>
    <message>
        <source>Check access key and secret key of the profile, and the rights of its user.</source>
        <translation>检查连接的 Access Key 和 Secret Key，以及其用户的权限。</translation>
    </message>
    <message>
        <source>Check the permission of the topic and of the broker, and the rights of the profile&apos;s user.</source>
        <translation>检查主题和 Broker 的读写权限，以及该连接用户的权限。</translation>
    </message>
    <message>
        <source>%1 refused %2: it is busy, %3.</source>
        <translation>%1 拒绝了 %2：繁忙，%3。</translation>
    </message>
    <message>
        <source>Try again in a moment, with fewer calls at once.</source>
        <translation>稍后重试，并减少同时进行的调用。</translation>
    </message>
    <message>
        <source>%1 refused %2: it slows its clients down, %3.</source>
        <translation>%1 拒绝了 %2：正在对客户端限流，%3。</translation>
    </message>
    <message>
        <source>%1 refused the message: %3.</source>
        <translation>%1 拒绝了该消息：%3。</translation>
    </message>
    <message>
        <source>Check its size, its properties (32,767 bytes together at most) and its delay.</source>
        <translation>检查消息大小、属性（合计不超过 32,767 字节）和延迟时间。</translation>
    </message>
    <message>
        <source>%1 refused %2: its store can&apos;t be written, %3.</source>
        <translation>%1 拒绝了 %2：存储无法写入，%3。</translation>
    </message>
    <message>
        <source>Check the broker&apos;s disk and role, or use another broker.</source>
        <translation>检查 Broker 的磁盘和角色，或使用其他 Broker。</translation>
    </message>
    <message>
        <source>%1 refused %2: it does not know the topic, %3.</source>
        <translation>%1 拒绝了 %2：不认识该主题，%3。</translation>
    </message>
    <message>
        <source>Check the name, or create the topic.</source>
        <translation>检查名称，或创建该主题。</translation>
    </message>
    <message>
        <source>%1 refused %2: what was asked for is not there, %3.</source>
        <translation>%1 拒绝了 %2：请求的内容不存在，%3。</translation>
    </message>
    <message>
        <source>%1 refused the filter: %3.</source>
        <translation>%1 拒绝了该过滤条件：%3。</translation>
    </message>
    <message>
        <source>Correct the expression.</source>
        <translation>修正表达式。</translation>
    </message>
    <message>
        <source>%1 refused %2: it does not know the group, %3.</source>
        <translation>%1 拒绝了 %2：不认识该消费组，%3。</translation>
    </message>
    <message>
        <source>Check the name, or create the group.</source>
        <translation>检查名称，或新建该消费组。</translation>
    </message>
    <message>
        <source>%1 refused %2: a value is not allowed, %3.</source>
        <translation>%1 拒绝了 %2：有值不被允许，%3。</translation>
    </message>
    <message>
        <source>%1 refused %2: no client of the group is online, %3.</source>
        <translation>%1 拒绝了 %2：该消费组没有在线的客户端，%3。</translation>
    </message>
    <message>
        <source>Start a client of the group, then try again.</source>
        <translation>启动该消费组的客户端后重试。</translation>
    </message>
    <message>
        <source>%1 refused %2: a client of the group took too long, %3.</source>
        <translation>%1 拒绝了 %2：该消费组的客户端响应过慢，%3。</translation>
    </message>
    <message>
        <source>Look at that client, then try again.</source>
        <translation>检查该客户端后重试。</translation>
    </message>
    <message>
        <source>%1 refused %2: the queue has moved to another broker, %3.</source>
        <translation>%1 拒绝了 %2：队列已移至其他 Broker，%3。</translation>
    </message>
    <message>
        <source>Refresh, then try again.</source>
        <translation>刷新后重试。</translation>
    </message>
    <message>
        <source>%1 refused %2: it is shutting down, %3.</source>
        <translation>%1 拒绝了 %2：正在关闭，%3。</translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation>待其恢复后重试。</translation>
    </message>
    <message>
        <source>%1 refused %2: it is not the leader of the controllers, %3.</source>
        <translation>%1 拒绝了 %2：它不是 Controller 的 Leader，%3。</translation>
    </message>
    <message>
        <source>Ask the leader.</source>
        <translation>向 Leader 发起调用。</translation>
    </message>
    <message>
        <source>%1 refused %2.</source>
        <translation>%1 拒绝了 %2。</translation>
    </message>
    <message>
        <source>%2 was cancelled.</source>
        <translation>%2 已取消。</translation>
    </message>
    <message>
        <source>%1 did not answer within %4.</source>
        <translation>%1 在 %4 内没有响应。</translation>
    </message>
    <message>
        <source>Check that it runs, and the way to it; a longer time-out can be set in the profile.</source>
        <translation>检查它是否在运行以及网络是否可达；可在连接中设置更长的超时。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时响应。</translation>
    </message>
    <message>
        <source>%1 was not found: the name has no address.</source>
        <translation>找不到 %1：该名称没有对应地址。</translation>
    </message>
    <message>
        <source>Check the spelling, or add an address mapping to the profile.</source>
        <translation>检查拼写，或在连接中添加地址映射。</translation>
    </message>
    <message>
        <source>Nothing listens on %1.</source>
        <translation>%1 上没有服务监听。</translation>
    </message>
    <message>
        <source>Check the port and that the process runs; through a tunnel or a container, check the address mapping of the profile.</source>
        <translation>检查端口以及进程是否在运行；经由隧道或容器时，检查连接的地址映射。</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>无法连通 %1。</translation>
    </message>
    <message>
        <source>Check the network; an address behind NAT or in a container needs an address mapping in the profile.</source>
        <translation>检查网络；位于 NAT 之后或容器中的地址需要在连接中配置地址映射。</translation>
    </message>
    <message>
        <source>%1 did not accept the client&apos;s certificate.</source>
        <translation>%1 不接受客户端证书。</translation>
    </message>
    <message>
        <source>Set a certificate and key in the profile that its authority has signed.</source>
        <translation>在连接中设置由其 CA 签发的证书和私钥。</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody the profile trusts.</source>
        <translation>%1 的证书不是由该连接信任的机构签发。</translation>
    </message>
    <message>
        <source>Set the file of its authority (CA) in the profile.</source>
        <translation>在连接中设置其 CA 文件。</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>%1 的证书属于另一个名称。</translation>
    </message>
    <message>
        <source>Connect by the name in the certificate, or have the profile verify without the name.</source>
        <translation>使用证书中的名称连接，或将连接设为不校验名称。</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came about.</source>
        <translation>未能与 %1 建立加密连接。</translation>
    </message>
    <message>
        <source>Check that TLS is on at that port, and the TLS settings of the profile.</source>
        <translation>检查该端口是否启用 TLS，以及连接的 TLS 设置。</translation>
    </message>
    <message>
        <source>%1 closed the connection without a byte.</source>
        <translation>%1 未发送任何字节就关闭了连接。</translation>
    </message>
    <message>
        <source>It may want TLS: turn it on in the profile. Or it does not let this address in.</source>
        <translation>它可能需要 TLS：请在连接中启用。也可能不允许此地址访问。</translation>
    </message>
    <message>
        <source>The connection to %1 ended while %2 was waiting.</source>
        <translation>与 %1 的连接在等待 %2 时中断。</translation>
    </message>
    <message>
        <source>Try again; where it happens again, look at the log of that process.</source>
        <translation>重试；若再次发生，查看该进程的日志。</translation>
    </message>
    <message>
        <source>A web server listens on %1, not RocketMQ.</source>
        <translation>%1 上监听的是 Web 服务，不是 RocketMQ。</translation>
    </message>
    <message>
        <source>Check the port: name servers listen on 9876, brokers on 10911, proxies on 8080 for remoting.</source>
        <translation>检查端口：NameServer 监听 9876，Broker 监听 10911，Proxy 的 remoting 端口为 8080。</translation>
    </message>
    <message>
        <source>%1 announced a frame whose length can&apos;t be true.</source>
        <translation>%1 声明的帧长度不可能成立。</translation>
    </message>
    <message>
        <source>Another protocol, or TLS without the profile&apos;s knowing, may be on this port.</source>
        <translation>该端口可能是其他协议，或启用了连接未知的 TLS。</translation>
    </message>
    <message>
        <source>%1 sent bytes that are not RocketMQ&apos;s.</source>
        <translation>%1 发送的不是 RocketMQ 的数据。</translation>
    </message>
    <message>
        <source>Check the port, and whether it wants TLS.</source>
        <translation>检查端口，以及是否需要 TLS。</translation>
    </message>
    <message>
        <source>%2 is over a limit of size.</source>
        <translation>%2 超出大小限制。</translation>
    </message>
    <message>
        <source>Make it smaller, or raise the limit.</source>
        <translation>减小其大小，或提高限制。</translation>
    </message>
    <message>
        <source>There is no route for %2.</source>
        <translation>没有 %2 的路由。</translation>
    </message>
    <message>
        <source>Check the name of the topic, its permission, and whether its brokers are registered.</source>
        <translation>检查主题名称、权限，以及其 Broker 是否已注册。</translation>
    </message>
    <message>
        <source>%2 is not permitted.</source>
        <translation>%2 不被允许。</translation>
    </message>
    <message>
        <source>Check the permission of the topic and of the broker.</source>
        <translation>检查主题和 Broker 的读写权限。</translation>
    </message>
    <message>
        <source>%2 was not sent: too many calls are under way.</source>
        <translation>%2 未发送：进行中的调用过多。</translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation>有值不被允许。</translation>
    </message>
    <message>
        <source>%2 is not supported.</source>
        <translation>不支持 %2。</translation>
    </message>
    <message>
        <source>The call needs another version of the broker, or is not part of this program.</source>
        <translation>此调用需要其他版本的 Broker，或本程序未提供。</translation>
    </message>
    <message>
        <source>%2 was not sent: the profile is read-only.</source>
        <translation>%2 未发送：该连接为只读。</translation>
    </message>
    <message>
        <source>Turn read-only off in the profile to allow changes.</source>
        <translation>在连接中关闭只读后即可变更。</translation>
    </message>
    <message>
        <source>%4.</source>
        <translation>%4。</translation>
    </message>
    <message>
        <source>Check how it is spelt.</source>
        <translation>检查拼写。</translation>
    </message>
    <message>
        <source>What %2 asked for is not there.</source>
        <translation>%2 请求的内容不存在。</translation>
    </message>
    <message>
        <source>The topic is not subscribed.</source>
        <translation>该主题未订阅。</translation>
    </message>
    <message>
        <source>Subscribe to it first.</source>
        <translation>先订阅该主题。</translation>
    </message>
    <message>
        <source>The limit of subscriptions is reached.</source>
        <translation>已达到订阅数上限。</translation>
    </message>
    <message>
        <source>Drop a subscription, or raise the limit.</source>
        <translation>取消一个订阅，或提高上限。</translation>
    </message>
    <message>
        <source>The body of a message is damaged.</source>
        <translation>消息体已损坏。</translation>
    </message>
    <message>
        <source>Its stored bytes can still be saved.</source>
        <translation>仍可保存其存储的字节。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used.</source>
        <translation>无法使用 %1。</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Something on this machine</source>
        <translation>本机的某项资源</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>该调用</translation>
    </message>
    <message>
        <source>%1 · CN=%2, valid until %3</source>
        <translation>%1 · CN=%2，有效期至 %3</translation>
    </message>
    <message>
        <source>all %1 name the same brokers</source>
        <translation>全部 %1 个列出相同的 Broker</translation>
    </message>
    <message>
        <source>%1 does not know %2</source>
        <translation>%1 不知道 %2</translation>
    </message>
    <message>
        <source>version of the broker</source>
        <translation>Broker 的版本</translation>
    </message>
    <message>
        <source>number of the version on the wire</source>
        <translation>协议中的版本号</translation>
    </message>
    <message>
        <source>whether the broker serves its queues</source>
        <translation>Broker 是否提供队列服务</translation>
    </message>
    <message>
        <source>start of the broker</source>
        <translation>Broker 启动时间</translation>
    </message>
    <message>
        <source>time since the start</source>
        <translation>启动以来的时间</translation>
    </message>
    <message>
        <source>sends are refused before this time; 0: at once</source>
        <translation>此时间之前拒绝发送；0：立即接受</translation>
    </message>
    <message>
        <source>messages stored a second, over 10 s, 1 min, 10 min</source>
        <translation>每秒存储的消息数，10 秒、1 分钟、10 分钟平均</translation>
    </message>
    <message>
        <source>messages handed to consumers a second</source>
        <translation>每秒交给消费者的消息数</translation>
    </message>
    <message>
        <source>pulls a second</source>
        <translation>每秒拉取次数</translation>
    </message>
    <message>
        <source>pulls a second that found messages</source>
        <translation>每秒有消息的拉取次数</translation>
    </message>
    <message>
        <source>pulls a second that found nothing</source>
        <translation>每秒无消息的拉取次数</translation>
    </message>
    <message>
        <source>messages stored since the broker counts</source>
        <translation>Broker 计数以来存储的消息数</translation>
    </message>
    <message>
        <source>the same at midnight today</source>
        <translation>今日零点时的同一数值</translation>
    </message>
    <message>
        <source>the same at midnight yesterday</source>
        <translation>昨日零点时的同一数值</translation>
    </message>
    <message>
        <source>messages handed out since the broker counts</source>
        <translation>Broker 计数以来读出的消息数</translation>
    </message>
    <message>
        <source>messages stored since the start</source>
        <translation>启动以来存储的消息数</translation>
    </message>
    <message>
        <source>messages that could not be stored since the start</source>
        <translation>启动以来存储失败的消息数</translation>
    </message>
    <message>
        <source>bytes stored since the start</source>
        <translation>启动以来存储的字节数</translation>
    </message>
    <message>
        <source>average size of a stored message</source>
        <translation>存储消息的平均大小</translation>
    </message>
    <message>
        <source>share of the disk in use; writes stop at 0.90</source>
        <translation>磁盘使用率；达到 0.90 时停止写入</translation>
    </message>
    <message>
        <source>share of the disk in use at %1</source>
        <translation>%1 的磁盘使用率</translation>
    </message>
    <message>
        <source>share in use of the disk that holds the queues&apos; index</source>
        <translation>队列索引所在磁盘的使用率</translation>
    </message>
    <message>
        <source>of the disk that holds the commit log</source>
        <translation>CommitLog 所在磁盘</translation>
    </message>
    <message>
        <source>oldest byte kept; -1: nothing is kept</source>
        <translation>保留的最早字节；-1：没有保留</translation>
    </message>
    <message>
        <source>newest byte</source>
        <translation>最新字节</translation>
    </message>
    <message>
        <source>store time of the oldest message; -1: none</source>
        <translation>最早消息的存储时间；-1：没有</translation>
    </message>
    <message>
        <source>bytes not yet in the queues&apos; index</source>
        <translation>尚未进入队列索引的字节数</translation>
    </message>
    <message>
        <source>most requests that waited for the index</source>
        <translation>等待索引的最多请求数</translation>
    </message>
    <message>
        <source>stored and not yet on the disk</source>
        <translation>已存储但尚未落盘</translation>
    </message>
    <message>
        <source>in memory buffers and not yet in the commit log</source>
        <translation>在内存缓冲中、尚未进入 CommitLog</translation>
    </message>
    <message>
        <source>memory buffers left; 2147483647: the broker uses none</source>
        <translation>剩余内存缓冲；2147483647：Broker 不使用</translation>
    </message>
    <message>
        <source>how long the current write holds the page cache; long: the broker is busy</source>
        <translation>当前写入占用页缓存的时间；过长表示 Broker 繁忙</translation>
    </message>
    <message>
        <source>longest time to store a message since the start</source>
        <translation>启动以来存储消息的最长时间</translation>
    </message>
    <message>
        <source>longest time to read messages since the start</source>
        <translation>启动以来读取消息的最长时间</translation>
    </message>
    <message>
        <source>99 of 100 messages are stored within this time</source>
        <translation>100 条消息中有 99 条在此时间内存储</translation>
    </message>
    <message>
        <source>999 of 1,000 messages are stored within this time</source>
        <translation>1,000 条消息中有 999 条在此时间内存储</translation>
    </message>
    <message>
        <source>how many messages took how long to store</source>
        <translation>存储耗时的消息数分布</translation>
    </message>
    <message>
        <source>sends that wait for a thread</source>
        <translation>等待线程的发送</translation>
    </message>
    <message>
        <source>sends that may wait</source>
        <translation>可等待的发送上限</translation>
    </message>
    <message>
        <source>wait of the oldest send; above 200 ms sends are refused</source>
        <translation>最早发送的等待时间；超过 200 ms 时拒绝发送</translation>
    </message>
    <message>
        <source>pulls that wait for a thread</source>
        <translation>等待线程的拉取</translation>
    </message>
    <message>
        <source>pulls that may wait</source>
        <translation>可等待的拉取上限</translation>
    </message>
    <message>
        <source>wait of the oldest pull</source>
        <translation>最早拉取的等待时间</translation>
    </message>
    <message>
        <source>lite pulls that wait for a thread</source>
        <translation>等待线程的 lite 拉取</translation>
    </message>
    <message>
        <source>lite pulls that may wait</source>
        <translation>可等待的 lite 拉取上限</translation>
    </message>
    <message>
        <source>wait of the oldest lite pull</source>
        <translation>最早 lite 拉取的等待时间</translation>
    </message>
    <message>
        <source>look-ups that wait for a thread</source>
        <translation>等待线程的查询</translation>
    </message>
    <message>
        <source>look-ups that may wait</source>
        <translation>可等待的查询上限</translation>
    </message>
    <message>
        <source>wait of the oldest look-up</source>
        <translation>最早查询的等待时间</translation>
    </message>
    <message>
        <source>acknowledgements that wait for a thread</source>
        <translation>等待线程的确认</translation>
    </message>
    <message>
        <source>acknowledgements that may wait</source>
        <translation>可等待的确认上限</translation>
    </message>
    <message>
        <source>wait of the oldest acknowledgement</source>
        <translation>最早确认的等待时间</translation>
    </message>
    <message>
        <source>commits and roll-backs that wait for a thread</source>
        <translation>等待线程的提交和回滚</translation>
    </message>
    <message>
        <source>commits and roll-backs that may wait</source>
        <translation>可等待的提交和回滚上限</translation>
    </message>
    <message>
        <source>how far the timer is behind its time</source>
        <translation>定时器落后的时间</translation>
    </message>
    <message>
        <source>timed messages that the timer has not read yet</source>
        <translation>定时器尚未读取的定时消息</translation>
    </message>
    <message>
        <source>messages that wait for their time</source>
        <translation>等待到期的消息</translation>
    </message>
    <message>
        <source>messages a second that the timer takes in</source>
        <translation>定时器每秒接收的消息数</translation>
    </message>
    <message>
        <source>messages a second that the timer delivers</source>
        <translation>定时器每秒投递的消息数</translation>
    </message>
    <message>
        <source>delay level %1: delivered, newest</source>
        <translation>延迟级别 %1：已投递、最新</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Threads and queues</source>
        <translation>线程和队列</translation>
    </message>
    <message>
        <source>Timer and delay</source>
        <translation>定时和延迟</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>A property has no name.</source>
        <translation>有一个属性没有名称。</translation>
    </message>
    <message>
        <source>The property %1 has no value: RocketMQ drops empty ones.</source>
        <translation>属性 %1 没有值：RocketMQ 会丢弃空属性。</translation>
    </message>
    <message>
        <source>The property %1 has a character (1 or 2) that RocketMQ separates properties with.</source>
        <translation>属性 %1 含有 RocketMQ 用来分隔属性的字符（1 或 2）。</translation>
    </message>
    <message>
        <source>The body is empty: RocketMQ has no empty messages.</source>
        <translation>消息体为空：RocketMQ 没有空消息。</translation>
    </message>
    <message>
        <source>The body has %1 bytes, brokers take %2.</source>
        <translation>消息体有 %1 字节，Broker 最多接受 %2 字节。</translation>
    </message>
    <message>
        <source>The name %1 is RocketMQ&apos;s own.</source>
        <translation>名称 %1 由 RocketMQ 自用。</translation>
    </message>
    <message>
        <source>The properties have %1 bytes, brokers take %2.</source>
        <translation>属性共 %1 字节，Broker 最多接受 %2 字节。</translation>
    </message>
    <message>
        <source>There is no delay level %1: they go from 1 to %2.</source>
        <translation>没有延迟级别 %1：级别为 1 到 %2。</translation>
    </message>
    <message>
        <source>A message has a delay level or a delivery time, not both.</source>
        <translation>一条消息只能有延迟级别或投递时间之一，不能两者都有。</translation>
    </message>
    <message>
        <source>The delivery time is more than 3 days away, brokers refuse that.</source>
        <translation>投递时间在 3 天以后，Broker 会拒绝。</translation>
    </message>
    <message>
        <source>The delivery time is no time.</source>
        <translation>投递时间不是有效的时间。</translation>
    </message>
    <message>
        <source>%1 is no name of a topic: it has at most %2 letters, digits and %|_-.</source>
        <translation>%1 不是主题名称：名称最多 %2 个字符，可用字母、数字和 %|_-。</translation>
    </message>
    <message>
        <source>%1 is a topic of the broker&apos;s own: nobody may send to it.</source>
        <translation>%1 是 Broker 自用的主题：不允许向其发送。</translation>
    </message>
    <message>
        <source>The name %1 means something to RocketMQ: choose another.</source>
        <translation>名称 %1 在 RocketMQ 中另有含义：请换一个。</translation>
    </message>
    <message>
        <source>The sharding key has a character (1 or 2) that RocketMQ separates properties with.</source>
        <translation>分片键含有 RocketMQ 用来分隔属性的字符（1 或 2）。</translation>
    </message>
    <message>
        <source>There is no queue %1.</source>
        <translation>没有队列 %1。</translation>
    </message>
    <message>
        <source>A host name has at most 253 characters.</source>
        <translation>主机名最多 253 个字符。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IPv6 address.</source>
        <translation>“%1”不是 IPv6 地址。</translation>
    </message>
    <message>
        <source>A name server needs a whole address, without *.</source>
        <translation>NameServer 需要完整的地址，不能带 *。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IPv4 address.</source>
        <translation>“%1”不是 IPv4 地址。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name.</source>
        <translation>“%1”不是主机名。</translation>
    </message>
    <message>
        <source>This can be read in two ways: write [%1]:%2 or [%3].</source>
        <translation>这里有两种读法：写成 [%1]:%2 或 [%3]。</translation>
    </message>
    <message>
        <source>Name servers have no addresses that begin with %1://.</source>
        <translation>NameServer 的地址不以 %1:// 开头。</translation>
    </message>
    <message>
        <source>This asks a web server for the name servers: write the addresses it gives.</source>
        <translation>这是向 Web 服务器查询 NameServer 的地址：请填写它给出的地址。</translation>
    </message>
    <message>
        <source>A user in an address means nothing to RocketMQ: set the access key instead.</source>
        <translation>地址中的用户对 RocketMQ 没有意义：请改为设置 Access Key。</translation>
    </message>
    <message>
        <source>The port is missing after the colon.</source>
        <translation>冒号后缺少端口。</translation>
    </message>
    <message>
        <source>The host is missing before the colon.</source>
        <translation>冒号前缺少主机。</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535, not &quot;%1&quot;.</source>
        <translation>端口是 1 到 65535 的数字，不能是“%1”。</translation>
    </message>
    <message>
        <source>This is no address: write host:port.</source>
        <translation>这不是地址：请写成 host:port。</translation>
    </message>
    <message>
        <source>This text is too long for a list of name servers.</source>
        <translation>这段文本太长，不能作为 NameServer 列表。</translation>
    </message>
    <message>
        <source>The list ends here: it has too many entries.</source>
        <translation>列表到此为止：条目太多。</translation>
    </message>
    <message>
        <source>At most %1 characters fit here.</source>
        <translation>这里最多容纳 %1 个字符。</translation>
    </message>
    <message>
        <source>A control character is in this text.</source>
        <translation>这段文本中有控制字符。</translation>
    </message>
    <message>
        <source>A connection needs a name.</source>
        <translation>连接需要名称。</translation>
    </message>
    <message>
        <source>Another connection is named &quot;%1&quot;.</source>
        <translation>已有另一个连接名为“%1”。</translation>
    </message>
    <message>
        <source>At least one name server is needed, as host:port.</source>
        <translation>至少需要一个 NameServer，写成 host:port。</translation>
    </message>
    <message>
        <source>At most %1 mappings fit here.</source>
        <translation>这里最多容纳 %1 个映射。</translation>
    </message>
    <message>
        <source>The address to connect to is missing.</source>
        <translation>缺少要连接的地址。</translation>
    </message>
    <message>
        <source>The address that the broker announces is missing.</source>
        <translation>缺少 Broker 公布的地址。</translation>
    </message>
    <message>
        <source>A mapping goes from host[:port] to host[:port]; * stands for any host on the left, IPv6 is in brackets.</source>
        <translation>映射从 host[:port] 到 host[:port]；左侧的 * 代表任意主机，IPv6 写在方括号中。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>A certificate needs its key.</source>
        <translation>证书需要对应的私钥。</translation>
    </message>
    <message>
        <source>A key needs its certificate.</source>
        <translation>私钥需要对应的证书。</translation>
    </message>
    <message>
        <source>A time-out is from %1 to %2 milliseconds.</source>
        <translation>超时为 %1 到 %2 毫秒。</translation>
    </message>
    <message>
        <source>Secret key and security token are kept in the desktop&apos;s key store.</source>
        <translation>Secret Key 和安全令牌保存在桌面的密钥库中。</translation>
    </message>
    <message>
        <source>This machine has no key store: secret key and security token are kept until the program ends.</source>
        <translation>这台机器没有密钥库：Secret Key 和安全令牌只保留到程序结束。</translation>
    </message>
    <message>
        <source>Secret key and security token are kept in the desktop&apos;s key store where there is one.</source>
        <translation>如果有桌面密钥库，Secret Key 和安全令牌就保存在其中。</translation>
    </message>
    <message>
        <source>the SQL expression is empty</source>
        <translation>SQL 表达式为空</translation>
    </message>
    <message>
        <source>the SQL expression is broken at column %1: %2</source>
        <translation>SQL 表达式在第 %1 列有错：%2</translation>
    </message>
    <message>
        <source>%1 needs brokers from 5.0 on, and this topic has an older one</source>
        <translation>%1 需要 5.0 及以上的 Broker，而此主题在更旧的 Broker 上</translation>
    </message>
    <message>
        <source>the filter is longer than %1 characters</source>
        <translation>过滤表达式超过 %1 个字符</translation>
    </message>
    <message>
        <source>NULL is not compared with = or &lt;&gt;: write IS NULL or IS NOT NULL</source>
        <translation>NULL 不能用 = 或 &lt;&gt; 比较：请写 IS NULL 或 IS NOT NULL</translation>
    </message>
    <message>
        <source>TRUE and FALSE are not compared with this</source>
        <translation>TRUE 和 FALSE 不能这样比较</translation>
    </message>
    <message>
        <source>the upper bound is below the lower one</source>
        <translation>上限小于下限</translation>
    </message>
    <message>
        <source>IN looks at a property: its name stands before IN</source>
        <translation>IN 针对属性：属性名写在 IN 之前</translation>
    </message>
    <message>
        <source>only numbers are compared by &lt;, &lt;=, &gt;, &gt;= and BETWEEN</source>
        <translation>只有数字能用 &lt;、&lt;=、&gt;、&gt;= 和 BETWEEN 比较</translation>
    </message>
    <message>
        <source>the comment is not closed</source>
        <translation>注释没有结束</translation>
    </message>
    <message>
        <source>the text is not closed by a quote</source>
        <translation>文本缺少结尾的引号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here</source>
        <translation>“%1”在此处没有意义</translation>
    </message>
    <message>
        <source>the filter is nested too deeply</source>
        <translation>过滤表达式嵌套过深</translation>
    </message>
    <message>
        <source>brokers refuse %1: zero is written 0, and the rest must fit a double</source>
        <translation>Broker 不接受 %1：零写作 0，其余须在 double 范围内</translation>
    </message>
    <message>
        <source>%1 does not fit 64 bits</source>
        <translation>%1 超出 64 位</translation>
    </message>
    <message>
        <source>this is no condition: compare it with something</source>
        <translation>这不是条件：请与某个值比较</translation>
    </message>
    <message>
        <source>&quot;%1&quot; alone is never true: compare it with something</source>
        <translation>单独的“%1”永远不为真：请与某个值比较</translation>
    </message>
    <message>
        <source>the filter ends where %1 is missing</source>
        <translation>过滤表达式提前结束，缺少 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands where %2 belongs</source>
        <translation>此处应为 %2，而不是“%1”</translation>
    </message>
    <message>
        <source>AND, OR or the end</source>
        <translation>AND、OR 或结尾</translation>
    </message>
    <message>
        <source>NULL or NOT NULL</source>
        <translation>NULL 或 NOT NULL</translation>
    </message>
    <message>
        <source>AND and the upper bound</source>
        <translation>AND 和上限</translation>
    </message>
    <message>
        <source>a property, a value or a bracket</source>
        <translation>属性、值或括号</translation>
    </message>
    <message>
        <source>a text in single quotes</source>
        <translation>单引号内的文本</translation>
    </message>
    <message>
        <source>a watch filters by tags or by SQL, not by both</source>
        <translation>查看时按标签或按 SQL 过滤，不能同时使用</translation>
    </message>
    <message>
        <source>%1 has no consumer group &quot;%2&quot;, and reading as it would create it</source>
        <translation>%1 没有消费组“%2”，以它的名义读取会将其创建</translation>
    </message>
    <message>
        <source>no name server knows a broker of this name</source>
        <translation>没有 NameServer 知道这个名称的 Broker</translation>
    </message>
    <message>
        <source>the broker has no master, which alone gives locks</source>
        <translation>该 Broker 没有 Master，只有 Master 才能给出锁</translation>
    </message>
    <message>
        <source>no queue of the topic may be read</source>
        <translation>该主题没有可读的队列</translation>
    </message>
    <message>
        <source>no queue of the topic %1 may be written</source>
        <translation>主题 %1 没有可写的队列</translation>
    </message>
    <message>
        <source>the topic %1 has no queue %2 on %3 that may be written</source>
        <translation>主题 %1 在 %3 上没有可写的队列 %2</translation>
    </message>
    <message>
        <source>no broker of %1 is known</source>
        <translation>没有已知的 %1 的 Broker</translation>
    </message>
    <message>
        <source>the route of %1 names %2 queues or more</source>
        <translation>%1 的路由列出了 %2 个或更多队列</translation>
    </message>
    <message>
        <source>there is no message at offset %1; queue %2 has %3 up to %4</source>
        <translation>位点 %1 处没有消息；队列 %2 的范围是 %3 到 %4</translation>
    </message>
    <message>
        <source>no broker has a message %1 (any more)</source>
        <translation>没有 Broker（还）保存消息 %1</translation>
    </message>
    <message>
        <source>the profile names no name server</source>
        <translation>该连接没有填写 NameServer</translation>
    </message>
    <message>
        <source>another profile is named &quot;%1&quot;</source>
        <translation>另一个连接已命名为“%1”</translation>
    </message>
    <message>
        <source>there is no such profile</source>
        <translation>没有这个连接</translation>
    </message>
    <message>
        <source>both sides of a mapping are needed</source>
        <translation>映射的两边都要填写</translation>
    </message>
    <message>
        <source>signing needs a secret key</source>
        <translation>签名需要 Secret Key</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form</source>
        <translation>%1 中没有 PEM 格式的证书</translation>
    </message>
    <message>
        <source>%1 holds no unencrypted RSA or EC key in PEM form</source>
        <translation>%1 中没有未加密的 PEM 格式 RSA 或 EC 密钥</translation>
    </message>
    <message>
        <source>its configuration has changed since it was read</source>
        <translation>读取之后其配置已被更改</translation>
    </message>
    <message>
        <source>no broker is chosen</source>
        <translation>没有选择 Broker</translation>
    </message>
    <message>
        <source>delivery times need RocketMQ 5.0: this broker would deliver at once</source>
        <translation>定时投递需要 RocketMQ 5.0：此 Broker 会立即投递</translation>
    </message>
    <message>
        <source>%1 sends were on their way the whole time</source>
        <translation>一直有 %1 个发送在途</translation>
    </message>
    <message>
        <source>%1 sends are on their way and %2 wait</source>
        <translation>有 %1 个发送在途，%2 个在等待</translation>
    </message>
    <message>
        <source>the body has %1 bytes</source>
        <translation>消息体有 %1 字节</translation>
    </message>
    <message>
        <source>the body inflates to more than %1 bytes</source>
        <translation>消息体解压后超过 %1 字节</translation>
    </message>
    <message>
        <source>the sysFlag %1 names no known compression</source>
        <translation>sysFlag %1 不对应任何已知压缩方式</translation>
    </message>
    <message>
        <source>the body is no message</source>
        <translation>该内容不是消息</translation>
    </message>
    <message>
        <source>a header of %1 bytes</source>
        <translation>头部有 %1 字节</translation>
    </message>
    <message>
        <source>field %1 is missing</source>
        <translation>缺少字段 %1</translation>
    </message>
    <message>
        <source>field %1 has the value &quot;%2&quot;</source>
        <translation>字段 %1 的值为“%2”</translation>
    </message>
    <message>
        <source>the client was closed</source>
        <translation>客户端已关闭</translation>
    </message>
    <message>
        <source>The tag %1 has ||, which separates the tags of a filter: no consumer could ask for it.</source>
        <translation>标签 %1 含有 ||，它用于分隔过滤表达式中的标签：没有消费者能请求它。</translation>
    </message>
    <message>
        <source>The tag &quot;%1&quot; begins or ends with a space: no consumer could ask for it.</source>
        <translation>标签“%1”以空格开头或结尾：没有消费者能请求它。</translation>
    </message>
    <message>
        <source>The tag * means every tag in a filter: no consumer could ask for it alone.</source>
        <translation>标签 * 在过滤表达式中表示所有标签：没有消费者能单独请求它。</translation>
    </message>
    <message>
        <source>nothing came for %1</source>
        <translation>已有 %1 没有收到任何数据</translation>
    </message>
    <message>
        <source>the batch has more than %1 messages</source>
        <translation>该批次的消息超过 %1 条</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>文件超过 %1 字节</translation>
    </message>
    <message>
        <source>it is no JSON at byte %1: %2</source>
        <translation>第 %1 字节处不是有效的 JSON：%2</translation>
    </message>
    <message>
        <source>it was written by a newer version of this program (format %1, known up to %2)</source>
        <translation>它由本程序的更新版本写入（格式 %1，当前最高支持 %2）</translation>
    </message>
    <message>
        <source>it is no list of profiles</source>
        <translation>它不是连接列表</translation>
    </message>
    <message>
        <source>it has more than %1 profiles</source>
        <translation>其中的连接超过 %1 个</translation>
    </message>
    <message>
        <source>entry %1 of its list is no profile</source>
        <translation>列表中的第 %1 项不是连接</translation>
    </message>
    <message>
        <source>%1 of %2 profiles can&apos;t be read and stay in it as they are; the first is %3</source>
        <translation>%2 个连接中有 %1 个无法读取，将原样保留在文件中；第一个是 %3</translation>
    </message>
    <message>
        <source>it holds %1 profiles and %2 bytes at most</source>
        <translation>它最多保存 %1 个连接、%2 字节</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>has a control character</source>
        <translation>含有控制字符</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>is no number of milliseconds from %1 to %2</source>
        <translation>不是 %1 到 %2 之间的毫秒数</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which this version does not know</source>
        <translation>的值“%1”是此版本不认识的</translation>
    </message>
    <message>
        <source>is no list</source>
        <translation>不是列表</translation>
    </message>
    <message>
        <source>has more than %1 entries</source>
        <translation>超过 %1 项</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>has an entry that is no address: %1</source>
        <translation>中有一项不是地址：%1</translation>
    </message>
    <message>
        <source>has an entry that is no rule: %1</source>
        <translation>中有一项不是规则：%1</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address for a mapping: %2</source>
        <translation>“%1”不能用作映射的地址：%2</translation>
    </message>
    <message>
        <source>it is longer than any address</source>
        <translation>它比任何地址都长</translation>
    </message>
    <message>
        <source>write an IPv6 address in brackets</source>
        <translation>IPv6 地址请写在方括号中</translation>
    </message>
    <message>
        <source>it has two ports</source>
        <translation>它有两个端口</translation>
    </message>
    <message>
        <source>the host to connect to is whole, or one * that keeps the announced host</source>
        <translation>要连接的主机须写完整，或只写一个 * 以保留对方公布的主机</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address: %2</source>
        <translation>“%1”不是地址：%2</translation>
    </message>
    <message>
        <source>the bracket is not closed</source>
        <translation>方括号没有闭合</translation>
    </message>
    <message>
        <source>a port follows the bracket after a colon</source>
        <translation>方括号之后应是冒号和端口</translation>
    </message>
    <message>
        <source>the host is missing</source>
        <translation>缺少主机</translation>
    </message>
    <message>
        <source>the host has a character that no host has</source>
        <translation>主机中含有不允许的字符</translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation>缺少端口</translation>
    </message>
    <message>
        <source>the port is a number from 1 to 65535</source>
        <translation>端口应为 1 到 65535 之间的数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>“%1”%2</translation>
    </message>
    <message>
        <source>%1 sent a message that can&apos;t be read: its record is damaged, or of a newer kind.</source>
        <translation>%1 发来了一条无法读取的消息：记录已损坏，或属于更新的格式。</translation>
    </message>
    <message>
        <source>TAGS is reserved by RocketMQ. Use the Tag field above, or rename it.</source>
        <translation>TAGS 由 RocketMQ 保留。使用上方的 Tag 字段，或改用其他名称。</translation>
    </message>
    <message>
        <source>KEYS is reserved by RocketMQ. Use the Keys field above, or rename it.</source>
        <translation>KEYS 由 RocketMQ 保留。使用上方的 Key 字段，或改用其他名称。</translation>
    </message>
    <message>
        <source>%1 brokers in %2 clusters</source>
        <translation>%2 个集群中的 %1 个 Broker</translation>
    </message>
    <message>
        <source>1 broker in 1 cluster</source>
        <translation>1 个集群中的 1 个 Broker</translation>
    </message>
    <message>
        <source>%1 brokers in 1 cluster</source>
        <translation>1 个集群中的 %1 个 Broker</translation>
    </message>
    <message>
        <source>1 broker serves this access key</source>
        <translation>1 个 Broker 接受该 Access Key</translation>
    </message>
    <message>
        <source>1 broker serves without credentials</source>
        <translation>1 个 Broker 无需凭证即可服务</translation>
    </message>
    <message>
        <source>%1 brokers serve this access key</source>
        <translation>%1 个 Broker 接受该 Access Key</translation>
    </message>
    <message>
        <source>%1 brokers serve without credentials</source>
        <translation>%1 个 Broker 无需凭证即可服务</translation>
    </message>
    <message>
        <source>%1 agrees with this machine (± %2 ms)</source>
        <translation>%1 与本机一致（± %2 ms）</translation>
    </message>
    <message>
        <source>%1 is %2 ms behind (± %3 ms)</source>
        <translation>%1 慢 %2 ms（± %3 ms）</translation>
    </message>
    <message>
        <source>%1 is %2 ms ahead (± %3 ms)</source>
        <translation>%1 快 %2 ms（± %3 ms）</translation>
    </message>
    <message>
        <source>no name server knows the topic %1</source>
        <translation>没有 NameServer 知道主题 %1</translation>
    </message>
    <message>
        <source>The message names no topic: give the name of one.</source>
        <translation>消息没有写明主题：请填写主题名称。</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A console for Apache RocketMQ.</source>
        <translation>Apache RocketMQ 控制台。</translation>
    </message>
    <message>
        <source>Draws a picture of each page into the folder, and ends.</source>
        <translation>将每个页面的图片保存到该文件夹，然后结束。</translation>
    </message>
    <message>
        <source>With --screenshot: only pictures whose name has this in it.</source>
        <translation>与 --screenshot 一起使用：只保存名称中包含此文本的图片。</translation>
    </message>
    <message>
        <source>Opens the embedded sandbox cluster; so does a start without saved connections.</source>
        <translation>打开内置沙箱集群；没有已保存的连接时也会打开。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Call log</source>
        <translation>调用日志</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>消费组</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui</name>
    <message>
        <source>no messages seen %1 – %2</source>
        <translation>%1 – %2 未收到消息</translation>
    </message>
    <message>
        <source>%1, %2 compressed</source>
        <translation>%1，压缩后 %2</translation>
    </message>
    <message>
        <source>%1 of bytes</source>
        <translation>%1 二进制数据</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>位点</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>产生</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Unique id</source>
        <translation>唯一 id</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息体</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>half message</source>
        <translation>半消息</translation>
    </message>
    <message>
        <source>committed transaction</source>
        <translation>已提交的事务</translation>
    </message>
    <message>
        <source>rolled back transaction</source>
        <translation>已回滚的事务</translation>
    </message>
    <message>
        <source>user property</source>
        <translation>用户属性</translation>
    </message>
    <message>
        <source>Set by the sender</source>
        <translation>由发送方设置</translation>
    </message>
    <message>
        <source>Known to RocketMQ</source>
        <translation>RocketMQ 已知</translation>
    </message>
    <message>
        <source>%1, %2 on the wire</source>
        <translation>%1，传输 %2</translation>
    </message>
    <message>
        <source>delivered again %1 times</source>
        <translation>已重新投递 %1 次</translation>
    </message>
    <message>
        <source>flag %1</source>
        <translation>标志 %1</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::BannerStack</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::BodyEditor</name>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息体</translation>
    </message>
    <message>
        <source>Hex needs pairs of 0–9 and a–f.</source>
        <translation>十六进制需要成对的 0–9 和 a–f。</translation>
    </message>
    <message>
        <source>Body from a file</source>
        <translation>从文件读取消息体</translation>
    </message>
    <message>
        <source>The file has %1; brokers take %2 at most.</source>
        <translation>文件大小为 %1；Broker 最多接受 %2。</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>No JSON: %1, at byte %2</source>
        <translation>不是 JSON：%1，位于第 %2 字节</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>有效的 JSON</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 / %3</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::BodyView</name>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息体</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Copy the body</source>
        <translation>复制消息体</translation>
    </message>
    <message>
        <source>Save the body…</source>
        <translation>保存消息体…</translation>
    </message>
    <message>
        <source>The body is not JSON</source>
        <translation>消息体不是 JSON</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>前 %1，共 %2</translation>
    </message>
    <message>
        <source>Not UTF-8: shown as hex</source>
        <translation>不是 UTF-8：以十六进制显示</translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation>保存消息体</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::BrokerDetail</name>
    <message>
        <source>Filter values</source>
        <translation>筛选值</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Runtime values</source>
        <translation>运行时值</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Comparison of settings</source>
        <translation>配置比较</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部配置</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>Both brokers have the same settings</source>
        <translation>两个 Broker 的设置完全相同</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::CallDetail</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Request field</source>
        <translation>请求字段</translation>
    </message>
    <message>
        <source>Fields of the request</source>
        <translation>请求的字段</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>发起者</translation>
    </message>
    <message>
        <source>Changes something</source>
        <translation>会修改</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::CallLogPage</name>
    <message>
        <source>Call log</source>
        <translation>调用日志</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>还没有调用</translation>
    </message>
    <message>
        <source>Every call of this connection will stand here, with its cost and its answer.</source>
        <translation>此连接的每次调用都会列在这里，包括耗时和应答。</translation>
    </message>
    <message>
        <source>Code, name, address or answer</source>
        <translation>代码、名称、地址或应答</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部代码</translation>
    </message>
    <message>
        <source>Show calls of one code only</source>
        <translation>只显示一个代码的调用</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Pause or resume the call log</source>
        <translation>暂停或继续调用日志</translation>
    </message>
    <message>
        <source>Clear the call log</source>
        <translation>清空调用日志</translation>
    </message>
    <message>
        <source>Bring cleared calls back</source>
        <translation>恢复清空的调用</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer calls</source>
        <translation>
            <numerusform>%Ln 次更新的调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ClosingQuestion</name>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>Closing stops it: the rest is not sent.</source>
        <translation>关闭会停止发送，其余消息不再发出。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ClusterPage</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Show broker settings</source>
        <translation>显示 Broker 配置</translation>
    </message>
    <message>
        <source>Compare with another broker…</source>
        <translation>与其他 Broker 比较…</translation>
    </message>
    <message>
        <source>Ask this broker again</source>
        <translation>重新询问此 Broker</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export the table… (Ctrl+E)</source>
        <translation>导出表格… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Reading the cluster</source>
        <translation>正在读取集群</translation>
    </message>
    <message>
        <source>No broker is registered</source>
        <translation>没有已注册的 Broker</translation>
    </message>
    <message>
        <source>The name server answered, and knows no broker. A broker registers within 30 s of its start.</source>
        <translation>NameServer 已应答，但不知道任何 Broker。Broker 启动后 30 秒内注册。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation>
            <numerusform>%n 个集群</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · partly read at %2 in %3</source>
        <translation>%1 · %2 部分读取，用时 %3</translation>
    </message>
    <message>
        <source>%1 · read at %2 in %3</source>
        <translation>%1 · %2 读取，用时 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n brokers answered.</source>
        <translation>
            <numerusform>%n 个 Broker 中有 %1 个应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Values of brokers that did not answer are missing below.</source>
        <translation>未应答的 Broker 的值在下方缺失。</translation>
    </message>
    <message>
        <source>Ask %1 again</source>
        <translation>重新询问 %1</translation>
    </message>
    <message numerus="yes">
        <source>Ask %n brokers again</source>
        <translation>
            <numerusform>重新询问 %n 个 Broker</numerusform>
        </translation>
    </message>
    <message>
        <source>Show calls</source>
        <translation>显示调用</translation>
    </message>
    <message>
        <source>The cluster could not be read again.</source>
        <translation>无法再次读取集群。</translation>
    </message>
    <message>
        <source>The cluster was not read</source>
        <translation>未读取集群</translation>
    </message>
    <message>
        <source>Reading it was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>正在询问 %1</translation>
    </message>
    <message>
        <source>Reading the settings of %1</source>
        <translation>正在读取 %1 的配置</translation>
    </message>
    <message>
        <source>Compare two brokers</source>
        <translation>比较两个 Broker</translation>
    </message>
    <message>
        <source>Choose the broker whose settings stand beside those of %1.</source>
        <translation>选择要与 %1 并排比较配置的 Broker。</translation>
    </message>
    <message>
        <source>Reading the settings of %1 and %2</source>
        <translation>正在读取 %1 和 %2 的配置</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 的配置</translation>
    </message>
    <message>
        <source>What is there is shown as it comes.</source>
        <translation>收到的内容会立即显示。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Asking the others was cancelled.</source>
        <translation>对其余 Broker 的询问已取消。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConfirmDialog</name>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionDialog</name>
    <message>
        <source>Edit connection %1</source>
        <translation>编辑连接 %1</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Goes hop by hop and changes nothing.</source>
        <translation>逐跳检查，不做任何修改。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新填写</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation>保存并连接</translation>
    </message>
    <message>
        <source>What was typed the last time is here again.</source>
        <translation>上次输入的内容已恢复。</translation>
    </message>
    <message>
        <source>The fields that are marked have to be right before a test.</source>
        <translation>测试前请先改正标出的字段。</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>On the way…</source>
        <translation>测试中…</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>测试已停止。</translation>
    </message>
    <message>
        <source>Something on the way does not work. Saving is possible all the same.</source>
        <translation>路径上有故障。仍然可以保存。</translation>
    </message>
    <message>
        <source>Usable, with a warning.</source>
        <translation>可用，但有警告。</translation>
    </message>
    <message>
        <source>Every hop works.</source>
        <translation>每一跳都正常。</translation>
    </message>
    <message numerus="yes">
        <source>%n fields have to be changed first.</source>
        <translation>
            <numerusform>需要先改正 %n 个字段。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionFeed</name>
    <message>
        <source>Lost, next try in %1 s</source>
        <translation>已断开，%1 秒后重试</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionForm</name>
    <message>
        <source>Parts of the connection</source>
        <translation>连接的各部分</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>PEM 文件 (*.pem *.crt *.cer *.key);;所有文件 (*)</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Gives the tab its colour and word. In production, changes ask for more.</source>
        <translation>决定标签页的颜色和文字。生产环境中的修改需要更多确认。</translation>
    </message>
    <message>
        <source>Name servers, one a line or separated by ;</source>
        <translation>NameServer，每行一个或用 ; 分隔</translation>
    </message>
    <message>
        <source>Address mapping</source>
        <translation>地址映射</translation>
    </message>
    <message>
        <source>For NAT, containers and tunnels: where to connect for an address that a broker announces. * stands for any host or port.</source>
        <translation>用于 NAT、容器和隧道：Broker 公布的地址实际连接到哪里。* 代表任意主机或端口。</translation>
    </message>
    <message>
        <source>Read-only: changing calls never leave this program</source>
        <translation>只读：修改类调用不会离开本程序</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Access Key</translation>
    </message>
    <message>
        <source>Empty: requests are not signed.</source>
        <translation>为空：请求不签名。</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret Key</translation>
    </message>
    <message>
        <source>Security token</source>
        <translation>安全令牌</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Encrypt with TLS</source>
        <translation>使用 TLS 加密</translation>
    </message>
    <message>
        <source>Verify certificate and name</source>
        <translation>校验证书和名称</translation>
    </message>
    <message>
        <source>Verify the certificate, not the name</source>
        <translation>校验证书，不校验名称</translation>
    </message>
    <message>
        <source>Don&apos;t verify</source>
        <translation>不校验</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Certificate authority (CA)</source>
        <translation>证书颁发机构 (CA)</translation>
    </message>
    <message>
        <source>PEM. Empty: the authorities of this system.</source>
        <translation>PEM。为空：使用本系统的颁发机构。</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>PEM, with its key, where the server asks for one.</source>
        <translation>PEM，连同密钥，在服务端要求时使用。</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>PEM, without a passphrase.</source>
        <translation>PEM，无口令。</translation>
    </message>
    <message>
        <source>The other side may be anybody.</source>
        <translation>对方可能是任何人。</translation>
    </message>
    <message>
        <source>Time-outs</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Slow answers</source>
        <translation>慢应答</translation>
    </message>
    <message>
        <source>Pulls that a broker holds, and calls that it relays to clients.</source>
        <translation>Broker 挂起的拉取，以及它转发给客户端的调用。</translation>
    </message>
    <message>
        <source>•••••••• (kept; type to replace)</source>
        <translation>••••••••（已保存；输入即替换）</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses</source>
        <translation>
            <numerusform>%n 个地址</numerusform>
        </translation>
    </message>
    <message>
        <source>host:port; a pasted NAMESRV_ADDR or mqadmin command is understood.</source>
        <translation>host:port；也可粘贴 NAMESRV_ADDR 或 mqadmin 命令。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionTabs</name>
    <message>
        <source>Open connections</source>
        <translation>已打开的连接</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionView</name>
    <message>
        <source>Open a message…</source>
        <translation>打开消息…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>沙箱</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::DockPanel</name>
    <message>
        <source>Keep this detail while the selection moves</source>
        <translation>选择变化时保持此详情</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::FilterField</name>
    <message>
        <source>Every word must be in the row; -word leaves rows out; /x/ is a regular expression</source>
        <translation>行中必须包含每个词；-词 排除包含它的行；/x/ 是正则表达式</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::FoldingRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::FormField</name>
    <message>
        <source>%1, optional</source>
        <comment>label of a field</comment>
        <translation>%1（可选）</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::HopList</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Hops of the connection test</source>
        <translation>连接测试的各跳</translation>
    </message>
    <message>
        <source>%1 of %2 hops passed · %3 ms</source>
        <translation>%2 跳中 %1 跳通过 · %3 ms</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::LazyNumbers</name>
    <message numerus="yes">
        <source>Numbers of %n topics in sight</source>
        <translation>
            <numerusform>可见的 %n 个主题的数值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Numbers of %n topics</source>
        <translation>
            <numerusform>%n 个主题的数值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::LivePage</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Clear the live table</source>
        <translation>清空实时表格</translation>
    </message>
    <message>
        <source>Bring cleared rows back</source>
        <translation>恢复清空的行</translation>
    </message>
    <message>
        <source>Follow the newest message</source>
        <translation>跟随最新消息</translation>
    </message>
    <message>
        <source>Start or stop watching</source>
        <translation>开始或停止查看</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再次发送…</translation>
    </message>
    <message>
        <source>Watch this topic</source>
        <translation>查看此主题</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息体</translation>
    </message>
    <message>
        <source>Message as JSON</source>
        <translation>JSON 格式的消息</translation>
    </message>
    <message>
        <source>Unique id</source>
        <translation>唯一 id</translation>
    </message>
    <message>
        <source>Topic, broker, queue and offset</source>
        <translation>主题、Broker、队列和位点</translation>
    </message>
    <message>
        <source>The message could not be opened.</source>
        <translation>无法打开该消息。</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>打开消息</translation>
    </message>
    <message>
        <source>Watch this topic alone</source>
        <translation>只查看此主题</translation>
    </message>
    <message>
        <source>Go to topic</source>
        <translation>转到主题</translation>
    </message>
    <message>
        <source>Finding the queues and where to begin in them</source>
        <translation>正在查找队列及其起始位点</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>Every message of %1 shows here as soon as its broker has it. To see what is there already, start from oldest or from the last n.</source>
        <translation>%1 的每条消息一到达 Broker 就显示在这里。要查看已有的消息，请从最早或从最近若干条开始。</translation>
    </message>
    <message>
        <source>Messages as they arrive</source>
        <translation>实时显示到达的消息</translation>
    </message>
    <message>
        <source>behind %1, %2 messages</source>
        <translation>延迟 %1，堆积 %2 条消息</translation>
    </message>
    <message>
        <source>behind %1</source>
        <translation>延迟 %1</translation>
    </message>
    <message>
        <source>paused, %1 waiting</source>
        <translation>已暂停，%1 条等待显示</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>保留 %1 条</translation>
    </message>
    <message>
        <source>dropped %1 oldest</source>
        <translation>丢弃最早的 %1 条</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1 条</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Watching %Ln queues: no group registered, nothing committed</source>
        <translation>
            <numerusform>正在查看 %Ln 个队列：未注册消费组，未提交位点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 refuses.</source>
        <translation>%1 拒绝了请求。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有应答。</translation>
    </message>
    <message>
        <source>It is asked again; the others go on.</source>
        <translation>将再次询问；其他 Broker 不受影响。</translation>
    </message>
    <message>
        <source>Watch as group…</source>
        <translation>以消费组身份查看…</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Reads under the rights of an existing group; still no commit and no heartbeat</source>
        <translation>使用现有消费组的权限读取；仍不提交位点，不发送心跳</translation>
    </message>
    <message>
        <source>Watch as group on %1</source>
        <translation>在 %1 上以消费组身份查看</translation>
    </message>
    <message>
        <source>Existing group whose rights are used. Nothing is committed, the group&apos;s members don&apos;t notice.</source>
        <translation>使用此现有消费组的权限。不提交位点，消费组的成员不受影响。</translation>
    </message>
    <message>
        <source>Watch as this group</source>
        <translation>以此消费组身份查看</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export the selected messages, or all… (Ctrl+E)</source>
        <translation>导出选中的或全部消息… (Ctrl+E)</translation>
    </message>
    <message numerus="yes">
        <source>Export the %Ln selected messages</source>
        <translation>
            <numerusform>导出选中的 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export all %Ln messages that show</source>
        <translation>
            <numerusform>导出显示的全部 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause or resume the live table</source>
        <translation>暂停或继续实时表格</translation>
    </message>
    <message>
        <source>Watch again: %1</source>
        <translation>再次查看：%1</translation>
    </message>
    <message>
        <source>%1 is not watched.</source>
        <translation>未在查看 %1。</translation>
    </message>
    <message>
        <source>It is looked for again; the others go on.</source>
        <translation>会继续查找它；其他主题照常查看。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>skipped %1 that brokers had deleted or that can&apos;t be read</source>
        <translation>跳过已被 Broker 删除或无法读取的 %1 条</translation>
    </message>
    <message>
        <source>Choose topics…</source>
        <translation>选择主题…</translation>
    </message>
    <message>
        <source>No topic is chosen</source>
        <translation>尚未选择主题</translation>
    </message>
    <message>
        <source>%1 and %2 are not watched.</source>
        <translation>未查看 %1 和 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are not watched.</source>
        <translation>
            <numerusform>未查看 %1 和另外 %n 个主题。</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows are cleared</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>New messages show here as they come. Ctrl+Z brings the rows back.</source>
        <translation>新消息到达后显示在这里。Ctrl+Z 恢复清空的行。</translation>
    </message>
    <message>
        <source>Watching registers no group, commits no offset and creates nothing on the brokers.</source>
        <translation>查看不注册消费组、不提交位点，也不在 Broker 上创建任何内容。</translation>
    </message>
    <message>
        <source>Choose one or several topics above.</source>
        <translation>在上方选择一个或多个主题。</translation>
    </message>
    <message>
        <source>The topic does not exist: check the name, or create it.</source>
        <translation>主题不存在：请检查名称，或创建它。</translation>
    </message>
    <message>
        <source>Create topic…</source>
        <translation>创建主题…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>消费组</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::LiveView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer messages</source>
        <translation>
            <numerusform>%Ln 条更新的消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::MainWindow</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>新建连接…</translation>
    </message>
    <message>
        <source>Close connection</source>
        <translation>关闭连接</translation>
    </message>
    <message>
        <source>Reopen closed connection</source>
        <translation>重新打开已关闭的连接</translation>
    </message>
    <message>
        <source>Next connection</source>
        <translation>下一个连接</translation>
    </message>
    <message>
        <source>Previous connection</source>
        <translation>上一个连接</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Refresh automatically</source>
        <translation>自动刷新</translation>
    </message>
    <message>
        <source>Cancel running calls</source>
        <translation>取消进行中的调用</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Show or hide the detail</source>
        <translation>显示或隐藏详情</translation>
    </message>
    <message>
        <source>Narrow or wide page list</source>
        <translation>收窄或展开页面列表</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>全局搜索…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一个区域</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>当前不可用</translation>
    </message>
    <message>
        <source>No connection open</source>
        <translation>没有打开的连接</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>未能打开 %1</translation>
    </message>
    <message>
        <source>No other connection is open</source>
        <translation>没有其他打开的连接</translation>
    </message>
    <message>
        <source>No connection was closed</source>
        <translation>没有关闭过连接</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Close Rocketdesk</source>
        <translation>关闭 Rocketdesk</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::MappingRows</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Broker announces</source>
        <translation>Broker 公布</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>Remove this mapping</source>
        <translation>删除此映射</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::MessageDetail</name>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>%1 after it was born</source>
        <translation>产生后 %1</translation>
    </message>
    <message>
        <source>%1 before it was born, by the sender&apos;s clock</source>
        <translation>按发送方的时钟，早于产生时间 %1</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Queue, offset</source>
        <translation>队列、位点</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>产生</translation>
    </message>
    <message>
        <source>Unique id</source>
        <translation>唯一 id</translation>
    </message>
    <message>
        <source>Size, flags</source>
        <translation>大小、标志</translation>
    </message>
    <message>
        <source>The body does not decompress and is shown as it is stored. %1</source>
        <translation>消息体无法解压，按存储的内容显示。%1</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::OpenMessageDialog</name>
    <message>
        <source>Open a message of %1</source>
        <translation>打开 %1 的消息</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>位点</translation>
    </message>
    <message>
        <source>A place as the Live page copies it may be pasted here.</source>
        <translation>可在此粘贴实时页面复制的消息位置。</translation>
    </message>
    <message>
        <source>Give the name of a topic.</source>
        <translation>请填写主题名称。</translation>
    </message>
    <message>
        <source>Give the name of a broker.</source>
        <translation>请填写 Broker 名称。</translation>
    </message>
    <message>
        <source>An offset is a number from 0 up.</source>
        <translation>位点是从 0 开始的数字。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>打开消息</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::Page</name>
    <message>
        <source>Nothing was exported.</source>
        <translation>没有导出任何内容。</translation>
    </message>
    <message>
        <source>Show calls</source>
        <translation>显示调用</translation>
    </message>
    <message>
        <source>Connection lost at %1.</source>
        <translation>连接于 %1 断开。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Connection lost, trying again in %1 s</source>
        <translation>连接已断开，%1 秒后重试</translation>
    </message>
    <message>
        <source>Connection lost, trying again</source>
        <translation>连接已断开，正在重试</translation>
    </message>
    <message>
        <source>No name server has answered since %1. What was running goes on when one does.</source>
        <translation>自 %1 起没有 NameServer 应答。恢复后会继续先前的操作。</translation>
    </message>
    <message>
        <source>Test connection…</source>
        <translation>测试连接…</translation>
    </message>
    <message>
        <source>No name server answers. What shows is from before, and is read again when one does.</source>
        <translation>没有 NameServer 应答。显示的是之前的内容，恢复后会重新读取。</translation>
    </message>
    <message>
        <source>No name server answers.</source>
        <translation>没有 NameServer 应答。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n brokers have answered.</source>
        <translation>
            <numerusform>%n 个 Broker 中已有 %1 个应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter is not applied.</source>
        <translation>未应用筛选。</translation>
    </message>
    <message>
        <source>It is no regular expression: %1.</source>
        <translation>不是正则表达式：%1。</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>%1 拒绝：%2</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::PageHeader</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>后退 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进 (Alt+Right)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Refresh (F5), automatically (Shift+F5)</source>
        <translation>刷新 (F5)，自动刷新 (Shift+F5)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message numerus="yes">
        <source>Every %n s</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::Palette</name>
    <message>
        <source>Go to topic, page or action</source>
        <translation>转到主题、页面或操作</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>&gt; actions   # topics</source>
        <translation>&gt; 操作   # 主题</translation>
    </message>
    <message>
        <source>↑↓ choose   Enter open</source>
        <translation>↑↓ 选择   Enter 打开</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::PaletteModel</name>
    <message numerus="yes">
        <source>%Ln more match: type on to narrow them</source>
        <translation>
            <numerusform>还有 %Ln 项匹配：继续输入以缩小范围</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ProfileListModel</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1 mapped to %2</source>
        <translation>%1 映射到 %2</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::Rail</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::RoutePicture</name>
    <message>
        <source>%1R %2W</source>
        <comment>queues to read, queues to write</comment>
        <translation>%1 读 %2 写</translation>
    </message>
    <message>
        <source>slave %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>master · %1</source>
        <translation>主 · %1</translation>
    </message>
    <message>
        <source>no master · %1</source>
        <translation>无主 · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queues</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::RowView</name>
    <message>
        <source>Copy rows as</source>
        <translation>复制所选行为</translation>
    </message>
    <message>
        <source>Copy row as</source>
        <translation>复制此行为</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text with headers</source>
        <translation>带表头的文本</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>No row passes the filters</source>
        <translation>没有符合过滤条件的行</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::SendForm</name>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Sharding key</source>
        <translation>分片键</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>单向</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source> a request</source>
        <translation> 条/请求</translation>
    </message>
    <message>
        <source>Messages a request</source>
        <translation>每个请求的消息数</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Delay level</source>
        <translation>延迟级别</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>level %1: %2</source>
        <translation>级别 %1：%2</translation>
    </message>
    <message>
        <source>Times of the levels as brokers have them unless set otherwise</source>
        <translation>Broker 未另行设置时各级别的默认时间</translation>
    </message>
    <message>
        <source>Delivery time</source>
        <translation>投递时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Keys, space between</source>
        <translation>Key，以空格分隔</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>User properties</source>
        <translation>用户属性</translation>
    </message>
    <message>
        <source>Remove the property</source>
        <translation>删除此属性</translation>
    </message>
    <message>
        <source>Send this property</source>
        <translation>发送此属性</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the property</source>
        <translation>属性名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Value of the property</source>
        <translation>属性值</translation>
    </message>
    <message>
        <source>by key, else in turn</source>
        <translation>按分片键，否则轮流</translation>
    </message>
    <message>
        <source>Create topic…</source>
        <translation>创建主题…</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>选择主题</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::SendPage</name>
    <message>
        <source>Series to %1</source>
        <translation>向 %1 连续发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The draft could not be kept: %1</source>
        <translation>无法保存草稿：%1</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start series</source>
        <translation>开始连续发送</translation>
    </message>
    <message>
        <source>Send once</source>
        <translation>发送一次</translation>
    </message>
    <message>
        <source>How many messages</source>
        <translation>消息数</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>每秒消息数</translation>
    </message>
    <message>
        <source>times at</source>
        <translation>次，速率</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>条/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n problems above</source>
        <translation>
            <numerusform>上方有 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Send once to %1</source>
        <translation>向 %1 发送一次</translation>
    </message>
    <message>
        <source>The profile is read-only</source>
        <translation>此配置为只读</translation>
    </message>
    <message>
        <source>No queue of this topic may be sent to.</source>
        <translation>此主题没有可发送的队列。</translation>
    </message>
    <message numerus="yes">
        <source>%n queues on %1</source>
        <translation>
            <numerusform>%1 上的 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to %1 on %2</source>
        <translation>发送到 %2 上的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages are stored on the brokers and delivered to every group that consumes the topic. They cannot be taken back.</source>
        <translation>
            <numerusform>%Ln 条消息将存储在 Broker 上，并投递给消费该主题的每个消费组。消息无法撤回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages to %1</source>
        <translation>
            <numerusform>向 %1 发送 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages</source>
        <translation>
            <numerusform>发送 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending to %1</source>
        <translation>正在发送到 %1</translation>
    </message>
    <message>
        <source>Sending %1/s to %2</source>
        <translation>正在以 %1/s 发送到 %2</translation>
    </message>
    <message>
        <source>%1 sent, %2 failed</source>
        <translation>已发送 %1 条，失败 %2 条</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>已发送 %1 / %2 条</translation>
    </message>
    <message>
        <source>The history could not be kept: %1</source>
        <translation>无法保存历史：%1</translation>
    </message>
    <message>
        <source>times,</source>
        <translation>次，</translation>
    </message>
    <message>
        <source>The topic %1 does not exist: create it, or send all the same, and a broker that creates topics by itself makes it.</source>
        <translation>主题 %1 不存在：可以创建它，也可以照样发送，由会自动创建主题的 Broker 创建。</translation>
    </message>
    <message>
        <source>A series to %1 on %2 is running: %3 of %4 messages are sent.</source>
        <translation>正在向 %2 的 %1 连续发送：已发送 %3 条，共 %4 条。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::SendResult</name>
    <message>
        <source>Open message</source>
        <translation>打开消息</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>连续发送</translation>
    </message>
    <message>
        <source>Sent of the series</source>
        <translation>连续发送的进度</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Put into the form</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>on its way, one-way: the broker does not answer</source>
        <translation>已发出，单向：Broker 不应答</translation>
    </message>
    <message>
        <source>Unique id</source>
        <translation>唯一 id</translation>
    </message>
    <message>
        <source>Offset id</source>
        <translation>位点 id</translation>
    </message>
    <message>
        <source>Queue, offset</source>
        <translation>队列、位点</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>%1 ms, %2 tries</source>
        <translation>%1 ms，%2 次尝试</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>created by the broker</source>
        <translation>由 Broker 创建</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>解决办法</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>**%1/s** of %2/s wanted</source>
        <translation>**%1/s**，目标 %2/s</translation>
    </message>
    <message>
        <source>**%1/s**</source>
        <translation>**%1/s**</translation>
    </message>
    <message>
        <source> · p50 %1 ms · p99 %2 ms</source>
        <translation> · p50 %1 ms · p99 %2 ms</translation>
    </message>
    <message>
        <source> · %1 unanswered: stored or not</source>
        <translation> · %1 条无应答：可能已存储</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 条失败：%2</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题色</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation>表格行高</translation>
    </message>
    <message>
        <source>Dense, 24 px</source>
        <translation>紧凑，24 px</translation>
    </message>
    <message>
        <source>Comfortable, 30 px</source>
        <translation>宽松，30 px</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Refresh automatically</source>
        <translation>自动刷新</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Every 5 s</source>
        <translation>每 5 秒</translation>
    </message>
    <message>
        <source>Every 10 s</source>
        <translation>每 10 秒</translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation>每 30 秒</translation>
    </message>
    <message>
        <source>Rests while a page is not in sight.</source>
        <translation>页面不可见时暂停。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Memory for messages</source>
        <translation>消息占用内存</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Messages a second at most</source>
        <translation>每秒最多消息数</translation>
    </message>
    <message>
        <source>Slows reading down to what you can follow; 0 is no limit. Holds from the next start of a watch on.</source>
        <translation>把读取放慢到看得过来；0 表示不限。从下次开始查看起生效。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Time-out to connect</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Of new connections; each connection has its own.</source>
        <translation>用于新建的连接；每个连接有自己的设置。</translation>
    </message>
    <message>
        <source>Time-out of a call</source>
        <translation>调用超时</translation>
    </message>
    <message>
        <source>Messages kept</source>
        <translation>保留的消息数</translation>
    </message>
    <message>
        <source>Above the limit that is reached first the oldest messages are dropped, and counted.</source>
        <translation>超过先达到的上限时，丢弃最早的消息并计数。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::Spinner</name>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::StatePane</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No connection open</source>
        <translation>没有打开的连接</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>No calls running</source>
        <translation>没有进行中的调用</translation>
    </message>
    <message numerus="yes">
        <source>%n calls running</source>
        <translation>
            <numerusform>%n 个进行中的调用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <comment>calls running · the slowest, how long</comment>
        <translation>%1 · %2，%3</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::StreamBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Follow the newest message (End)</source>
        <translation>跟随最新消息 (End)</translation>
    </message>
    <message>
        <source>Show only rows with…</source>
        <translation>只显示包含…</translation>
    </message>
    <message>
        <source>Clear (Ctrl+L); Ctrl+Z brings the rows back</source>
        <translation>清空 (Ctrl+L)；Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Kind of filter that brokers apply</source>
        <translation>Broker 过滤条件的类型</translation>
    </message>
    <message>
        <source>The brokers send only what fits; Enter begins again with it</source>
        <translation>Broker 只发送符合条件的消息；按 Enter 以此条件重新开始</translation>
    </message>
    <message>
        <source>Filter that brokers apply</source>
        <translation>Broker 过滤条件</translation>
    </message>
    <message>
        <source>Filters here, on what has come: every word must be in the row; -word leaves rows out; /x/ is a regular expression</source>
        <translation>在本地筛选已收到的消息：行中必须包含每个词；-词 排除包含它的行；/x/ 是正则表达式</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show what came meanwhile (Space)</source>
        <translation>显示暂停期间收到的消息 (Space)</translation>
    </message>
    <message>
        <source>Hold the rows still; messages are still read (Space)</source>
        <translation>使各行静止；仍继续读取消息 (Space)</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TableHeader</name>
    <message>
        <source>Filter of column %1</source>
        <translation>列 %1 的筛选</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TableView</name>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>%1 · Σ %2</source>
        <comment>selection and its sums</comment>
        <translation>%1 · Σ %2</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Order as read</source>
        <translation>按读取顺序</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>按此值筛选</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln rows</source>
        <translation>
            <numerusform>导出 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation>导出表格…</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>New connection (Ctrl+N)</source>
        <translation>新建连接 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Go to topic, page or action</source>
        <translation>转到主题、页面或操作</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicDialog</name>
    <message>
        <source>Create topic on %1</source>
        <translation>在 %1 上创建主题</translation>
    </message>
    <message>
        <source>Change topic %1 on %2</source>
        <translation>修改 %2 上的主题 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ordered topic</source>
        <translation>顺序主题</translation>
    </message>
    <message>
        <source>Create topic</source>
        <translation>创建主题</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>The brokers are being read</source>
        <translation>正在读取 Broker</translation>
    </message>
    <message>
        <source>Read, write</source>
        <translation>读、写</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Write only</source>
        <translation>只写</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Read queues</source>
        <translation>读队列</translation>
    </message>
    <message>
        <source>Write queues</source>
        <translation>写队列</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message numerus="yes">
        <source>a new topic, %n settings</source>
        <translation>
            <numerusform>新主题，%n 项配置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n settings</source>
        <translation>
            <numerusform>%n 项配置中的 %1 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create on %n brokers</source>
        <translation>
            <numerusform>在 %n 个 Broker 上创建</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n brokers</source>
        <translation>
            <numerusform>写入 %n 个 Broker</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a verb with its reach, the connection</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>This is a production connection. Type the topic&apos;s name to write it.</source>
        <translation>这是生产连接。请输入主题名以写入。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls: 17 to %1</source>
        <translation>
            <numerusform>%n 次调用：17 发往 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The profile is read-only</source>
        <translation>此配置为只读</translation>
    </message>
    <message>
        <source>Give the topic a name that may be created</source>
        <translation>请为主题取一个允许创建的名称</translation>
    </message>
    <message>
        <source>Choose at least one broker</source>
        <translation>至少选择一个 Broker</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>没有变更</translation>
    </message>
    <message>
        <source>Reading the brokers</source>
        <translation>正在读取 Broker</translation>
    </message>
    <message>
        <source>The configurations are being read</source>
        <translation>正在读取配置</translation>
    </message>
    <message>
        <source>Reading configurations of %1</source>
        <translation>正在读取 %1 的配置</translation>
    </message>
    <message>
        <source>What is there now could not be read</source>
        <translation>无法读取当前配置</translation>
    </message>
    <message>
        <source>Writing topic %1</source>
        <translation>正在写入主题 %1</translation>
    </message>
    <message numerus="yes">
        <source>Retry the %n that failed</source>
        <translation>
            <numerusform>重试失败的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The topic exists already, so nothing was written. Change it instead, or choose another name.</source>
        <translation>主题已存在，因此未写入任何内容。请改为修改它，或换一个名称。</translation>
    </message>
    <message>
        <source>Brokers before 5.0 know neither types nor what stands in the next line: leave them as they are there.</source>
        <translation>5.0 之前的 Broker 不支持类型和下一行的设置：在那里请保持不变。</translation>
    </message>
    <message>
        <source>by age</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>newest of each key</source>
        <translation>每个 Key 保留最新</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>as the broker</source>
        <translation>与 Broker 一致</translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation>清理策略</translation>
    </message>
    <message>
        <source>Queue type</source>
        <translation>队列类型</translation>
    </message>
    <message>
        <source>Reserve time</source>
        <translation>保留时长</translation>
    </message>
    <message>
        <source>cleanup.policy: fixed when the topic is created. To keep the newest of each key, every message needs a key.</source>
        <translation>cleanup.policy：创建主题后不可更改。若每个 Key 只保留最新一条，则每条消息都需要 Key。</translation>
    </message>
    <message>
        <source>queue.type: fixed when the topic is created.</source>
        <translation>queue.type：创建主题后不可更改。</translation>
    </message>
    <message>
        <source>reserve.time: how long a store that keeps topics apart holds the messages, in its own unit.</source>
        <translation>reserve.time：按主题单独存储的存储层保留消息的时间，单位由该存储层决定。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicDock</name>
    <message>
        <source>Group</source>
        <translation>消费组</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>消费组</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>As picture</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Watch live</source>
        <translation>实时查看</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>The profile is read-only</source>
        <translation>此配置为只读</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>%1 · ordered</source>
        <translation>%1 · 顺序</translation>
    </message>
    <message numerus="yes">
        <source>%1 read · %2 write · on %n brokers</source>
        <translation>
            <numerusform>%1 读 · %2 写 · 在 %n 个 Broker 上</numerusform>
        </translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 · %2 /s</source>
        <translation>%1 · %2 /s</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>最后写入</translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%n 项配置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ between brokers</source>
        <translation>
            <numerusform>%n 项配置在 Broker 之间不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same on all %n brokers</source>
        <translation>
            <numerusform>%n 个 Broker 上相同</numerusform>
        </translation>
    </message>
    <message>
        <source>No group consumes this topic, online or with offsets.</source>
        <translation>没有消费组消费此主题（在线或有位点）。</translation>
    </message>
    <message numerus="yes">
        <source>%n groups consume this topic, online or with offsets</source>
        <translation>
            <numerusform>%n 个消费组消费此主题（在线或有位点）</numerusform>
        </translation>
    </message>
    <message>
        <source>Its part is missing here.</source>
        <translation>此处缺少它的部分。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicPill</name>
    <message>
        <source>%1: a click hides its rows, Del stops watching it</source>
        <translation>%1：单击隐藏其行，Del 停止查看</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicRemovalDialog</name>
    <message>
        <source>Delete topic %1 from %2?</source>
        <translation>从 %2 删除主题 %1？</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>将丢失的内容</translation>
    </message>
    <message>
        <source>Delete from %1</source>
        <translation>从 %1 删除</translation>
    </message>
    <message>
        <source>This is a production connection. Type the topic&apos;s name to delete it.</source>
        <translation>这是生产连接。请输入主题名以删除。</translation>
    </message>
    <message>
        <source>Type the topic&apos;s name to delete it.</source>
        <translation>请输入主题名以删除。</translation>
    </message>
    <message>
        <source>What would be lost is being read</source>
        <translation>正在读取将丢失的内容</translation>
    </message>
    <message>
        <source>Reading what would be lost…</source>
        <translation>正在读取将丢失的内容…</translation>
    </message>
    <message>
        <source>What deleting %1 would take away</source>
        <translation>删除 %1 将丢失的内容</translation>
    </message>
    <message>
        <source>What would be lost could not be read</source>
        <translation>无法读取将丢失的内容</translation>
    </message>
    <message>
        <source>Messages cannot be brought back.</source>
        <translation>消息无法恢复。</translation>
    </message>
    <message>
        <source>The profile is read-only</source>
        <translation>此配置为只读</translation>
    </message>
    <message>
        <source>No group reads it.</source>
        <translation>没有消费组读取它。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n groups read it**: %1. They have not consumed %2 messages yet.</source>
        <translation>
            <numerusform>**%n 个消费组读取它**：%1。还有 %2 条消息未消费。</numerusform>
        </translation>
    </message>
    <message>
        <source>**It is being written to**: %1 messages a second, last at %2.</source>
        <translation>**正在写入**：每秒 %1 条消息，最后一条在 %2。</translation>
    </message>
    <message>
        <source>Last written to at %1.</source>
        <translation>最后写入于 %1。</translation>
    </message>
    <message>
        <source>It holds no message with a time of writing.</source>
        <translation>没有带写入时间的消息。</translation>
    </message>
    <message>
        <source>Deleting topic %1</source>
        <translation>正在删除主题 %1</translation>
    </message>
    <message numerus="yes">
        <source>Retry the %n that failed</source>
        <translation>
            <numerusform>重试失败的 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brokers</source>
        <translation>
            <numerusform>%n 个 Broker</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name servers</source>
        <translation>
            <numerusform>%n 个 NameServer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls: 215 to %1, 216 to %2</source>
        <translation>
            <numerusform>%n 次调用：215 发往 %1，216 发往 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicsBar</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>添加主题</translation>
    </message>
    <message>
        <source>Name of a topic; several may be pasted</source>
        <translation>主题名称；可粘贴多个</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>指定时间</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Stored at this time or later</source>
        <translation>此时间或之后存储</translation>
    </message>
    <message>
        <source>So many of the newest messages</source>
        <translation>最新消息的条数</translation>
    </message>
    <message>
        <source>Hide its rows</source>
        <translation>隐藏该主题的行</translation>
    </message>
    <message>
        <source>Stop watching it</source>
        <translation>停止查看该主题</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Reading topics</source>
        <translation>正在读取主题</translation>
    </message>
    <message numerus="yes">
        <source>%1 topics on %n brokers · read at %2 in %3</source>
        <translation>
            <numerusform>%n 个 Broker 上共 %1 个主题 · %2 读取，用时 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>The topics could not be read again.</source>
        <translation>无法再次读取主题。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>The topics were not read</source>
        <translation>未读取主题</translation>
    </message>
    <message>
        <source>Reading them was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>The name server did not list its topics.</source>
        <translation>NameServer 未列出主题。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n brokers answered.</source>
        <translation>
            <numerusform>%n 个 Broker 中有 %1 个应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics that no broker has are missing below.</source>
        <translation>不在任何 Broker 上的主题在下方缺失。</translation>
    </message>
    <message>
        <source>Its topics may be missing below, or be known by name only.</source>
        <translation>它的主题可能在下方缺失，或只有名称。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>There are no topics</source>
        <translation>没有主题</translation>
    </message>
    <message numerus="yes">
        <source>The name server and %n brokers were asked, and have none.</source>
        <translation>
            <numerusform>已询问 NameServer 和 %n 个 Broker，都没有主题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Create topic…</source>
        <translation>创建主题…</translation>
    </message>
    <message>
        <source>No topic matches</source>
        <translation>没有匹配的主题</translation>
    </message>
    <message>
        <source>None of %1 topics passes the filter and the chip above.</source>
        <translation>%1 个主题都不符合上方的筛选条件。</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>显示全部主题</translation>
    </message>
    <message>
        <source>Filter topics</source>
        <translation>筛选主题</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>FIFO</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Retry, DLQ</source>
        <translation>重试、死信</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Watch live</source>
        <translation>实时查看</translation>
    </message>
    <message>
        <source>Send a message…</source>
        <translation>发送消息…</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Change configuration…</source>
        <translation>修改配置…</translation>
    </message>
    <message>
        <source>Delete topic…</source>
        <translation>删除主题…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export the table… (Ctrl+E)</source>
        <translation>导出表格… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Create topic</source>
        <translation>创建主题</translation>
    </message>
    <message>
        <source>The profile is read-only</source>
        <translation>此配置为只读</translation>
    </message>
    <message>
        <source>No topic is selected</source>
        <translation>未选择主题</translation>
    </message>
    <message>
        <source>RocketMQ itself needs this topic</source>
        <translation>RocketMQ 自身需要此主题</translation>
    </message>
    <message>
        <source>%1 of %2 topics are read.</source>
        <translation>已读取 %2 个主题中的 %1 个。</translation>
    </message>
    <message>
        <source>Sorting by %1 puts the others last until they are read.</source>
        <translation>按 %1 排序时，未读取的主题排在最后。</translation>
    </message>
    <message numerus="yes">
        <source>Read all (%n calls)</source>
        <translation>
            <numerusform>全部读取（%n 次调用）</numerusform>
        </translation>
    </message>
    <message>
        <source>At most 8 calls at a time. Cancel keeps what came.</source>
        <translation>同时最多 8 次调用。取消会保留已读取的内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The topic %1 is not there.</source>
        <translation>主题 %1 不存在。</translation>
    </message>
    <message>
        <source>Nobody who answered has it: check the name, or create it.</source>
        <translation>已应答的各方都没有它：请检查名称，或创建它。</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TotalsStrip</name>
    <message>
        <source>Messages in</source>
        <translation>写入消息</translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation>读出消息</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Fullest disk</source>
        <translation>最满的磁盘</translation>
    </message>
    <message>
        <source>Stored today</source>
        <translation>今日存储</translation>
    </message>
    <message numerus="yes">
        <source>%n masters, last 10 s</source>
        <translation>
            <numerusform>%n 个主节点，最近 10 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not answer</source>
        <translation>
            <numerusform>%n 个未应答</numerusform>
        </translation>
    </message>
    <message>
        <source>messages since midnight</source>
        <translation>零点以来的消息</translation>
    </message>
    <message>
        <source>no broker tells</source>
        <translation>没有 Broker 告知</translation>
    </message>
    <message>
        <source>%1 · writes stop at 90 %</source>
        <translation>%1 · 90 % 时停止写入</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n have not answered yet</source>
        <translation>
            <numerusform>%n 个尚未应答</numerusform>
        </translation>
    </message>
    <message>
        <source>all answered in %1</source>
        <translation>全部应答，用时 %1</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>应答用时 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>same answer, %1</source>
        <translation>应答一致，%1</translation>
    </message>
    <message>
        <source>different answers, %1</source>
        <translation>应答不一致，%1</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>NameServer</translation>
    </message>
    <message>
        <source>all brokers, last 10 s</source>
        <translation>全部 Broker，最近 10 秒</translation>
    </message>
    <message>
        <source>no name server tells</source>
        <translation>没有 NameServer 应答</translation>
    </message>
    <message>
        <source>%1 of your own</source>
        <translation>其中 %1 个自有</translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::WelcomePage</name>
    <message>
        <source>Import connections…</source>
        <translation>导入连接…</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>筛选连接</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>已保存的连接</translation>
    </message>
    <message>
        <source>No connection is saved yet.</source>
        <translation>还没有保存的连接。</translation>
    </message>
    <message>
        <source>A console for Apache RocketMQ. It talks only to the addresses you give it.</source>
        <translation>Apache RocketMQ 控制台。只与给定的地址通信。</translation>
    </message>
    <message>
        <source>Open the sandbox</source>
        <translation>打开沙箱</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>新建连接…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Try it without a server</source>
        <translation>无需服务器即可试用</translation>
    </message>
    <message>
        <source>Starts a cluster inside this program: brokers, topics, a trickle of orders and payments.</source>
        <translation>在本程序内启动一个集群：Broker、主题，以及少量订单和支付消息。</translation>
    </message>
    <message>
        <source>Connect to your cluster</source>
        <translation>连接到集群</translation>
    </message>
    <message>
        <source>You need the address of a name server. The test explains each hop, also through NAT and tunnels.</source>
        <translation>需要 NameServer 的地址。连接测试逐跳说明，也适用于 NAT 和隧道。</translation>
    </message>
    <message>
        <source>Bring connections from a colleague</source>
        <translation>导入同事的连接</translation>
    </message>
    <message>
        <source>Exported files carry no secrets.</source>
        <translation>导出的文件不含密钥。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Not part of this build</source>
        <translation>此版本不提供</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Export without secrets…</source>
        <translation>导出（不含密钥）…</translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>Connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Idle, opens on demand</source>
        <translation>空闲，按需打开</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
</context>
</TS>
