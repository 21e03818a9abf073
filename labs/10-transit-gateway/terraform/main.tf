# The network of lab 10 as Terraform: apply, plan (no changes), destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
  default     = "http://localhost:4566"
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    sts = var.endpoint
  }
}

provider "aws" {
  alias                       = "away"
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    sts = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

locals {
  spokes = {
    orders      = { cidr = "10.10.0.0/16", segment = "production" }
    payments    = { cidr = "10.11.0.0/16", segment = "production" }
    development = { cidr = "10.20.0.0/16", segment = "development" }
    shared      = { cidr = "10.30.0.0/16", segment = "shared" }
  }
  segments = toset(["production", "development", "shared"])
  # Which segment learns whose blocks: production and development never one another's.
  learns = merge([
    for segment, names in {
      production  = ["orders", "payments", "shared"]
      development = ["development", "shared"]
      shared      = ["orders", "payments", "development"]
    } : { for name in names : "${segment}-${name}" => { segment = segment, name = name } }
  ]...)
}

resource "aws_vpc" "spoke" {
  for_each   = local.spokes
  cidr_block = each.value.cidr
  tags       = { Name = each.key }
}

resource "aws_subnet" "spoke" {
  for_each          = local.spokes
  vpc_id            = aws_vpc.spoke[each.key].id
  cidr_block        = cidrsubnet(each.value.cidr, 8, 1)
  availability_zone = "us-east-1a"
  tags              = { Name = each.key }
}

resource "aws_security_group" "web" {
  for_each    = local.spokes
  name        = "web"
  description = "443 from the private ranges"
  vpc_id      = aws_vpc.spoke[each.key].id
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_network_interface" "spoke" {
  for_each        = local.spokes
  subnet_id       = aws_subnet.spoke[each.key].id
  security_groups = [aws_security_group.web[each.key].id]
}

resource "aws_ec2_transit_gateway" "hub" {
  description                     = "hub of us-east-1"
  amazon_side_asn                 = 64512
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  tags                            = { Name = "hub" }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "spoke" {
  for_each                                        = local.spokes
  transit_gateway_id                              = aws_ec2_transit_gateway.hub.id
  vpc_id                                          = aws_vpc.spoke[each.key].id
  subnet_ids                                      = [aws_subnet.spoke[each.key].id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = each.key }
}

resource "aws_ec2_transit_gateway_route_table" "segment" {
  for_each           = local.segments
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  tags               = { Name = each.key }
}

resource "aws_ec2_transit_gateway_route_table_association" "spoke" {
  for_each                       = local.spokes
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.spoke[each.key].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.segment[each.value.segment].id
}

resource "aws_ec2_transit_gateway_route_table_propagation" "learned" {
  for_each                       = local.learns
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.spoke[each.value.name].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.segment[each.value.segment].id
}

resource "aws_ec2_transit_gateway_route" "way_out" {
  for_each                       = toset(["production", "development"])
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.spoke["shared"].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.segment[each.key].id
}

resource "aws_ec2_transit_gateway_route" "no_leak" {
  for_each                       = toset(["production", "development"])
  destination_cidr_block         = "10.0.0.0/8"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.segment[each.key].id
}

resource "aws_route" "to_hub" {
  for_each               = { for name, spoke in local.spokes : name => spoke if name != "shared" }
  route_table_id         = aws_vpc.spoke[each.key].main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.spoke]
}

# The one way out: a NAT gateway in a public subnet of the shared VPC.

resource "aws_internet_gateway" "shared" {
  vpc_id = aws_vpc.spoke["shared"].id
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.spoke["shared"].id
  cidr_block        = "10.30.0.0/24"
  availability_zone = "us-east-1a"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.spoke["shared"].id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.shared.id
  }
  route {
    cidr_block         = "10.0.0.0/8"
    transit_gateway_id = aws_ec2_transit_gateway.hub.id
  }
  depends_on = [aws_ec2_transit_gateway_vpc_attachment.spoke]
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_eip" "nat" {
  domain     = "vpc"
  depends_on = [aws_internet_gateway.shared]
}

resource "aws_nat_gateway" "shared" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public.id
}

resource "aws_route" "shared_out" {
  route_table_id         = aws_vpc.spoke["shared"].main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.shared.id
}

resource "aws_route" "shared_back" {
  route_table_id         = aws_vpc.spoke["shared"].main_route_table_id
  destination_cidr_block = "10.0.0.0/8"
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.spoke]
}

# The second region.

resource "aws_vpc" "europe" {
  provider   = aws.away
  cidr_block = "10.40.0.0/16"
  tags       = { Name = "europe" }
}

resource "aws_subnet" "europe" {
  provider          = aws.away
  vpc_id            = aws_vpc.europe.id
  cidr_block        = "10.40.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_ec2_transit_gateway" "away" {
  provider        = aws.away
  description     = "hub of eu-west-1"
  amazon_side_asn = 64513
}

resource "aws_ec2_transit_gateway_vpc_attachment" "europe" {
  provider           = aws.away
  transit_gateway_id = aws_ec2_transit_gateway.away.id
  vpc_id             = aws_vpc.europe.id
  subnet_ids         = [aws_subnet.europe.id]
}

resource "aws_route" "europe_to_hub" {
  provider               = aws.away
  route_table_id         = aws_vpc.europe.main_route_table_id
  destination_cidr_block = "10.0.0.0/8"
  transit_gateway_id     = aws_ec2_transit_gateway.away.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.europe]
}

resource "aws_ec2_transit_gateway_peering_attachment" "away" {
  transit_gateway_id      = aws_ec2_transit_gateway.hub.id
  peer_transit_gateway_id = aws_ec2_transit_gateway.away.id
  peer_region             = "eu-west-1"
  peer_account_id         = data.aws_caller_identity.me.account_id
  tags                    = { Name = "us-east-1 to eu-west-1" }
}

resource "aws_ec2_transit_gateway_peering_attachment_accepter" "away" {
  provider                      = aws.away
  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.away.id
  tags                          = { Name = "us-east-1 to eu-west-1" }
}

resource "aws_ec2_transit_gateway_route_table_association" "peering" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.away.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.segment["shared"].id
}

resource "aws_ec2_transit_gateway_route" "to_europe" {
  destination_cidr_block         = aws_vpc.europe.cidr_block
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.away.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.segment["production"].id
}

resource "aws_ec2_transit_gateway_route" "from_europe" {
  provider                       = aws.away
  destination_cidr_block         = "10.10.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.away.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway.away.association_default_route_table_id
}

# What the lab claims, asked of the Reachability Analyzer.

locals {
  questions = {
    orders_to_shared      = ["orders", "shared"]
    development_to_shared = ["development", "shared"]
    development_to_orders = ["development", "orders"]
  }
}

resource "aws_ec2_network_insights_path" "asked" {
  for_each         = local.questions
  source           = aws_network_interface.spoke[each.value[0]].id
  destination      = aws_network_interface.spoke[each.value[1]].id
  protocol         = "tcp"
  destination_port = 443
  tags             = { Name = each.key }
}

resource "aws_ec2_network_insights_analysis" "asked" {
  for_each                 = local.questions
  network_insights_path_id = aws_ec2_network_insights_path.asked[each.key].id
  depends_on = [
    aws_ec2_transit_gateway_route_table_association.spoke, aws_ec2_transit_gateway_route_table_propagation.learned,
    aws_ec2_transit_gateway_route.no_leak, aws_ec2_transit_gateway_route.way_out, aws_route.to_hub,
    aws_route.shared_back, aws_route.shared_out,
  ]
}

output "reaches" {
  value = { for name, analysis in aws_ec2_network_insights_analysis.asked : name => analysis.path_found }
}
