#!/usr/bin/env bash
# Lab 06a: SSH only from the bastion's group, and the proof that there is no other way. Every aws command below is the
# plain aws CLI. Ends with exit code 0 when everything came out as the page says.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
REGION=us-east-1
IMAGE=ami-0abcdef1234567890
export AWS_DEFAULT_REGION=$REGION

# group NAME DESCRIPTION: a security group of the VPC.
group() {
  aws ec2 create-security-group --vpc-id "$VPC" --group-name "$1" --description "$2" --query GroupId
}

# allow GROUP PORT WHOM: lets TCP in, from a block or from a group.
allow() {
  case "$3" in
    sg-*) aws ec2 authorize-security-group-ingress --group-id "$1" --protocol tcp --port "$2" --source-group "$3" ;;
    *) aws ec2 authorize-security-group-ingress --group-id "$1" --protocol tcp --port "$2" --cidr "$3" ;;
  esac > /dev/null
}

# subnet CIDR ZONE NAME
subnet() {
  aws ec2 create-subnet --vpc-id "$VPC" --cidr-block "$1" --availability-zone "$REGION$2" \
    --tag-specifications "ResourceType=subnet,Tags=[{Key=Name,Value=$3}]" --query Subnet.SubnetId
}

# instance SUBNET GROUP NAME [true]: an instance, with a public address where asked for.
instance() {
  local id
  id=$(aws ec2 run-instances --image-id $IMAGE --instance-type t3.micro \
    --network-interfaces "DeviceIndex=0,SubnetId=$1,Groups=$2,AssociatePublicIpAddress=${4:-false}" \
    --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=$3}]" --query 'Instances[0].InstanceId')
  aws ec2 wait instance-running --instance-ids "$id"
  echo "$id"
}

say "1. A VPC with a public and two private subnets"
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId)
GATEWAY=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId)
aws ec2 attach-internet-gateway --internet-gateway-id "$GATEWAY" --vpc-id "$VPC"
PUBLIC=$(subnet 10.0.0.0/24 a public)
PRIVATE=$(subnet 10.0.1.0/24 a application)
DATABASE=$(subnet 10.0.2.0/24 a database)
TABLE=$(aws ec2 create-route-table --vpc-id "$VPC" --query RouteTable.RouteTableId)
aws ec2 create-route --route-table-id "$TABLE" --destination-cidr-block 0.0.0.0/0 --gateway-id "$GATEWAY" > /dev/null
aws ec2 associate-route-table --route-table-id "$TABLE" --subnet-id "$PUBLIC" > /dev/null

say "2. Groups: the office to the bastion, the bastion to the servers, the servers to the database"
BASTIONS=$(group bastions "22 from the office")
WEB=$(group web "443 from everywhere")
SERVERS=$(group servers "22 from the bastions, 8080 from the web")
DATABASES=$(group databases "5432 from the servers")
allow "$BASTIONS" 22 203.0.113.0/24
allow "$WEB" 443 0.0.0.0/0
allow "$SERVERS" 22 "$BASTIONS"
allow "$SERVERS" 8080 "$WEB"
allow "$DATABASES" 5432 "$SERVERS"

say "3. One instance of each"
BASTION=$(instance "$PUBLIC" "$BASTIONS" bastion true)
FRONT=$(instance "$PUBLIC" "$WEB" web true)
SERVER=$(instance "$PRIVATE" "$SERVERS" server)
DB=$(instance "$DATABASE" "$DATABASES" database)
echo "bastion $BASTION, web $FRONT, server $SERVER, database $DB"
# The answers to open questions name interfaces.
face() {
  aws ec2 describe-instances --instance-ids "$1" \
    --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId'
}
BASTION_FACE=$(face "$BASTION")
FRONT_FACE=$(face "$FRONT")

say "4. Who may open SSH, asked one by one"
expect 0 203.0.113.10 "$BASTION" $REGION 22
expect 1 198.51.100.10 "$BASTION" $REGION 22
expect 0 "$BASTION" "$SERVER" $REGION 22
expect 1 "$FRONT" "$SERVER" $REGION 22
expect 1 internet "$SERVER" $REGION 22
expect 0 "$FRONT" "$SERVER" $REGION 8080
expect 0 "$SERVER" "$DB" $REGION 5432
expect 1 "$BASTION" "$DB" $REGION 5432

# ssh_sources: every instance or address that can open port 22 in the private subnets, one a line.
ssh_sources() {
  "$orrery" trace --from anywhere --to "$PRIVATE" --port 22 --region $REGION || true
}

say "5. Who may open SSH, asked of everybody at once: the bastion and nobody else"
ssh_sources | tee "${TMPDIR:-/tmp}/ssh-sources.$$"
want 0 grep -q "^$BASTION_FACE can" "${TMPDIR:-/tmp}/ssh-sources.$$"
want 1 grep -q "^$FRONT_FACE can" "${TMPDIR:-/tmp}/ssh-sources.$$"
say "   and from the internet, on any port: nothing"
want 1 "$orrery" trace --from internet --to "$PRIVATE" --port any --region $REGION
want 1 "$orrery" trace --from internet --to "$DATABASE" --port any --region $REGION

say "6. The same as an access scope of the Network Access Analyzer"
SCOPE=$(aws ec2 create-network-insights-access-scope --client-token lab-06a --match-paths \
  "Source={ResourceStatement={ResourceTypes=[AWS::EC2::InternetGateway]}},Destination={ResourceStatement={Resources=[$PRIVATE]}}" \
  --query NetworkInsightsAccessScope.NetworkInsightsAccessScopeId)
findings() {
  local analysis
  analysis=$(aws ec2 start-network-insights-access-scope-analysis --network-insights-access-scope-id "$SCOPE" \
    --client-token "lab-06a-$1" --query NetworkInsightsAccessScopeAnalysis.NetworkInsightsAccessScopeAnalysisId)
  until_is succeeded aws ec2 describe-network-insights-access-scope-analyses \
    --network-insights-access-scope-analysis-ids "$analysis" --query 'NetworkInsightsAccessScopeAnalyses[0].Status'
  until_is "$2" aws ec2 describe-network-insights-access-scope-analyses \
    --network-insights-access-scope-analysis-ids "$analysis" \
    --query 'NetworkInsightsAccessScopeAnalyses[0].FindingsFound'
}
findings before false

say "7. The mistake: 22 from the whole private range, for a moment"
allow "$SERVERS" 22 10.0.0.0/8
expect 0 "$BASTION" "$SERVER" $REGION 22
ssh_sources | tee "${TMPDIR:-/tmp}/ssh-sources.$$"
want 0 grep -q "^$FRONT_FACE can" "${TMPDIR:-/tmp}/ssh-sources.$$"

say "8. The bigger one: a public address on the server, its subnet routed to the internet, 22 from everywhere"
allow "$SERVERS" 22 0.0.0.0/0
aws ec2 associate-route-table --route-table-id "$TABLE" --subnet-id "$PRIVATE" > /dev/null
ADDRESS=$(aws ec2 allocate-address --query AllocationId)
ASSOCIATION=$(aws ec2 associate-address --allocation-id "$ADDRESS" --instance-id "$SERVER" --query AssociationId)
want 0 "$orrery" trace --from internet --to "$PRIVATE" --port 22 --region $REGION
findings after true

say "9. Taken back: the bastion and nobody else again"
aws ec2 disassociate-address --association-id "$ASSOCIATION"
for block in 0.0.0.0/0 10.0.0.0/8; do
  aws ec2 revoke-security-group-ingress --group-id "$SERVERS" --protocol tcp --port 22 --cidr $block > /dev/null
done
want 1 "$orrery" trace --from internet --to "$PRIVATE" --port any --region $REGION
ssh_sources | tee "${TMPDIR:-/tmp}/ssh-sources.$$"
want 1 grep -q "^$FRONT_FACE can" "${TMPDIR:-/tmp}/ssh-sources.$$"
findings again false
rm -f "${TMPDIR:-/tmp}/ssh-sources.$$"

finish
