# SPDX-License-Identifier: Apache-2.0
# Sourced by `cluster`: the files and flags of one server. Small stores and heaps, so that several fit beside a build.
# Uses version, cache, folder, block, controller, acting_master, acl*, tls, jvm, broker_options and namesrv_options of the script.

# Sets `flags`: all of java's arguments before the class. What --jvm hands in comes last and so wins.
# Quick start counts more than throughput: one compiler tier and no collector threads, unless --jvm says otherwise.
java_flags() { # server
  local home=$folder/$1
  flags=(-XX:TieredStopAtLevel=1 --add-exports=java.base/sun.nio.ch=ALL-UNNAMED "-Duser.home=$home" "-Drocketmq.home.dir=$home")
  [[ "${jvm[*]}" =~ -XX:\+Use[A-Za-z0-9]+GC ]] || flags+=(-XX:+UseSerialGC)
  if [ "$1" = namesrv ]; then
    flags+=(-Xms64m -Xmx128m)
  else
    flags+=(-Xms256m -Xmx256m -XX:MaxDirectMemorySize=256m)
  fi
  tls_flags "$folder/certs"
  flags+=("${jvm[@]}" -cp "$cache/jars-$version/*")
}

# Both servers get all of them. tls.enable makes the broker's own connections, those to the name server, TLS.
tls_flags() { # folder of certificates
  [ "$tls" != none ] || return 0
  flags+=(-Dtls.test.mode.enable=false "-Dtls.server.certPath=$1/server.pem" "-Dtls.server.keyPath=$1/server.key")
  [ "$tls" != open ] || return 0
  flags+=(-Dtls.server.mode=enforcing -Dtls.enable=true)
  [ "$tls" != only ] || return 0
  flags+=(-Dtls.server.need.client.auth=require -Dtls.server.authClient=true "-Dtls.server.trustCertPath=$1/ca.pem"
    -Dtls.client.authServer=true "-Dtls.client.trustCertPath=$1/ca.pem"
    "-Dtls.client.certPath=$1/client.pem" "-Dtls.client.keyPath=$1/client.key")
}

# A CA, a server and a client signed by it, a server for another name, and a stranger that another CA signed. PKCS#8 keys: the only form both versions read.
make_certificates() { # folder
  mkdir -p "$1"
  (
    cd "$1"
    echo 'subjectAltName=DNS:localhost,IP:127.0.0.1' > names
    echo 'subjectAltName=DNS:elsewhere.example' > names-elsewhere
    local pair ca name names
    for ca in ca other-ca; do
      openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$ca" -keyout "$ca.key" -out "$ca.pem"
    done
    for pair in ca:server:names ca:client:names ca:elsewhere:names-elsewhere other-ca:stranger:names; do
      IFS=: read -r ca name names <<< "$pair"
      openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -keyout "$name.key" -out "$name.csr"
      openssl x509 -req -in "$name.csr" -CA "$ca.pem" -CAkey "$ca.key" -CAcreateserial -days 3650 -extfile "$names" -out "$name.pem"
    done
  ) > "$1/openssl.log" 2>&1 || die "openssl could not make the certificates: $(tail -n 1 "$1/openssl.log")"
}

# 4.9.7 ends without these; the appender lets a failing start be read.
write_logback() { # server folder
  local file
  mkdir -p "$1/conf"
  for file in namesrv broker tools; do
    cat > "$1/conf/logback_$file.xml" <<'XML'
<configuration><appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %level %logger %msg%n</pattern></encoder></appender>
<root level="ERROR"><appender-ref ref="out"/></root></configuration>
XML
  done
}

lines() { # values...: one a line; nothing for none
  [ $# -eq 0 ] || printf '%s\n' "$@"
}

write_namesrv() { # folder port
  mkdir -p "$1"
  write_logback "$1"
  {
    echo "listenPort=$2"
    [ "$controller" -eq 0 ] || write_controller "$1"
    [ "$acting_master" -eq 0 ] || echo supportActingMaster=true
    lines "${namesrv_options[@]}"
  } > "$1/server.properties"
}

# One controller, inside the name server.
write_controller() { # folder
  cat <<CONF
enableControllerInNamesrv=true
controllerDLegerGroup=group1
controllerDLegerPeers=n0-127.0.0.1:$((block + 5))
controllerDLegerSelfId=n0
controllerStorePath=$1/controller
scanNotActiveBrokerInterval=1000
CONF
}

write_controlled() {
  cat <<CONF
enableControllerMode=true
controllerAddr=127.0.0.1:$((block + 5))
brokerHeartbeatInterval=1000
brokerNotActiveTimeoutMillis=10000
controllerHeartBeatTimeoutMills=10000
CONF
}

# A server called broker-x-replica is the replica of broker-x.
write_broker() { # folder server port
  local id=0
  [[ "$2" != *-replica ]] || id=1
  mkdir -p "$1"
  write_logback "$1"
  {
    cat <<CONF
brokerClusterName=DefaultCluster
brokerName=${2%-replica}
brokerId=$id
brokerIP1=127.0.0.1
brokerIP2=127.0.0.1
listenPort=$3
haListenPort=$(($3 + 1))
namesrvAddr=127.0.0.1:$namesrv_port
storePathRootDir=$1/store
storePathCommitLog=$1/store/commitlog
mappedFileSizeCommitLog=16777216
mappedFileSizeConsumeQueue=600000
maxIndexNum=200000
maxHashSlotNum=50000
diskMaxUsedSpaceRatio=98
autoCreateTopicEnable=true
enablePropertyFilter=true
traceTopicEnable=true
transactionTimeOut=3000
transactionCheckInterval=5000
waitTimeMillsInSendQueue=2000
CONF
    [ "$version" != 5.5.0 ] || write_broker_5
    if [ "$controller" -eq 1 ]; then
      write_controlled # which gives ids and roles itself
    elif [ $id -eq 1 ]; then
      printf '%s\n' brokerRole=SLAVE slaveReadEnable=true
    fi
    [ "$acting_master" -eq 0 ] || echo enableSlaveActingMaster=true
    [ "$acl" -eq 0 ] || "write_acl_${version%%.*}" "$1"
    lines "${broker_options[@]}"
  } > "$1/server.properties"
}

# The last four keep an idle 5.5.0 from a core: by default it compares its whole timer wheel every second, spins for the first
# 10 s over its transaction metrics, and, once a transaction has ended, spins whenever transactionOpBatchInterval passes without another.
write_broker_5() {
  cat <<CONF
mappedFileSizeTimerLog=10485760
recallMessageEnable=true
enableMixedMessageType=true
timerFlushIntervalMs=10000
transactionMetricFlushInterval=500
transactionOpBatchInterval=3600000
transactionOpMsgMaxSize=1
CONF
}

write_acl_5() { # server folder; lines of its configuration
  local auth=org.apache.rocketmq.auth
  cat <<CONF
authenticationEnabled=true
authenticationProvider=$auth.authentication.provider.DefaultAuthenticationProvider
authenticationMetadataProvider=$auth.authentication.provider.LocalAuthenticationMetadataProvider
initAuthenticationUser={"username":"$acl_user","password":"$acl_password"}
innerClientAuthenticationCredentials={"accessKey":"$acl_user","secretKey":"$acl_password"}
authorizationEnabled=true
authorizationProvider=$auth.authorization.provider.DefaultAuthorizationProvider
authorizationMetadataProvider=$auth.authorization.provider.LocalAuthorizationMetadataProvider
CONF
}

# Accounts beside the administrator: who may only watch topics, who may only read as one group,
# who may only send, who may nothing. Same password.
# On 5.5.0 such users are made by calls (3001, 3006). Names and passwords need more than six characters here.
write_acl_4() { # server folder
  echo aclEnable=true
  cat > "$1/conf/plain_acl.yml" <<CONF
globalWhiteRemoteAddresses:
accounts:
  - {accessKey: $acl_user, secretKey: $acl_password, whiteRemoteAddress: "", admin: true}
  - {accessKey: rocketdesk-watcher, secretKey: $acl_password, whiteRemoteAddress: "", admin: false, defaultTopicPerm: SUB, defaultGroupPerm: DENY, groupPerms: ["TOOLS_CONSUMER=SUB"]}
  - {accessKey: rocketdesk-reader, secretKey: $acl_password, whiteRemoteAddress: "", admin: false, defaultTopicPerm: SUB, defaultGroupPerm: DENY, groupPerms: ["contract-readers=SUB"]}
  - {accessKey: rocketdesk-sender, secretKey: $acl_password, whiteRemoteAddress: "", admin: false, defaultTopicPerm: PUB, defaultGroupPerm: DENY}
  - {accessKey: rocketdesk-nobody, secretKey: $acl_password, whiteRemoteAddress: "", admin: false, defaultTopicPerm: DENY, defaultGroupPerm: DENY}
CONF
}
