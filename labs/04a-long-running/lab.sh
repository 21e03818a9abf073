#!/usr/bin/env bash
# Lab 04a: a t3.micro that saves credits for a day and spends them in half a day. Every aws command below is the plain
# aws CLI against Orrery. Needs: a running `orrery up`, the aws CLI, AWS_ENDPOINT_URL (see `orrery env`). Ends with
# exit code 0 when everything came out as the page says. It turns the clock of the world two days forward.
set -euo pipefail

source "$(dirname "$0")/../common.sh"
export AWS_DEFAULT_REGION=eu-west-1 AWS_REGION=eu-west-1
here=$(dirname "$0")

# balance, cpu: the newest value of a metric of the instance, as a whole number.
newest() {
  local now start
  now=$("$orrery" clock --json | tr ',' '\n' | sed -n 's/.*"now": *"\([^"]*\)".*/\1/p' | head -1)
  start=$(date -u -d "$now - 20 minutes" +%Y-%m-%dT%H:%M:%SZ)
  aws cloudwatch get-metric-statistics --namespace AWS/EC2 --metric-name "$1" --period 300 --statistics Average \
    --dimensions Name=InstanceId,Value="$INSTANCE" --start-time "$start" \
    --end-time "$(date -u -d "$now" +%Y-%m-%dT%H:%M:%SZ)" \
    --query 'sort_by(Datapoints,&Timestamp)[-1].Average' | cut -d. -f1
}

alarm_state() { aws cloudwatch describe-alarms --alarm-names out-of-credits --query 'MetricAlarms[0].StateValue'; }

say "1. A t3.micro with standard credits: 2 vCPUs, a baseline of 10 % each, 12 credits an hour"
network eu-west-1 10.4.0.0/16 A
INSTANCE=$(aws ec2 run-instances --image-id ami-0123456789abcdef0 --instance-type t3.micro --subnet-id "$SUBNET_A" \
  --credit-specification CpuCredits=standard \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=lab,Value=04a}]' --query 'Instances[0].InstanceId')
aws ec2 wait instance-running --instance-ids "$INSTANCE"

say "2. An alarm: fewer than 20 credits for a quarter of an hour"
aws cloudwatch put-metric-alarm --alarm-name out-of-credits --namespace AWS/EC2 --metric-name CPUCreditBalance \
  --dimensions Name=InstanceId,Value="$INSTANCE" --statistic Average --period 300 --evaluation-periods 3 \
  --threshold 20 --comparison-operator LessThanThreshold --treat-missing-data notBreaching

say "3. It idles for a day, and saves almost all that it can have: 288"
"$orrery" clock advance 1d > /dev/null
want 0 test "$(newest CPUCreditBalance)" -ge 275
want 0 test "$(alarm_state)" = OK

say "4. Steady load: 60 requests a second of 10 ms want 0.6 vCPUs, three times the baseline"
"$orrery" load apply "$here/load.json"
"$orrery" clock advance 6h > /dev/null
want 0 test "$(newest CPUUtilization)" -eq 30
"$orrery" top --once

say "5. Twelve hours later the credits are spent: the same load meets a third of the machine"
"$orrery" clock advance 12h > /dev/null
"$orrery" chart AWS/EC2 CPUCreditBalance --dimension InstanceId="$INSTANCE" --since 2d
"$orrery" chart AWS/EC2 CPUUtilization --dimension InstanceId="$INSTANCE" --since 2d
want 0 test "$(newest CPUCreditBalance)" -eq 0
want 0 test "$(newest CPUUtilization)" -le 10
want 0 test "$(alarm_state)" = ALARM
"$orrery" load show

say "6. Unlimited: it runs on at 30 %, and the bill grows instead"
aws ec2 modify-instance-credit-specification \
  --instance-credit-specifications InstanceId="$INSTANCE",CpuCredits=unlimited > /dev/null
"$orrery" clock advance 1h > /dev/null
want 0 test "$(newest CPUUtilization)" -eq 30
want 0 test "$(newest CPUSurplusCreditBalance)" -ge 20

finish
