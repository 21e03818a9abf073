# The shapes that public VPC modules make: public, private, database and intra subnets over three zones, one NAT gateway
# or one a zone, the default resources taken over, access lists of their own, endpoints, a VPN gateway, flow logs.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  type    = string
  default = "http://localhost:4566"
}

variable "single_nat_gateway" {
  type    = bool
  default = false
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  s3_use_path_style           = true
  endpoints {
    ec2       = var.endpoint
    s3        = var.endpoint
    s3control = var.endpoint
    sts       = var.endpoint
  }
  default_tags {
    tags = { Project = "orrery" }
  }
}

data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  zones = slice(data.aws_availability_zones.available.names, 0, 3)
  nats  = var.single_nat_gateway ? 1 : length(local.zones)
  tiers = { private = 0, database = 1, intra = 2 }
}

resource "aws_vpc" "this" {
  cidr_block                       = "10.0.0.0/16"
  instance_tenancy                 = "default"
  enable_dns_hostnames             = true
  enable_dns_support               = true
  assign_generated_ipv6_cidr_block = true
  tags                             = { Name = "module" }
}

resource "aws_vpc_ipv4_cidr_block_association" "this" {
  vpc_id     = aws_vpc.this.id
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc_dhcp_options" "this" {
  domain_name         = "service.consul"
  domain_name_servers = ["127.0.0.1", "10.0.0.2"]
}

resource "aws_vpc_dhcp_options_association" "this" {
  vpc_id          = aws_vpc.this.id
  dhcp_options_id = aws_vpc_dhcp_options.this.id
}

# What every VPC begins with, emptied.

resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_default_network_acl" "this" {
  default_network_acl_id = aws_vpc.this.default_network_acl_id
  subnet_ids             = null
  dynamic "ingress" {
    for_each = [{ rule = 100, cidr = "0.0.0.0/0", v6 = null }, { rule = 101, cidr = null, v6 = "::/0" }]
    content {
      action          = "allow"
      protocol        = "-1"
      from_port       = 0
      to_port         = 0
      rule_no         = ingress.value.rule
      cidr_block      = ingress.value.cidr
      ipv6_cidr_block = ingress.value.v6
    }
  }
  dynamic "egress" {
    for_each = [{ rule = 100, cidr = "0.0.0.0/0", v6 = null }, { rule = 101, cidr = null, v6 = "::/0" }]
    content {
      action          = "allow"
      protocol        = "-1"
      from_port       = 0
      to_port         = 0
      rule_no         = egress.value.rule
      cidr_block      = egress.value.cidr
      ipv6_cidr_block = egress.value.v6
    }
  }
  lifecycle {
    ignore_changes = [subnet_ids]
  }
}

resource "aws_default_route_table" "this" {
  default_route_table_id = aws_vpc.this.default_route_table_id
  tags                   = { Name = "default" }
}

# Public.

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_egress_only_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "public" {
  count                           = length(local.zones)
  vpc_id                          = aws_vpc.this.id
  availability_zone               = local.zones[count.index]
  cidr_block                      = cidrsubnet("10.0.0.0/16", 8, count.index)
  ipv6_cidr_block                 = cidrsubnet(aws_vpc.this.ipv6_cidr_block, 8, count.index)
  assign_ipv6_address_on_creation = true
  map_public_ip_on_launch         = true
  tags                            = { Name = "public-${local.zones[count.index]}" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
  timeouts {
    create = "5m"
  }
}

resource "aws_route" "public_ipv6" {
  route_table_id              = aws_route_table.public.id
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  count          = length(local.zones)
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

# Private, database and intra.

resource "aws_subnet" "inner" {
  for_each = merge([
    for tier, place in local.tiers : {
      for index, zone in local.zones : "${tier}-${index}" => { tier = tier, index = index, zone = zone, place = place }
    }
  ]...)
  vpc_id            = aws_vpc.this.id
  availability_zone = each.value.zone
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, 10 + 10 * each.value.place + each.value.index)
  tags              = { Name = each.key, Tier = each.value.tier }
}

resource "aws_subnet" "secondary" {
  vpc_id            = aws_vpc_ipv4_cidr_block_association.this.vpc_id
  availability_zone = local.zones[0]
  cidr_block        = "10.1.0.0/24"
  depends_on        = [aws_vpc_ipv4_cidr_block_association.this]
}

resource "aws_eip" "nat" {
  count      = local.nats
  domain     = "vpc"
  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  count         = local.nats
  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id
  depends_on    = [aws_internet_gateway.this]
}

resource "aws_route_table" "private" {
  count  = local.nats
  vpc_id = aws_vpc.this.id
  tags   = { Name = "private-${count.index}" }
}

resource "aws_route" "private_nat" {
  count                  = local.nats
  route_table_id         = aws_route_table.private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[count.index].id
}

resource "aws_route" "private_ipv6" {
  count                       = local.nats
  route_table_id              = aws_route_table.private[count.index].id
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = aws_egress_only_internet_gateway.this.id
}

resource "aws_route_table_association" "private" {
  count          = length(local.zones)
  subnet_id      = aws_subnet.inner["private-${count.index}"].id
  route_table_id = aws_route_table.private[var.single_nat_gateway ? 0 : count.index].id
}

resource "aws_route_table" "intra" {
  vpc_id = aws_vpc.this.id
}

resource "aws_route_table_association" "intra" {
  count          = length(local.zones)
  subnet_id      = aws_subnet.inner["intra-${count.index}"].id
  route_table_id = aws_route_table.intra.id
}

resource "aws_network_acl" "database" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for index, zone in local.zones : aws_subnet.inner["database-${index}"].id]
}

resource "aws_network_acl_rule" "database" {
  for_each = {
    in  = { egress = false, from = 5432, to = 5432 }
    out = { egress = true, from = 1024, to = 65535 }
  }
  network_acl_id = aws_network_acl.database.id
  egress         = each.value.egress
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = each.value.from
  to_port        = each.value.to
  cidr_block     = "10.0.0.0/16"
}

# Endpoints.

data "aws_vpc_endpoint_service" "s3" {
  service      = "s3"
  service_type = "Gateway"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  service_name      = data.aws_vpc_endpoint_service.s3.service_name
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat(aws_route_table.private[*].id, [aws_route_table.intra.id])
  tags              = { Name = "s3" }
}

resource "aws_vpc_endpoint" "dynamodb" {
  vpc_id       = aws_vpc.this.id
  service_name = "com.amazonaws.eu-west-1.dynamodb"
}

resource "aws_vpc_endpoint_route_table_association" "dynamodb" {
  vpc_endpoint_id = aws_vpc_endpoint.dynamodb.id
  route_table_id  = aws_route_table.public.id
}

resource "aws_security_group" "endpoints" {
  name_prefix = "endpoints-"
  description = "443 from the VPC"
  vpc_id      = aws_vpc.this.id
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group_rule" "endpoints" {
  security_group_id = aws_security_group.endpoints.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = [aws_vpc.this.cidr_block]
}

resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ec2", "ssm"])
  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for index, zone in local.zones : aws_subnet.inner["private-${index}"].id]
  security_group_ids  = [aws_security_group.endpoints.id]
  private_dns_enabled = true
}

# VPN.

resource "aws_customer_gateway" "this" {
  bgp_asn    = 65112
  ip_address = "1.2.3.4"
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "this" {
  vpc_id          = aws_vpc.this.id
  amazon_side_asn = 64620
}

resource "aws_vpn_gateway_route_propagation" "private" {
  count          = local.nats
  route_table_id = aws_route_table.private[count.index].id
  vpn_gateway_id = aws_vpn_gateway.this.id
}

resource "aws_vpn_connection" "this" {
  vpn_gateway_id      = aws_vpn_gateway.this.id
  customer_gateway_id = aws_customer_gateway.this.id
  type                = "ipsec.1"
  static_routes_only  = true
}

resource "aws_vpn_connection_route" "office" {
  vpn_connection_id      = aws_vpn_connection.this.id
  destination_cidr_block = "192.168.10.0/24"
}

# Flow logs.

resource "aws_s3_bucket" "flow_logs" {
  bucket        = "flow-logs-of-the-module"
  force_destroy = true
}

resource "aws_flow_log" "this" {
  vpc_id                   = aws_vpc.this.id
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination          = aws_s3_bucket.flow_logs.arn
  max_aggregation_interval = 60
  tags                     = { Name = "module" }
}

output "nat_public_ips" {
  value = aws_eip.nat[*].public_ip
}
