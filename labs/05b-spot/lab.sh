#!/usr/bin/env bash
# Lab 05b: two Spot fleets under the same load for a week, one in many pools and one in a single pool. Every aws command
# below is the plain aws CLI against Orrery. Needs: a running `orrery up`, the aws CLI, curl, AWS_ENDPOINT_URL (see
# `orrery env`). Ends with exit code 0 when everything came out as the page says. It turns the clock of the world seven
# days forward.
set -euo pipefail

source "$(dirname "$0")/../common.sh"
source "$(dirname "$0")/bill.sh"
export AWS_DEFAULT_REGION=eu-west-1 AWS_REGION=eu-west-1
here=$(cd "$(dirname "$0")" && pwd)
prices=$here/../../data/spot-prices.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Version 1 of the aws CLI does not take the endpoint of SQS from AWS_ENDPOINT_URL.
sqs() { aws --endpoint-url "$AWS_ENDPOINT_URL" sqs "$@"; }

now() { "$orrery" clock --json | tr ',' '\n' | sed -n 's/.*"now": *"\([0-9-]*T[0-9:]*\).*/\1Z/p' | head -1; }

# running TAG: the ids of the running instances of a fleet; count TAG: how many.
running() {
  aws ec2 describe-instances --filters "Name=tag:lab,Values=$1" Name=instance-state-name,Values=running \
    --query 'Reservations[].Instances[].InstanceId' | tr '\t' '\n'
}
count() { running "$1" | grep -c . || true; }

# fleet TAG OVERRIDES: a fleet of four Spot Instances of these pools.
fleet() {
  aws ec2 create-fleet --cli-input-json "file://$here/fleet.json" \
    --launch-template-configs \
    "LaunchTemplateSpecification={LaunchTemplateName=lab-05b,Version=\$Latest},Overrides=[$2]" \
    --tag-specifications "ResourceType=instance,Tags=[{Key=lab,Value=$1}]" --query FleetId
}

# imds INSTANCE PATH: what the instance is told about itself, asked as a process on it would.
imds() {
  local base=$AWS_ENDPOINT_URL/_imds/$1/latest token
  token=$(curl -sf -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$base/api/token")
  curl -sf -H "X-aws-ec2-metadata-token: $token" "$base/meta-data/$2"
}

# drain: takes the messages out of the queue and shows kind and instance of each; they stay in a file.
drain() {
  while :; do
    sqs receive-message --queue-url "$QUEUE" --max-number-of-messages 10 \
      --query 'Messages[].[MessageId,ReceiptHandle,Body]' > "$work/batch"
    grep -q instance-id "$work/batch" || break
    sed -E 's/.*"detail-type":"([^"]*)".*"instance-id":"([^"]*)".*/\1\t\2/' "$work/batch" | tee -a "$work/events"
    sqs delete-message-batch --queue-url "$QUEUE" --entries "$(awk -F'\t' '
      { printf "%s{\"Id\":\"%s\",\"ReceiptHandle\":\"%s\"}", NR == 1 ? "[" : ",", $1, $2 } END { print "]" }' \
      "$work/batch")" > /dev/null
  done
}

warned() { grep -c "Interruption Warning.$1" "$work/events" || true; }

say "1. A network over three zones, and a queue that hears of every notice"
VPC=$(aws ec2 create-vpc --cidr-block 10.5.0.0/16 --query Vpc.VpcId)
aws ec2 wait vpc-available --vpc-ids "$VPC"
for zone in a b c; do
  subnet=$(aws ec2 create-subnet --vpc-id "$VPC" --availability-zone "eu-west-1$zone" \
    --cidr-block "10.5.$(printf %d "'$zone").0/24" --query Subnet.SubnetId)
  echo "$subnet eu-west-1$zone" | tee -a "$work/subnets"
done
QUEUE=$(sqs create-queue --queue-name lab-05b --attributes MessageRetentionPeriod=1209600 --query QueueUrl)
ARN=$(sqs get-queue-attributes --queue-url "$QUEUE" --attribute-names QueueArn --query Attributes.QueueArn)
POLICY='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage",
  "Principal": {"Service": "events.amazonaws.com"}, "Resource": "'$ARN'"}]}'
sqs set-queue-attributes --queue-url "$QUEUE" --attributes \
  "{\"Policy\": \"$(tr -d '\n' <<< "$POLICY" | sed 's/"/\\"/g')\"}"
aws events put-rule --name lab-05b --event-pattern '{"source":["aws.ec2"],"detail-type":
  ["EC2 Spot Instance Interruption Warning","EC2 Instance Rebalance Recommendation"]}' > /dev/null
want 0 test "$(aws events put-targets --rule lab-05b --targets "Id=queue,Arn=$ARN" --query FailedEntryCount)" = 0

say "2. A fleet that keeps four Spot Instances: five types in three zones, fifteen pools"
aws ec2 create-launch-template --launch-template-name lab-05b \
  --launch-template-data ImageId=ami-0123456789abcdef0,InstanceType=m5.large > /dev/null
pools=
while read -r subnet _; do
  for type in m5.large m5a.large m6i.large c5.large c6i.large; do
    pools="$pools${pools:+,}{InstanceType=$type,SubnetId=$subnet}"
  done
done < "$work/subnets"
START=$(now)
MANY=$(fleet 05b-many "$pools")
until_is 4 count 05b-many
note
read -r _ TYPE ZONE < <(head -1 "$work/instances")
echo "It chose $TYPE in $ZONE: the cheapest of the pools that are deep."

say "3. Its rival: a fleet of the same size that knows this one pool only"
SUBNET=$(awk -v zone="$ZONE" '$2 == zone { print $1 }' "$work/subnets")
ONE=$(fleet 05b-one "{InstanceType=$TYPE,SubnetId=$SUBNET}")
until_is 4 count 05b-one
note

say "4. And three that bid no more than today's price, in each zone one"
while read -r subnet zone; do
  price=$(aws ec2 describe-spot-price-history --instance-types c6i.large --availability-zone "$zone" \
    --product-descriptions Linux/UNIX --start-time "$(now)" --query 'SpotPriceHistory[0].SpotPrice')
  aws ec2 request-spot-instances --type persistent --spot-price "$price" --launch-specification \
    "{\"ImageId\":\"ami-0123456789abcdef0\",\"InstanceType\":\"c6i.large\",\"SubnetId\":\"$subnet\"}" \
    --query 'SpotInstanceRequests[].[SpotInstanceRequestId,SpotPrice,Status.Code]'
done < "$work/subnets"

say "5. Load: 300 requests a second on each fleet, which want three quarters of its eight vCPUs"
LOADED=$(now)
"$orrery" load apply "$here/load.json"
"$orrery" clock advance 1d > /dev/null
note

say "6. One interruption: the notice is in the metadata of the instance and in the queue, two minutes ahead"
VICTIM=$(running 05b-many | head -1)
touch "$work/events"
drain > /dev/null
"$orrery" spot interrupt "$VICTIM"
imds "$VICTIM" spot/instance-action && echo
want 0 test "$(imds "$VICTIM" spot/instance-action | grep -c '"action":"terminate"')" = 1
drain
want 0 test "$(warned "$VICTIM")" = 1
echo "The fleet has launched its successor already: $(count 05b-many) run for a moment."
"$orrery" clock advance 3m > /dev/null
until_is 4 count 05b-many
want 0 test "$(running 05b-many | grep -c "$VICTIM")" = 0
note
"$orrery" clock advance 1d > /dev/null

say "7. EC2 wants the whole pool back: $TYPE in $ZONE has no room for Spot Instances"
note
"$orrery" capacity set "$ZONE" "$TYPE" 0 --spot
drain
"$orrery" clock advance 3m > /dev/null
until_is 4 count 05b-many
until_is 0 count 05b-one
note
aws ec2 describe-instances --filters Name=tag:lab,Values=05b-many Name=instance-state-name,Values=running \
  --query 'Reservations[].Instances[].[InstanceId,InstanceType,Placement.AvailabilityZone,InstanceLifecycle]'
"$orrery" load show
echo "The fleet of one pool has nothing to launch from:"
aws ec2 describe-fleets --fleet-ids "$ONE" --query 'Fleets[].[FleetId,ActivityStatus,FulfilledCapacity]'
"$orrery" clock advance 6h > /dev/null
note
"$orrery" capacity set "$ZONE" "$TYPE" unlimited --spot
until_is 4 count 05b-one
note

say "8. The rest of the week"
for _ in 1 2 3 4 5 6 7 8 9; do
  "$orrery" clock advance 12h > /dev/null
  note
done
drain | sort | uniq -c | sort -rn | head -20

say "9. What a low bid is good for: notices to the three bidders, for the price alone"
cut -f1 "$work/instances" > "$work/ids"
BIDS=$(grep 'Interruption Warning' "$work/events" | grep -c -v -F -f "$work/ids" || true)
echo "$BIDS"
want 0 test "$BIDS" -ge 1

say "10. The week of the fleet with many pools: what it served, and what it cost"
END=$(now)
SERVED=$(served many-pools 300 "$LOADED" "$END")
bill "$MANY" "$START" "$END" | tee "$work/many"
echo "served: $SERVED % of the demand"
want 0 awk -v s="$SERVED" 'BEGIN { exit !(s >= 99.9) }'
want 0 awk '/^total/ { exit !($(NF-1) >= 40) }' "$work/many"

say "11. The week of the fleet with one pool"
SERVED=$(served one-pool 300 "$LOADED" "$END")
bill "$ONE" "$START" "$END"
echo "served: $SERVED % of the demand"
want 0 awk -v s="$SERVED" 'BEGIN { exit !(s < 97.5) }'

finish
