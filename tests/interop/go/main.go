// SPDX-License-Identifier: Apache-2.0

// RocketMQ's Go client as a program; prints lines as those of ../java do.
//
//	interop -side send --namesrv A --topic T: every kind of message, `sent` for each.
//	interop -side receive --namesrv A --topic T --group G --max N: `ready`, `message` for each delivery, until N have come.
package main

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	rocketmq "github.com/apache/rocketmq-client-go/v2"
	"github.com/apache/rocketmq-client-go/v2/consumer"
	"github.com/apache/rocketmq-client-go/v2/primitive"
	"github.com/apache/rocketmq-client-go/v2/producer"
	"github.com/apache/rocketmq-client-go/v2/rlog"
)

var (
	side    = flag.String("side", "send", "send or receive")
	namesrv = flag.String("namesrv", "", "HOST:PORT")
	topic   = flag.String("topic", "", "")
	group   = flag.String("group", "interop-go", "")
	most    = flag.Int("max", 1, "messages to receive")
	lines   sync.Mutex
)

func main() {
	flag.Parse()
	rlog.SetLogLevel("error")
	work := send
	if *side == "receive" {
		work = receive
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func say(word string, namesAndValues ...string) {
	lines.Lock()
	defer lines.Unlock()
	escape := strings.NewReplacer("\\", "\\\\", "\t", "\\t", "\n", "\\n", "\r", "\\r")
	line := word
	for i := 0; i+1 < len(namesAndValues); i += 2 {
		line += "\t" + namesAndValues[i] + "=" + escape.Replace(namesAndValues[i+1])
	}
	fmt.Println(line)
}

func message(kind string, body string) *primitive.Message {
	made := primitive.NewMessage(*topic, []byte(body))
	made.WithProperty("case", kind)
	return made
}

func send() error {
	sender, err := rocketmq.NewProducer(producer.WithNsResolver(primitive.NewPassthroughResolver([]string{*namesrv})), producer.WithGroupName(*group))
	if err != nil {
		return err
	}
	if err := sender.Start(); err != nil {
		return err
	}
	defer sender.Shutdown()
	full := message("full", "größe 大小")
	full.WithTag("tag").WithKeys([]string{"key-1", "key-2"}).WithProperty("text", "größe 大小")
	large := message("large", strings.Repeat("abcdefghij", 2000)) // compressed
	delayed := message("delayed", "later").WithDelayTimeLevel(1)
	sharded := message("sharded", "s").WithShardingKey("客户-7")
	for _, one := range []*primitive.Message{message("plain", "p"), full, large, delayed, sharded} {
		if err := sendNow(sender, one); err != nil {
			return err
		}
	}
	if err := sendNow(sender, message("batch", "b1"), message("batch", "b2")); err != nil {
		return err
	}
	if err := sender.SendOneWay(context.Background(), message("oneway", "o")); err != nil {
		return err
	}
	say("sent", "case", "oneway")
	time.Sleep(time.Second) // what is one-way is written by then
	return nil
}

func sendNow(sender rocketmq.Producer, messages ...*primitive.Message) error {
	result, err := sender.SendSync(context.Background(), messages...)
	if err != nil {
		return err
	}
	say("sent", "case", messages[0].GetProperty("case"), "id", result.MsgID)
	return nil
}

func receive() error {
	reader, err := rocketmq.NewPushConsumer(consumer.WithNsResolver(primitive.NewPassthroughResolver([]string{*namesrv})), consumer.WithGroupName(*group),
		consumer.WithConsumeFromWhere(consumer.ConsumeFromFirstOffset), consumer.WithConsumerModel(consumer.Clustering))
	if err != nil {
		return err
	}
	var all sync.WaitGroup
	all.Add(*most)
	var counting sync.Mutex
	left := *most
	err = reader.Subscribe(*topic, consumer.MessageSelector{}, func(_ context.Context, messages ...*primitive.MessageExt) (consumer.ConsumeResult, error) {
		for _, one := range messages {
			fields := []string{"id", one.MsgId, "flag", fmt.Sprint(one.Flag), "body", base64.StdEncoding.EncodeToString(one.Body)}
			for name, value := range one.GetProperties() {
				fields = append(fields, "p."+name, value)
			}
			say("message", fields...)
			counting.Lock()
			if left--; left >= 0 {
				all.Done()
			}
			counting.Unlock()
		}
		return consumer.ConsumeSuccess, nil
	})
	if err != nil {
		return err
	}
	if err := reader.Start(); err != nil {
		return err
	}
	say("ready")
	all.Wait()
	return reader.Shutdown()
}
