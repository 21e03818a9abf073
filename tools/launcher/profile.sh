# Counts which way the program goes while it serves what programs ask for most, into src/Cli/orrery.mibc; sourced by
# ./orrery. The compiler for native code reads it: which calls to inline, which types to expect, which way branches go.
# It is a hint: of a method that changed since it may be a wrong one, which costs time and nothing else.

profile=$ORRERY_ROOT/src/Cli/orrery.mibc
source "$ORRERY_ROOT/tools/launcher/requests.sh"

# often N COMMAND… URL: the command with the address N times: curl asks again and again by one connection.
often() {
  local n=$1 i url=${!#} urls=()
  shift
  for ((i = 0; i < n; i++)); do urls+=("$url"); done
  "${@:1:$#-1}" "${urls[@]}" >/dev/null
}

# What people do with a cloud in a day: many small reads, queues, objects, a group that scales for a week.
worked() {
  local at=$1 home=$2 i key
  local ec2=Version=2016-11-15 groups=Version=2011-01-01 iam=Version=2010-05-08 metrics=Version=2010-08-01
  asked 4803 >/dev/null
  often 2000 sent ec2 -d "Action=DescribeVpcs&$ec2" "$at"
  for ((i = 0; i < 150; i++)); do passed "$at" >/dev/null; done
  often 600 queue "$at" SendMessage "{\"QueueUrl\":\"$at/123456789012/q\",\"MessageBody\":\"hello\"}" "$at"
  often 600 queue "$at" ReceiveMessage "{\"QueueUrl\":\"$at/123456789012/q\"}" "$at"
  head -c 4096 /dev/zero >"$home/small"
  head -c 1048576 /dev/urandom >"$home/large"
  often 300 sent s3 -X PUT -H 'Content-Type: a/b' --data-binary "@$home/small" "$at/layout/small"
  often 1000 sent s3 "$at/layout/small"
  often 40 sent s3 -X PUT -H 'Content-Type: a/b' --data-binary "@$home/large" "$at/layout/large"
  often 40 sent s3 "$at/layout/large"
  often 40 sent s3 "$at/layout?list-type=2"

  # A user whose policy is asked each time.
  sent iam -d "Action=CreateUser&UserName=u&$iam" "$at" >/dev/null
  sent iam -d "Action=PutUserPolicy&UserName=u&PolicyName=p&$iam" --data-urlencode 'PolicyDocument={"Version":
"2012-10-17","Statement":{"Effect":"Allow","Action":["ec2:Describe*","sqs:*"],"Resource":"*"}}' "$at" >/dev/null
  key=$(sent iam -d "Action=CreateAccessKey&UserName=u&$iam" "$at" |
    sed -n 's#.*<AccessKeyId>\(.*\)</AccessKeyId>.*<SecretAccessKey>\(.*\)</SecretAccessKey>.*#\1:\2#p')
  often 600 curl -sS --fail --aws-sigv4 aws:amz:us-east-1:ec2 --user "$key" -d "Action=DescribeVpcs&$ec2" "$at"

  often 100 sent monitoring -d "Action=PutMetricData&Namespace=n&MetricData.member.1.MetricName=m&$metrics" \
    -d MetricData.member.1.Value=1 "$at"
  for ((i = 0; i < 3; i++)); do
    sent ec2 -d "Action=RunInstances&ImageId=ami-0123456789abcdef0&InstanceType=t3.micro&MinCount=100&MaxCount=100" \
      -d "$ec2" "$at" >/dev/null
    sent ec2 -d "Action=DescribeInstances&Filter.1.Name=instance-type&Filter.1.Value.1=t3.micro&$ec2" "$at" >/dev/null
  done

  sent ec2 -d "Action=CreateLaunchTemplate&LaunchTemplateName=web&$ec2" -d LaunchTemplateData.InstanceType=m5.large \
    -d LaunchTemplateData.ImageId=ami-0123456789abcdef0 -d LaunchTemplateData.Monitoring.Enabled=true "$at" >/dev/null
  sent autoscaling -d "Action=CreateAutoScalingGroup&AutoScalingGroupName=web&MinSize=1&MaxSize=120&$groups" \
    -d DesiredCapacity=60 -d LaunchTemplate.LaunchTemplateName=web \
    -d AvailabilityZones.member.1=us-east-1a -d AvailabilityZones.member.2=us-east-1b "$at" >/dev/null
  sent autoscaling -d "Action=PutScalingPolicy&AutoScalingGroupName=web&PolicyName=cpu&$groups" \
    -d PolicyType=TargetTrackingScaling -d TargetTrackingConfiguration.TargetValue=50 -d \
    TargetTrackingConfiguration.PredefinedMetricSpecification.PredefinedMetricType=ASGAverageCPUUtilization \
    "$at" >/dev/null
  cat >"$home/load.json" <<'JSON'
{"loads": [{"name": "web", "targets": [{"tag": "aws:autoscaling:groupName=web"}], "cost": {"cpuSeconds": 0.01},
            "rate": {"kind": "diurnal", "low": 2400, "high": 6000, "peakHour": 14}}]}
JSON
  AWS_REGION=us-east-1 "$dotnet" exec "$program" load apply "$home/load.json" --endpoint "$at" >/dev/null
  "$dotnet" exec "$program" clock advance 7d --endpoint "$at" >/dev/null
}

note_profile() {
  local home counter=$artifacts/bin/Orrery.Profile/release/Orrery.Profile.dll framework counts
  command -v curl >/dev/null || { say "curl is missing: apt-get install curl"; exit 1; }
  home=$(mktemp -d)
  counts=$home/counts
  stamped "$program.stamp" "$dotnet" build "$ORRERY_ROOT/src/Cli" -c Release -v q -nologo
  stamped "$counter.stamp" "$dotnet" build "$ORRERY_ROOT/tools/Profile" -c Release -v q -nologo
  say "running the program while everything in it counts (a minute or two) …"
  # Nothing was compiled before, and nothing is compiled anew: so everything counts to the end.
  binary=$program answered "$home" 4803 env DOTNET_ReadyToRun=0 DOTNET_TieredPGO=1 DOTNET_TC_CallCounting=0 \
    DOTNET_TieredPGO_InstrumentOnlyHotCode=0 DOTNET_WritePGOData=1 DOTNET_PGODataPath="$counts" "$dotnet" exec
  trap 'kill "$pid" 2>/dev/null || true' EXIT
  worked http://localhost:4803 "$home"
  kill "$pid"
  wait "$pid" || true
  trap - EXIT
  # The newest, which the program ran on.
  framework=$("$dotnet" --list-runtimes | awk '$1 == "Microsoft.NETCore.App" && $2 ~ /^10\./ {
    gsub(/[][]/, "", $3); path = $3 "/" $2 } END { print path }')
  "$dotnet" exec "$counter" "$counts" "$profile" "$(dirname "$program")" "$framework" "${framework/NETCore/AspNetCore}"
  # The compiler does not see that this file is newer than its output.
  rm -f "$artifacts"/obj/Orrery.Cli/release/native/orrery.o
  say "noted in src/Cli/orrery.mibc; ./orrery publish uses it"
  rm -rf "$home"
}
