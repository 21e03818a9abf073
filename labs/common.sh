# What the scripts of the labs share; sourced by them. Every aws command in them is the plain aws CLI against Orrery.
# Needs: a running `orrery up`, the aws CLI, AWS_ENDPOINT_URL (see `orrery env`).

export AWS_ENDPOINT_URL=${AWS_ENDPOINT_URL:-http://localhost:4566}
export AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID:-test} AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY:-test}
export AWS_PAGER="" AWS_DEFAULT_OUTPUT=text
orrery=${ORRERY:-orrery}
failures=0

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# want CODE COMMAND…: runs it, and counts it as a failure of the lab when it ends otherwise.
want() {
  local code=$1 got=0
  shift
  "$@" || got=$?
  if [ "$got" -ne "$code" ]; then
    echo "UNEXPECTED: wanted exit code $code, got $got" >&2
    failures=$((failures + 1))
  fi
}

# refused COMMAND…: runs it, and counts it as a failure of the lab when it is not refused.
refused() {
  if "$@"; then
    echo "UNEXPECTED: that was to be refused" >&2
    failures=$((failures + 1))
  fi
}

# network REGION CIDR NAME: a VPC with a subnet, a group that lets 443 in from 10.0.0.0/8, and an interface.
# Sets VPC_NAME, SUBNET_NAME, RTB_NAME (the main route table) and ENI_NAME.
network() {
  local region=$1 block=$2 name=$3 vpc subnet group eni table
  vpc=$(aws ec2 create-vpc --region "$region" --cidr-block "$block" \
    --tag-specifications "ResourceType=vpc,Tags=[{Key=Name,Value=$name}]" --query Vpc.VpcId)
  aws ec2 wait vpc-available --region "$region" --vpc-ids "$vpc"
  subnet=$(aws ec2 create-subnet --region "$region" --vpc-id "$vpc" --cidr-block "${block%.0.0/16}.1.0/24" \
    --availability-zone "${region}a" --query Subnet.SubnetId)
  group=$(aws ec2 create-security-group --region "$region" --vpc-id "$vpc" --group-name web \
    --description "443 from the private ranges" --query GroupId)
  aws ec2 authorize-security-group-ingress --region "$region" --group-id "$group" \
    --protocol tcp --port 443 --cidr 10.0.0.0/8 > /dev/null
  eni=$(aws ec2 create-network-interface --region "$region" --subnet-id "$subnet" --groups "$group" \
    --query NetworkInterface.NetworkInterfaceId)
  table=$(aws ec2 describe-route-tables --region "$region" \
    --filters Name=vpc-id,Values="$vpc" Name=association.main,Values=true --query 'RouteTables[0].RouteTableId')
  eval "VPC_$name=$vpc SUBNET_$name=$subnet RTB_$name=$table ENI_$name=$eni"
  echo "$name: $vpc $block in $region, interface $eni"
}

# expect 0|1 SOURCE DESTINATION REGION [PORT]: traces, shows, and checks the outcome (0 reachable, 1 not reachable).
expect() { want "$1" "$orrery" trace "$2" "$3" --port "${5:-443}" --region "$4" --remedies; }

# until_is WANTED COMMAND…: asks again until the command prints that; the clock of the world may be a stepped one.
until_is() {
  local wanted=$1 answer= i
  shift
  for i in $(seq 1 60); do
    answer=$("$@")
    [ "$answer" = "$wanted" ] && return
    [ "$i" -lt 3 ] || "$orrery" clock advance 1m > /dev/null
  done
  echo "UNEXPECTED: '$*' still says '$answer', not '$wanted'" >&2
  failures=$((failures + 1))
}

# finish: says how it went, and ends with exit code 0 when everything came out as the page says.
finish() {
  say "$([ $failures -eq 0 ] && echo 'Everything came out as the page says.' || echo "$failures steps came out otherwise.")"
  exit "$((failures > 0))"
}
