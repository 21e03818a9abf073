#!/usr/bin/env bash
# Lab 10: a transit gateway as the hub of four VPCs: segments, one way out, a second region. Every aws command below is
# the plain aws CLI. Ends with exit code 0 when every trace came out as the page says.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
HOME_REGION=us-east-1
AWAY=eu-west-1

# hub REGION ASN: a transit gateway whose attachments join no table by themselves; waits until it is available.
hub() {
  local tgw
  tgw=$(aws ec2 create-transit-gateway --region "$1" --description "hub of $1" \
    --options "AmazonSideAsn=$2,DefaultRouteTableAssociation=disable,DefaultRouteTablePropagation=disable" \
    --query TransitGateway.TransitGatewayId)
  until_is available aws ec2 describe-transit-gateways --region "$1" --transit-gateway-ids "$tgw" \
    --query 'TransitGateways[0].State' >&2
  echo "$tgw"
}

# attach REGION GATEWAY VPC SUBNET: prints the attachment, once it is available.
attach() {
  local attachment
  attachment=$(aws ec2 create-transit-gateway-vpc-attachment --region "$1" --transit-gateway-id "$2" --vpc-id "$3" \
    --subnet-ids "$4" --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId)
  until_is available aws ec2 describe-transit-gateway-vpc-attachments --region "$1" \
    --transit-gateway-attachment-ids "$attachment" --query 'TransitGatewayVpcAttachments[0].State' >&2
  echo "$attachment"
}

# segment REGION GATEWAY NAME: a route table of the transit gateway.
segment() {
  aws ec2 create-transit-gateway-route-table --region "$1" --transit-gateway-id "$2" \
    --tag-specifications "ResourceType=transit-gateway-route-table,Tags=[{Key=Name,Value=$3}]" \
    --query TransitGatewayRouteTable.TransitGatewayRouteTableId
}

# join TABLE ATTACHMENT [REGION]: packets that come in by the attachment are routed by the table.
join() {
  aws ec2 associate-transit-gateway-route-table --region "${3:-$HOME_REGION}" --transit-gateway-route-table-id "$1" \
    --transit-gateway-attachment-id "$2" > /dev/null
}

# learn TABLE ATTACHMENT… : the table learns the attachments' blocks.
learn() {
  local table=$1 attachment
  shift
  for attachment in "$@"; do
    aws ec2 enable-transit-gateway-route-table-propagation --region $HOME_REGION \
      --transit-gateway-route-table-id "$table" --transit-gateway-attachment-id "$attachment" > /dev/null
  done
}

# static TABLE CIDR ATTACHMENT [REGION]
static() {
  aws ec2 create-transit-gateway-route --region "${4:-$HOME_REGION}" --transit-gateway-route-table-id "$1" \
    --destination-cidr-block "$2" --transit-gateway-attachment-id "$3" > /dev/null
}

routes() {
  aws ec2 search-transit-gateway-routes --region $HOME_REGION --transit-gateway-route-table-id "$1" \
    --filters Name=state,Values=active,blackhole --query 'Routes[].[DestinationCidrBlock,Type,State]' --output table
}

say "1. Four VPCs in $HOME_REGION, one in $AWAY"
network $HOME_REGION 10.10.0.0/16 ORDERS
network $HOME_REGION 10.11.0.0/16 PAYMENTS
network $HOME_REGION 10.20.0.0/16 DEVELOPMENT
network $HOME_REGION 10.30.0.0/16 SHARED
network $AWAY 10.40.0.0/16 EUROPE

say "2. A hub, four attachments, and in each VPC a default route to the hub"
TGW=$(hub $HOME_REGION 64512)
ORDERS=$(attach $HOME_REGION "$TGW" "$VPC_ORDERS" "$SUBNET_ORDERS")
PAYMENTS=$(attach $HOME_REGION "$TGW" "$VPC_PAYMENTS" "$SUBNET_PAYMENTS")
DEVELOPMENT=$(attach $HOME_REGION "$TGW" "$VPC_DEVELOPMENT" "$SUBNET_DEVELOPMENT")
SHARED=$(attach $HOME_REGION "$TGW" "$VPC_SHARED" "$SUBNET_SHARED")
for table in "$RTB_ORDERS" "$RTB_PAYMENTS" "$RTB_DEVELOPMENT"; do
  aws ec2 create-route --region $HOME_REGION --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 \
    --transit-gateway-id "$TGW" > /dev/null
done
aws ec2 create-route --region $HOME_REGION --route-table-id "$RTB_SHARED" --destination-cidr-block 10.0.0.0/8 \
  --transit-gateway-id "$TGW" > /dev/null

say "3. Attached is not connected: no route table is associated yet"
expect 1 "$ENI_ORDERS" "$ENI_SHARED" $HOME_REGION

say "4. Segments: production, development and shared each have a table"
PRODUCTION_TABLE=$(segment $HOME_REGION "$TGW" production)
DEVELOPMENT_TABLE=$(segment $HOME_REGION "$TGW" development)
SHARED_TABLE=$(segment $HOME_REGION "$TGW" shared)
join "$PRODUCTION_TABLE" "$ORDERS"
join "$PRODUCTION_TABLE" "$PAYMENTS"
join "$DEVELOPMENT_TABLE" "$DEVELOPMENT"
join "$SHARED_TABLE" "$SHARED"
learn "$PRODUCTION_TABLE" "$ORDERS" "$PAYMENTS" "$SHARED"
learn "$DEVELOPMENT_TABLE" "$DEVELOPMENT" "$SHARED"
learn "$SHARED_TABLE" "$ORDERS" "$PAYMENTS" "$DEVELOPMENT"
routes "$PRODUCTION_TABLE"
expect 0 "$ENI_ORDERS" "$ENI_PAYMENTS" $HOME_REGION
expect 0 "$ENI_ORDERS" "$ENI_SHARED" $HOME_REGION
expect 0 "$ENI_DEVELOPMENT" "$ENI_SHARED" $HOME_REGION
expect 1 "$ENI_DEVELOPMENT" "$ENI_ORDERS" $HOME_REGION

say "5. One way out for all: a NAT gateway in the shared VPC, and a default route to it in each segment"
IGW=$(aws ec2 create-internet-gateway --region $HOME_REGION --query InternetGateway.InternetGatewayId)
aws ec2 attach-internet-gateway --region $HOME_REGION --internet-gateway-id "$IGW" --vpc-id "$VPC_SHARED"
PUBLIC=$(aws ec2 create-subnet --region $HOME_REGION --vpc-id "$VPC_SHARED" --cidr-block 10.30.0.0/24 \
  --availability-zone ${HOME_REGION}a --query Subnet.SubnetId)
PUBLIC_TABLE=$(aws ec2 create-route-table --region $HOME_REGION --vpc-id "$VPC_SHARED" --query RouteTable.RouteTableId)
aws ec2 associate-route-table --region $HOME_REGION --route-table-id "$PUBLIC_TABLE" --subnet-id "$PUBLIC" > /dev/null
aws ec2 create-route --region $HOME_REGION --route-table-id "$PUBLIC_TABLE" --destination-cidr-block 0.0.0.0/0 \
  --gateway-id "$IGW" > /dev/null
aws ec2 create-route --region $HOME_REGION --route-table-id "$PUBLIC_TABLE" --destination-cidr-block 10.0.0.0/8 \
  --transit-gateway-id "$TGW" > /dev/null
ADDRESS=$(aws ec2 allocate-address --region $HOME_REGION --query AllocationId)
NAT=$(aws ec2 create-nat-gateway --region $HOME_REGION --subnet-id "$PUBLIC" --allocation-id "$ADDRESS" \
  --query NatGateway.NatGatewayId)
until_is available aws ec2 describe-nat-gateways --region $HOME_REGION --nat-gateway-ids "$NAT" \
  --query 'NatGateways[0].State'
# The attachment is in the subnet whose table this is: it decides for what comes out of the hub.
aws ec2 create-route --region $HOME_REGION --route-table-id "$RTB_SHARED" --destination-cidr-block 0.0.0.0/0 \
  --nat-gateway-id "$NAT" > /dev/null
expect 1 "$ENI_ORDERS" internet $HOME_REGION
static "$PRODUCTION_TABLE" 0.0.0.0/0 "$SHARED"
static "$DEVELOPMENT_TABLE" 0.0.0.0/0 "$SHARED"
expect 0 "$ENI_ORDERS" internet $HOME_REGION
expect 0 "$ENI_DEVELOPMENT" internet $HOME_REGION

say "6. The leak: the default route carries development to production, by way of the shared VPC"
expect 0 "$ENI_DEVELOPMENT" "$ENI_ORDERS" $HOME_REGION

say "7. A blackhole for the private ranges closes it; what a segment learned is more specific and still passes"
for table in "$PRODUCTION_TABLE" "$DEVELOPMENT_TABLE"; do
  aws ec2 create-transit-gateway-route --region $HOME_REGION --transit-gateway-route-table-id "$table" \
    --destination-cidr-block 10.0.0.0/8 --blackhole > /dev/null
done
routes "$DEVELOPMENT_TABLE"
expect 1 "$ENI_DEVELOPMENT" "$ENI_ORDERS" $HOME_REGION
expect 0 "$ENI_DEVELOPMENT" "$ENI_SHARED" $HOME_REGION
expect 0 "$ENI_DEVELOPMENT" internet $HOME_REGION

say "8. A second region: its own hub, peered; nothing is learned over a peering, routes are static on both sides"
FAR=$(hub $AWAY 64513)
EUROPE=$(attach $AWAY "$FAR" "$VPC_EUROPE" "$SUBNET_EUROPE")
aws ec2 create-route --region $AWAY --route-table-id "$RTB_EUROPE" --destination-cidr-block 10.0.0.0/8 \
  --transit-gateway-id "$FAR" > /dev/null
FAR_TABLE=$(segment $AWAY "$FAR" europe)
join "$FAR_TABLE" "$EUROPE" $AWAY
aws ec2 enable-transit-gateway-route-table-propagation --region $AWAY --transit-gateway-route-table-id "$FAR_TABLE" \
  --transit-gateway-attachment-id "$EUROPE" > /dev/null
PEERING=$(aws ec2 create-transit-gateway-peering-attachment --region $HOME_REGION --transit-gateway-id "$TGW" \
  --peer-transit-gateway-id "$FAR" --peer-account-id 123456789012 --peer-region $AWAY \
  --query TransitGatewayPeeringAttachment.TransitGatewayAttachmentId)
until_is pendingAcceptance aws ec2 describe-transit-gateway-peering-attachments --region $AWAY \
  --transit-gateway-attachment-ids "$PEERING" --query 'TransitGatewayPeeringAttachments[0].State'
aws ec2 accept-transit-gateway-peering-attachment --region $AWAY --transit-gateway-attachment-id "$PEERING" > /dev/null
until_is available aws ec2 describe-transit-gateway-peering-attachments --region $HOME_REGION \
  --transit-gateway-attachment-ids "$PEERING" --query 'TransitGatewayPeeringAttachments[0].State'
join "$SHARED_TABLE" "$PEERING"
join "$FAR_TABLE" "$PEERING" $AWAY
expect 1 "$ENI_ORDERS" "$ENI_EUROPE" $HOME_REGION
static "$PRODUCTION_TABLE" 10.40.0.0/16 "$PEERING"
static "$FAR_TABLE" 10.10.0.0/16 "$PEERING" $AWAY
expect 0 "$ENI_ORDERS" "$ENI_EUROPE" $HOME_REGION
expect 1 "$ENI_DEVELOPMENT" "$ENI_EUROPE" $HOME_REGION

say "9. Delete the peering: its static routes stay, as blackholes"
aws ec2 delete-transit-gateway-peering-attachment --region $HOME_REGION --transit-gateway-attachment-id "$PEERING" \
  > /dev/null
until_is deleted aws ec2 describe-transit-gateway-peering-attachments --region $HOME_REGION \
  --transit-gateway-attachment-ids "$PEERING" --query 'TransitGatewayPeeringAttachments[0].State'
routes "$PRODUCTION_TABLE"
expect 1 "$ENI_ORDERS" "$ENI_EUROPE" $HOME_REGION

say "10. Detach development: the shared table forgets its block, at once"
aws ec2 delete-transit-gateway-vpc-attachment --region $HOME_REGION --transit-gateway-attachment-id "$DEVELOPMENT" \
  > /dev/null
routes "$SHARED_TABLE"
expect 1 "$ENI_DEVELOPMENT" "$ENI_SHARED" $HOME_REGION
expect 0 "$ENI_ORDERS" "$ENI_SHARED" $HOME_REGION

finish
