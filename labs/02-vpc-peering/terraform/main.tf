# The network of lab 02 as Terraform: apply, plan (no changes), destroy.

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
  alias                       = "west"
  region                      = "us-west-2"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    sts = var.endpoint
  }
}

resource "aws_vpc" "a" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "A" }
}

resource "aws_vpc" "b" {
  cidr_block           = "10.1.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = "B" }
}

resource "aws_vpc" "c" {
  provider   = aws.west
  cidr_block = "10.2.0.0/16"
  tags       = { Name = "C" }
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.a.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "us-east-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.b.id
  cidr_block        = "10.1.1.0/24"
  availability_zone = "us-east-1b"
}

resource "aws_subnet" "c" {
  provider   = aws.west
  vpc_id     = aws_vpc.c.id
  cidr_block = "10.2.1.0/24"
}

resource "aws_vpc_peering_connection" "ab" {
  vpc_id      = aws_vpc.a.id
  peer_vpc_id = aws_vpc.b.id
  auto_accept = true
  tags        = { Name = "A-B" }
}

resource "aws_vpc_peering_connection" "bc" {
  vpc_id      = aws_vpc.b.id
  peer_vpc_id = aws_vpc.c.id
  peer_region = "us-west-2"
  tags        = { Name = "B-C" }
}

resource "aws_vpc_peering_connection_accepter" "bc" {
  provider                  = aws.west
  vpc_peering_connection_id = aws_vpc_peering_connection.bc.id
  auto_accept               = true
}

resource "aws_route_table" "a" {
  vpc_id = aws_vpc.a.id
  route {
    cidr_block                = aws_vpc.b.cidr_block
    vpc_peering_connection_id = aws_vpc_peering_connection.ab.id
  }
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.a.id
}

resource "aws_route" "b_to_a" {
  route_table_id            = aws_vpc.b.main_route_table_id
  destination_cidr_block    = aws_vpc.a.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.ab.id
}

resource "aws_route" "b_to_c" {
  route_table_id            = aws_vpc.b.main_route_table_id
  destination_cidr_block    = aws_vpc.c.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.bc.id
}

resource "aws_route" "c_to_b" {
  provider                  = aws.west
  route_table_id            = aws_vpc.c.main_route_table_id
  destination_cidr_block    = aws_vpc.b.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.bc.id
}

locals {
  peers = "10.0.0.0/8"
}

resource "aws_security_group" "a" {
  name        = "web"
  description = "443 from the private ranges"
  vpc_id      = aws_vpc.a.id
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = [local.peers]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "b" {
  name        = "web"
  description = "443 from the group of A, over the peering"
  vpc_id      = aws_vpc.b.id
}

resource "aws_vpc_security_group_ingress_rule" "b" {
  security_group_id            = aws_security_group.b.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.a.id
  depends_on                   = [aws_vpc_peering_connection.ab]
}

resource "aws_vpc_security_group_egress_rule" "b" {
  security_group_id = aws_security_group.b.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_network_acl" "b" {
  vpc_id     = aws_vpc.b.id
  subnet_ids = [aws_subnet.b.id]
  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = local.peers
    from_port  = 443
    to_port    = 443
  }
  ingress {
    rule_no    = 110
    protocol   = "tcp"
    action     = "allow"
    cidr_block = local.peers
    from_port  = 1024
    to_port    = 65535
  }
  egress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = local.peers
    from_port  = 443
    to_port    = 443
  }
  egress {
    rule_no    = 110
    protocol   = "tcp"
    action     = "allow"
    cidr_block = local.peers
    from_port  = 1024
    to_port    = 65535
  }
}

resource "aws_network_interface" "a" {
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.a.id]
}

resource "aws_network_interface" "b" {
  subnet_id       = aws_subnet.b.id
  security_groups = [aws_security_group.b.id]
}

resource "aws_network_interface" "c" {
  provider  = aws.west
  subnet_id = aws_subnet.c.id
}

resource "aws_ec2_network_insights_path" "a_to_b" {
  source           = aws_network_interface.a.id
  destination      = aws_network_interface.b.id
  protocol         = "tcp"
  destination_port = 443
}

resource "aws_ec2_network_insights_analysis" "a_to_b" {
  network_insights_path_id = aws_ec2_network_insights_path.a_to_b.id
  depends_on = [
    aws_route.b_to_a, aws_route_table_association.a, aws_network_acl.b, aws_vpc_security_group_ingress_rule.b,
    aws_vpc_security_group_egress_rule.b,
  ]
}

output "interfaces" {
  value = {
    a = aws_network_interface.a.id
    b = aws_network_interface.b.id
    c = aws_network_interface.c.id
  }
}

output "a_reaches_b" {
  value = aws_ec2_network_insights_analysis.a_to_b.path_found
}
