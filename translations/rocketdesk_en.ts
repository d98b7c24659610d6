<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
            <source>Export %n rows</source>
            <translation>
                <numerusform>Export %n row</numerusform>
                <numerusform>Export %n rows</numerusform>
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
    </context>
</TS>
