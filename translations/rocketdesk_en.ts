<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BannerStack</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PageHeader</name>
        <message numerus="yes">
            <source>Every %n s</source>
            <translation>
                <numerusform>Every %n s</numerusform>
                <numerusform>Every %n s</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n calls running</source>
            <translation>
                <numerusform>%n call running</numerusform>
                <numerusform>%n calls running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message numerus="yes">
            <source>Export %n rows</source>
            <translation>
                <numerusform>Export %n row</numerusform>
                <numerusform>Export %n rows</numerusform>
            </translation>
        </message>
    </context>
</TS>
