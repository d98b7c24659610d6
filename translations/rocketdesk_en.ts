<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ProfileFiles</name>
    <message numerus="yes">
        <source>%n connections were added.</source>
        <translation>
            <numerusform>%n connection was added.</numerusform>
            <numerusform>%n connections were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicDetails</name>
    <message numerus="yes">
        <source>%n queues hold at most half as many messages as the others: the sharding key is uneven, or they were added later.</source>
        <translation>
            <numerusform>%n queues hold at most half as many messages as the others: the sharding key is uneven, or they were added later.</numerusform>
            <numerusform>%n queues hold at most half as many messages as the others: the sharding key is uneven, or they were added later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queues hold at least twice as many messages as the others: the sharding key is uneven.</source>
        <translation>
            <numerusform>%n queues hold at least twice as many messages as the others: the sharding key is uneven.</numerusform>
            <numerusform>%n queues hold at least twice as many messages as the others: the sharding key is uneven.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n name servers agree</source>
        <translation>
            <numerusform>one name server</numerusform>
            <numerusform>all %n name servers agree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicPreviews</name>
    <message numerus="yes">
        <source>%n queues, configuration, %1</source>
        <translation>
            <numerusform>%n queue, configuration, %1</numerusform>
            <numerusform>%n queues, configuration, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queues, configuration</source>
        <translation>
            <numerusform>%n queue, configuration</numerusform>
            <numerusform>%n queues, configuration</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::BannerStack</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::CallLogPage</name>
    <message numerus="yes">
        <source>%Ln newer calls</source>
        <translation>
            <numerusform>%Ln newer call</numerusform>
            <numerusform>%Ln newer calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ClusterPage</name>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n brokers answered.</source>
        <translation>
            <numerusform>%1 of %n broker answered.</numerusform>
            <numerusform>%1 of %n brokers answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask %n brokers again</source>
        <translation>
            <numerusform>Ask %n broker again</numerusform>
            <numerusform>Ask %n brokers again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionDialog</name>
    <message numerus="yes">
        <source>%n fields have to be changed first.</source>
        <translation>
            <numerusform>%n field has to be changed first.</numerusform>
            <numerusform>%n fields have to be changed first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::ConnectionForm</name>
    <message numerus="yes">
        <source>%n addresses</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::LazyNumbers</name>
    <message numerus="yes">
        <source>Numbers of %n topics in sight</source>
        <translation>
            <numerusform>Numbers of %n topic in sight</numerusform>
            <numerusform>Numbers of %n topics in sight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Numbers of %n topics</source>
        <translation>
            <numerusform>Numbers of %n topic</numerusform>
            <numerusform>Numbers of %n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::LivePage</name>
    <message numerus="yes">
        <source>Watching %Ln queues: no group registered, nothing committed</source>
        <translation>
            <numerusform>Watching %Ln queue: no group registered, nothing committed</numerusform>
            <numerusform>Watching %Ln queues: no group registered, nothing committed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the %Ln selected messages</source>
        <translation>
            <numerusform>Export the %Ln selected message</numerusform>
            <numerusform>Export the %Ln selected messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export all %Ln messages that show</source>
        <translation>
            <numerusform>Export the %Ln message that shows</numerusform>
            <numerusform>Export all %Ln messages that show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are not watched.</source>
        <translation>
            <numerusform>%1 and %n more is not watched.</numerusform>
            <numerusform>%1 and %n more are not watched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::LiveView</name>
    <message numerus="yes">
        <source>%Ln newer messages</source>
        <translation>
            <numerusform>%Ln newer message</numerusform>
            <numerusform>%Ln newer messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::Page</name>
    <message numerus="yes">
        <source>%1 of %n brokers have answered.</source>
        <translation>
            <numerusform>%1 of %n broker has answered.</numerusform>
            <numerusform>%1 of %n brokers have answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::PageHeader</name>
    <message numerus="yes">
        <source>Every %n s</source>
        <translation>
            <numerusform>Every %n s</numerusform>
            <numerusform>Every %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::PaletteModel</name>
    <message numerus="yes">
        <source>%Ln more match: type on to narrow them</source>
        <translation>
            <numerusform>%Ln more matches: type on to narrow them</numerusform>
            <numerusform>%Ln more match: type on to narrow them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::RoutePicture</name>
    <message numerus="yes">
        <source>%n queues</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::SendPage</name>
    <message numerus="yes">
        <source>%n problems above</source>
        <translation>
            <numerusform>%n problem above</numerusform>
            <numerusform>%n problems above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queues on %1</source>
        <translation>
            <numerusform>%n queue on %1</numerusform>
            <numerusform>%n queues on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages are stored on the brokers and delivered to every group that consumes the topic. They cannot be taken back.</source>
        <translation>
            <numerusform>%Ln message is stored on the brokers and delivered to every group that consumes the topic. It cannot be taken back.</numerusform>
            <numerusform>%Ln messages are stored on the brokers and delivered to every group that consumes the topic. They cannot be taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages to %1</source>
        <translation>
            <numerusform>Send %Ln message to %1</numerusform>
            <numerusform>Send %Ln messages to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln messages</source>
        <translation>
            <numerusform>Send %Ln message</numerusform>
            <numerusform>Send %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n calls running</source>
        <translation>
            <numerusform>%n call running</numerusform>
            <numerusform>%n calls running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TableView</name>
    <message numerus="yes">
        <source>Export %Ln rows</source>
        <translation>
            <numerusform>Export %Ln row</numerusform>
            <numerusform>Export %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicDialog</name>
    <message numerus="yes">
        <source>a new topic, %n settings</source>
        <translation>
            <numerusform>a new topic, %n setting</numerusform>
            <numerusform>a new topic, %n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n settings</source>
        <translation>
            <numerusform>%1 of %n setting</numerusform>
            <numerusform>%1 of %n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create on %n brokers</source>
        <translation>
            <numerusform>Create on %n broker</numerusform>
            <numerusform>Create on %n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n brokers</source>
        <translation>
            <numerusform>Write to %n broker</numerusform>
            <numerusform>Write to %n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls: 17 to %1</source>
        <translation>
            <numerusform>%n call: 17 to %1</numerusform>
            <numerusform>%n calls: 17 to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry the %n that failed</source>
        <translation>
            <numerusform>Retry the %n that failed</numerusform>
            <numerusform>Retry the %n that failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicDock</name>
    <message numerus="yes">
        <source>%1 read · %2 write · on %n brokers</source>
        <translation>
            <numerusform>%1 read · %2 write · on %n broker</numerusform>
            <numerusform>%1 read · %2 write · on %n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ between brokers</source>
        <translation>
            <numerusform>%n setting differs between brokers</numerusform>
            <numerusform>%n settings differ between brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same on all %n brokers</source>
        <translation>
            <numerusform>the same on all %n brokers</numerusform>
            <numerusform>the same on all %n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups consume this topic, online or with offsets</source>
        <translation>
            <numerusform>%n group consumes this topic, online or with offsets</numerusform>
            <numerusform>%n groups consume this topic, online or with offsets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicRemovalDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n groups read it**: %1. They have not consumed %2 messages yet.</source>
        <translation>
            <numerusform>**%n group reads it**: %1. It has not consumed %2 messages yet.</numerusform>
            <numerusform>**%n groups read it**: %1. They have not consumed %2 messages yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry the %n that failed</source>
        <translation>
            <numerusform>Retry the %n that failed</numerusform>
            <numerusform>Retry the %n that failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brokers</source>
        <translation>
            <numerusform>%n broker</numerusform>
            <numerusform>%n brokers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name servers</source>
        <translation>
            <numerusform>%n name server</numerusform>
            <numerusform>%n name servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls: 215 to %1, 216 to %2</source>
        <translation>
            <numerusform>%n call: 215 to %1, 216 to %2</numerusform>
            <numerusform>%n calls: 215 to %1, 216 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TopicsPage</name>
    <message numerus="yes">
        <source>%1 topics on %n brokers · read at %2 in %3</source>
        <translation>
            <numerusform>%1 topics on %n broker · read at %2 in %3</numerusform>
            <numerusform>%1 topics on %n brokers · read at %2 in %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n brokers answered.</source>
        <translation>
            <numerusform>%1 of %n broker answered.</numerusform>
            <numerusform>%1 of %n brokers answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name server and %n brokers were asked, and have none.</source>
        <translation>
            <numerusform>The name server and %n broker were asked, and have none.</numerusform>
            <numerusform>The name server and %n brokers were asked, and have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read all (%n calls)</source>
        <translation>
            <numerusform>Read all (%n call)</numerusform>
            <numerusform>Read all (%n calls)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rocketdesk::ui::TotalsStrip</name>
    <message numerus="yes">
        <source>%n masters, last 10 s</source>
        <translation>
            <numerusform>%n master, last 10 s</numerusform>
            <numerusform>%n masters, last 10 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not answer</source>
        <translation>
            <numerusform>%n did not answer</numerusform>
            <numerusform>%n did not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not answered yet</source>
        <translation>
            <numerusform>%n has not answered yet</numerusform>
            <numerusform>%n have not answered yet</numerusform>
        </translation>
    </message>
</context>
</TS>
