<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Banner</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>BannerStack</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BodyView</name>
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
            <translation>十六进制</translation>
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
        <name>ChipBar</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>ConfirmDialog</name>
        <message>
            <source>Copy as command</source>
            <translation>复制为命令</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>ConnectionTabs</name>
        <message>
            <source>Open connections</source>
            <translation>已打开的连接</translation>
        </message>
    </context>
    <context>
        <name>DockPanel</name>
        <message>
            <source>Keep this detail while the selection moves</source>
            <translation>选择变化时保持此详情</translation>
        </message>
        <message>
            <source>Open in own window (Ctrl+Enter)</source>
            <translation>在独立窗口中打开 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭 (Esc)</translation>
        </message>
    </context>
    <context>
        <name>FilterField</name>
        <message>
            <source>Every word must be in the row; -word leaves rows out; /x/ is a regular expression</source>
            <translation>行中必须包含每个词；-词 排除包含它的行；/x/ 是正则表达式</translation>
        </message>
    </context>
    <context>
        <name>FormField</name>
        <message>
            <source>%1, optional</source>
            <comment>label of a field</comment>
            <translation>%1（可选）</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
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
    </context>
    <context>
        <name>PageHeader</name>
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
        <name>Palette</name>
        <message>
            <source>Go to topic, group, client, key or id</source>
            <translation>转到主题、消费组、客户端、Key 或 ID</translation>
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
            <source>↑↓ choose   Enter open   Ctrl+Enter open beside</source>
            <translation>↑↓ 选择   Enter 打开   Ctrl+Enter 在旁边打开</translation>
        </message>
        <message>
            <source>&gt; actions   # topics   @ groups</source>
            <translation>&gt; 操作   # 主题   @ 消费组</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
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
        <name>SettingsDialog</name>
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
            <source>Holds from the next start on.</source>
            <translation>下次启动后生效。</translation>
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
            <source>Time-out of what reads</source>
            <translation>读取超时</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> 毫秒</translation>
        </message>
        <message>
            <source>Time-out of what changes</source>
            <translation>变更超时</translation>
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
            <source>The oldest messages are dropped above it, and counted.</source>
            <translation>超出后丢弃最早的消息，并计数。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Spinner</name>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
    </context>
    <context>
        <name>StatePane</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
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
    </context>
    <context>
        <name>TableHeader</name>
        <message>
            <source>Filter of column %1</source>
            <translation>列 %1 的筛选</translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
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
            <source>Filter by this value</source>
            <translation>按此值筛选</translation>
        </message>
        <message>
            <source>%1 could not be written: %2</source>
            <translation>无法写入 %1：%2</translation>
        </message>
        <message numerus="yes">
            <source>Export %n rows</source>
            <translation>
                <numerusform>导出 %n 行</numerusform>
            </translation>
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
        <name>TopBar</name>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>New connection (Ctrl+N)</source>
            <translation>新建连接 (Ctrl+N)</translation>
        </message>
        <message>
            <source>Go to topic, group, client, key or id</source>
            <translation>转到主题、消费组、客户端、Key 或 ID</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>浅色或深色</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
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
            <source>%1 refused %2: it wants an access key or does not know the profile's, %3.</source>
            <translation>%1 拒绝了 %2：需要 Access Key，或不认识该连接的 Access Key，%3。</translation>
        </message>
        <message>
            <source>Set access key and secret key in the profile as the broker's plain_acl.yml has them.</source>
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
            <source>Give the account the right that is named in the broker's plain_acl.yml, or use another access key in the profile.</source>
            <translation>在 Broker 的 plain_acl.yml 中授予该账号所列权限，或在连接中使用其他 Access Key。</translation>
        </message>
        <message>
            <source>%1 refused %2: the user is unknown, disabled or has no right to it, %3.</source>
            <translation>%1 拒绝了 %2：用户未知、已停用或没有权限，%3。</translation>
        </message>
        <message>
            <source>Check the profile's access key, or have an administrator give its user the right that is named.</source>
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
            <source>Check the permission of the topic and of the broker, and the rights of the profile's user.</source>
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
            <source>%1 refused %2: its store can't be written, %3.</source>
            <translation>%1 拒绝了 %2：存储无法写入，%3。</translation>
        </message>
        <message>
            <source>Check the broker's disk and role, or use another broker.</source>
            <translation>检查 Broker 的磁盘和角色，或使用其他 Broker。</translation>
        </message>
        <message>
            <source>%1 refused %2: it does not know the topic, %3.</source>
            <translation>%1 拒绝了 %2：不认识该主题，%3。</translation>
        </message>
        <message>
            <source>Check the name, or create the topic.</source>
            <translation>检查名称，或新建该主题。</translation>
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
            <source>%1 did not accept the client's certificate.</source>
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
            <source>%1 announced a frame whose length can't be true.</source>
            <translation>%1 声明的帧长度不可能成立。</translation>
        </message>
        <message>
            <source>Another protocol, or TLS without the profile's knowing, may be on this port.</source>
            <translation>该端口可能是其他协议，或启用了连接未知的 TLS。</translation>
        </message>
        <message>
            <source>%1 sent bytes that are not RocketMQ's.</source>
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
            <source>%1 can't be used.</source>
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
