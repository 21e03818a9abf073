#!/usr/bin/env bash
# Lab 03: four scaling policies under the same week, with a spike and a lost zone; then off-hours scaling. Every aws
# command below is the plain aws CLI against Orrery. Needs: a running `orrery up`, the aws CLI, AWS_ENDPOINT_URL (see
# `orrery env`). Ends with exit code 0 when everything came out as the page says. The weeks pass on forks: the clock of
# the world itself is turned to the next Monday, then nine hours, and two weeks at the end.
set -euo pipefail

source "$(dirname "$0")/../common.sh"
export AWS_DEFAULT_REGION=eu-west-1 AWS_REGION=eu-west-1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=${LAB_OUT:-$work}

now() { "$orrery" clock --json | tr ',' '\n' | sed -n 's/.*"now": *"\([0-9-]*T[0-9:]*\).*/\1Z/p' | head -1; }

# group NAME MIN MAX DESIRED [OPTION…]: a group over three zones. Its instances are monitored by the minute: with basic
# monitoring alarms see the CPU every five minutes, and react so much later.
group() {
  local name=$1 min=$2 max=$3 desired=$4
  shift 4
  aws autoscaling create-auto-scaling-group --auto-scaling-group-name "$name" \
    --launch-template 'LaunchTemplateName=lab-03,Version=$Latest' \
    --availability-zones eu-west-1a eu-west-1b eu-west-1c \
    --min-size "$min" --max-size "$max" --desired-capacity "$desired" --default-instance-warmup 120 "$@"
}

# alarm NAME POLICY-ARN COMPARISON THRESHOLD PERIODS: an alarm on the CPU of the group, which runs the policy.
alarm() {
  aws cloudwatch put-metric-alarm --alarm-name "$1-$3" --namespace AWS/EC2 --metric-name CPUUtilization \
    --dimensions Name=AutoScalingGroupName,Value="$1" --statistic Average --period 60 --evaluation-periods "$5" \
    --comparison-operator "$3" --threshold "$4" --alarm-actions "$2"
}

# policy NAME POLICY OPTION…: puts a policy and says its ARN.
policy() {
  aws autoscaling put-scaling-policy --auto-scaling-group-name "$1" --policy-name "$2" --query PolicyARN "${@:3}"
}

# figure FILE GROUP COLUMN: a figure of the table at the end of a simulation. Columns: 2 hours, 3 USD, 5 failed percent.
figure() { awk -v group="$2" -v column="$3" '$1 == group && $4 == "USD" { print $column }' "$1"; }

size() {
  aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$1" \
    --query 'AutoScalingGroups[0].[length(Instances[?LifecycleState==`InService`])]'
}

say "1. Monday, 00:00: a launch template"
NOW=$(now)
DAYS=$((8 - $(date -u -d "$NOW" +%u)))
"$orrery" clock set "$(date -u -d "$(date -u -d "$NOW" +%Y-%m-%d) + $DAYS days" +%Y-%m-%dT00:00:00Z)" > /dev/null
aws ec2 create-launch-template --launch-template-name lab-03 --launch-template-data \
  '{"ImageId":"ami-0123456789abcdef0","InstanceType":"c6i.large","Monitoring":{"Enabled":true}}' > /dev/null

say "2. Four groups, alike but for what scales them"
group lab03-simple 2 20 4
OUT=$(policy lab03-simple add-two --adjustment-type ChangeInCapacity --scaling-adjustment 2 --cooldown 300)
IN=$(policy lab03-simple take-one --adjustment-type ChangeInCapacity --scaling-adjustment -1 --cooldown 300)
alarm lab03-simple "$OUT" GreaterThanThreshold 70 2
alarm lab03-simple "$IN" LessThanThreshold 40 10

group lab03-step 2 20 4
OUT=$(policy lab03-step out --policy-type StepScaling --adjustment-type PercentChangeInCapacity \
  --metric-aggregation-type Average --step-adjustments "file://$here/steps.json")
IN=$(policy lab03-step in --policy-type StepScaling --adjustment-type PercentChangeInCapacity \
  --step-adjustments MetricIntervalUpperBound=0,ScalingAdjustment=-10)
alarm lab03-step "$OUT" GreaterThanOrEqualToThreshold 70 2
alarm lab03-step "$IN" LessThanThreshold 40 10

group lab03-tracking 2 20 4
policy lab03-tracking target --policy-type TargetTrackingScaling \
  --target-tracking-configuration "file://$here/target.json" > /dev/null

group lab03-scheduled 2 20 4
aws autoscaling put-scheduled-update-group-action --auto-scaling-group-name lab03-scheduled \
  --scheduled-action-name scale-up-morning --recurrence "0 8 * * *" --desired-capacity 10
aws autoscaling put-scheduled-update-group-action --auto-scaling-group-name lab03-scheduled \
  --scheduled-action-name scale-down-evening --recurrence "0 20 * * *" --desired-capacity 4
until_is 4 size lab03-scheduled

say "3. The same week for each, on a fork: a spike on Wednesday at 21:00, a zone lost on Thursday at 13:00"
"$orrery" simulate asg lab03-simple lab03-step lab03-tracking lab03-scheduled --load "$here/week.json" --for 7d \
  --fail-zone eu-west-1b --fail-after 85h --fail-for 2h --svg "$out/lab-03.svg" | tee "$work/week"
want 0 test "$(now | cut -c12-16)" = 00:00
want 0 test "$(size lab03-tracking)" = 4
want 0 awk -v t="$(figure "$work/week" lab03-tracking 5)" -v s="$(figure "$work/week" lab03-scheduled 5)" \
  'BEGIN { exit !(t < s && s > 0.5 && t < 1.5) }'
want 0 awk -v t="$(figure "$work/week" lab03-tracking 3)" -v s="$(figure "$work/week" lab03-scheduled 3)" \
  'BEGIN { exit !(t < s) }'

say "4. Off-hours: an office that is empty at night and at weekends"
group lab03-always 4 4 4
group lab03-office 0 4 0
aws autoscaling put-scheduled-update-group-action --auto-scaling-group-name lab03-office \
  --scheduled-action-name open --recurrence "0 7 * * MON-FRI" --desired-capacity 4
aws autoscaling put-scheduled-update-group-action --auto-scaling-group-name lab03-office \
  --scheduled-action-name close --recurrence "0 19 * * *" --desired-capacity 0
"$orrery" simulate asg lab03-always lab03-office --load "$here/office.json" --for 7d --every 30m \
  --svg "$out/lab-03-office.svg" | tee "$work/office"
ALWAYS=$(figure "$work/office" lab03-always 3)
OFFICE=$(figure "$work/office" lab03-office 3)
SAVED=$(awk -v a="$ALWAYS" -v o="$OFFICE" 'BEGIN { printf "%.1f", 100 * (1 - o / a) }')
echo "The week costs $OFFICE USD instead of $ALWAYS USD: off-hours scaling saves $SAVED %."
want 0 awk -v s="$SAVED" 'BEGIN { exit !(s > 60 && s < 68) }'

say "5. Why is it at that size? In the world itself: on Monday morning a zone is lost"
sed 's/"name": "week",/&"targets": [{"group": "lab03-tracking"}],/' "$here/week.json" > "$work/tracking.json"
"$orrery" load apply "$work/tracking.json"
"$orrery" clock advance 9h > /dev/null
"$orrery" fail zone eu-west-1b --for 2h
"$orrery" clock advance 10m > /dev/null
"$orrery" explain asg lab03-tracking | tee "$work/why"
want 0 grep -q NO_ROOM "$work/why"
"$orrery" explain asg lab03-tracking --at "$(date -u -d "$(now) - 6 hours" +%Y-%m-%dT%H:%M:%SZ)"

# Predictive scaling, on top of target tracking. It learns from two weeks that were, so that the world has to live them.
say "6. Predictive scaling on top: two weeks pass in the world, and the third is tried with and without it"
group lab03-predictive 2 20 4
policy lab03-predictive target --policy-type TargetTrackingScaling \
  --target-tracking-configuration "file://$here/target.json" > /dev/null
sed 's/lab03-tracking/lab03-predictive/; s/"name": "week"/"name": "week-2"/' "$work/tracking.json" > "$work/two.json"
"$orrery" load apply "$work/two.json"
"$orrery" clock advance 14d > /dev/null
policy lab03-predictive forecast --policy-type PredictiveScaling \
  --predictive-scaling-configuration "file://$here/forecast.json" > /dev/null
"$orrery" simulate asg lab03-tracking lab03-predictive --for 7d --svg "$out/lab-03-predictive.svg" \
  | tee "$work/predictive"
want 0 awk -v p="$(figure "$work/predictive" lab03-predictive 5)" \
  -v t="$(figure "$work/predictive" lab03-tracking 5)" 'BEGIN { exit !(p <= t) }'

finish
