#!/usr/bin/env bash
# Lab 02: three VPCs, two peerings, one lesson. Every aws command below is the plain aws CLI against Orrery.
# Needs: a running `orrery up`, the aws CLI, AWS_ENDPOINT_URL (see `orrery env`). Ends with exit code 0 when every
# trace came out as the page says.
set -euo pipefail

source "$(dirname "$0")/../common.sh"
EAST=us-east-1
WEST=us-west-2

say "1. Three VPCs: A and B in $EAST, C in $WEST"
network $EAST 10.0.0.0/16 A
network $EAST 10.1.0.0/16 B
network $WEST 10.2.0.0/16 C

say "2. Peer A with B, and B with C across regions; the other side accepts"
AB=$(aws ec2 create-vpc-peering-connection --region $EAST --vpc-id "$VPC_A" --peer-vpc-id "$VPC_B" \
  --query VpcPeeringConnection.VpcPeeringConnectionId)
aws ec2 accept-vpc-peering-connection --region $EAST --vpc-peering-connection-id "$AB" \
  --query 'VpcPeeringConnection.Status.Code'
BC=$(aws ec2 create-vpc-peering-connection --region $EAST --vpc-id "$VPC_B" --peer-vpc-id "$VPC_C" \
  --peer-region $WEST --query VpcPeeringConnection.VpcPeeringConnectionId)
aws ec2 accept-vpc-peering-connection --region $WEST --vpc-peering-connection-id "$BC" \
  --query 'VpcPeeringConnection.Status.Code'

say "3. Without routes nothing passes"
expect 1 "$ENI_A" "$ENI_B" $EAST

say "4. A route on one side only is not enough: the answer cannot come back"
aws ec2 create-route --region $EAST --route-table-id "$RTB_A" --destination-cidr-block 10.1.0.0/16 \
  --vpc-peering-connection-id "$AB"
expect 1 "$ENI_A" "$ENI_B" $EAST

say "5. Routes on both sides: A reaches B, B reaches C"
aws ec2 create-route --region $EAST --route-table-id "$RTB_B" --destination-cidr-block 10.0.0.0/16 \
  --vpc-peering-connection-id "$AB"
aws ec2 create-route --region $EAST --route-table-id "$RTB_B" --destination-cidr-block 10.2.0.0/16 \
  --vpc-peering-connection-id "$BC"
aws ec2 create-route --region $WEST --route-table-id "$RTB_C" --destination-cidr-block 10.1.0.0/16 \
  --vpc-peering-connection-id "$BC"
expect 0 "$ENI_A" "$ENI_B" $EAST
expect 0 "$ENI_B" "$ENI_C" $EAST

say "6. Peering is not transitive: A does not reach C through B, not even with routes"
aws ec2 create-route --region $EAST --route-table-id "$RTB_A" --destination-cidr-block 10.2.0.0/16 \
  --vpc-peering-connection-id "$AB"
aws ec2 create-route --region $WEST --route-table-id "$RTB_C" --destination-cidr-block 10.0.0.0/16 \
  --vpc-peering-connection-id "$BC"
expect 1 "$ENI_A" "$ENI_C" $EAST

say "7. Delete the peering A–B: its routes turn into blackholes, at once"
aws ec2 delete-vpc-peering-connection --region $EAST --vpc-peering-connection-id "$AB"
aws ec2 describe-route-tables --region $EAST --route-table-ids "$RTB_A" "$RTB_B" \
  --query 'RouteTables[].Routes[].[DestinationCidrBlock,VpcPeeringConnectionId||GatewayId,State]' --output table
expect 1 "$ENI_A" "$ENI_B" $EAST
expect 0 "$ENI_B" "$ENI_C" $EAST

finish
