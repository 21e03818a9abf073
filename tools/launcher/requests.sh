# Starts the program and sends it requests by curl, for those scripts that look at what it runs; sourced by them.

# sent SERVICE ARGUMENT…: a request to a service, signed by nobody we know: the caller is root.
sent() {
  curl -sS --fail -m 600 -H 'X-Amz-Date: 20260101T000000Z' -H "Authorization: AWS4-HMAC-SHA256 \
Credential=test/20260101/us-east-1/$1/aws4_request, SignedHeaders=host, Signature=00" "${@:2}"
}

# queue AT OPERATION BODY ARGUMENT…: a request to SQS.
queue() { sent sqs -H 'Content-Type: application/x-amz-json-1.0' -H "X-Amz-Target: AmazonSQS.$2" -d "$3" "${@:4}" "$1"; }

# passed AT: a message goes through a queue.
passed() {
  local handle
  queue "$1" SendMessage "{\"QueueUrl\":\"$1/123456789012/q\",\"MessageBody\":\"hello\"}"
  handle=$(queue "$1" ReceiveMessage "{\"QueueUrl\":\"$1/123456789012/q\"}" |
    sed 's/.*"ReceiptHandle":"\([^"]*\)".*/\1/')
  queue "$1" DeleteMessage "{\"QueueUrl\":\"$1/123456789012/q\",\"ReceiptHandle\":\"$handle\"}"
}

# asked PORT: one of each of the requests that programs send most.
asked() {
  local at=http://localhost:$1
  sent ec2 -d 'Action=DescribeVpcs&Version=2016-11-15' "$at"
  queue "$at" CreateQueue '{"QueueName":"q"}'
  passed "$at"
  sent s3 -X PUT "$at/layout"
  head -c 4096 /dev/zero | sent s3 -X PUT -H 'Content-Type: a/b' --data-binary @- "$at/layout/key"
  sent s3 "$at/layout/key"
}

# answered HOME PORT COMMAND…: starts the binary in that home by COMMAND, waits for a first answer; its process is $pid.
answered() {
  local home=$1 port=$2 scope=Credential=test/20260101/eu-west-1/ec2/aws4_request
  shift 2
  HOME=$home XDG_DATA_HOME=$home/data "$@" "$binary" up --port "$port" --quiet >"$home/log" 2>&1 &
  pid=$!
  curl -s --fail --retry 600 --retry-delay 1 --retry-connrefused -o /dev/null "http://localhost:$port/" \
    -H 'X-Amz-Date: 20260101T000000Z' -H "Authorization: AWS4-HMAC-SHA256 $scope, SignedHeaders=host, Signature=00" \
    -d 'Action=DescribeVpcs&Version=2016-11-15' && return
  kill "$pid"
  say "it did not answer: $home/log"
  exit 1
}
