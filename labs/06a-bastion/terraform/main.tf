# The network of lab 06a as Terraform: apply, plan (no changes), destroy.

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

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "lab-06a" }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "tier" {
  for_each          = { public = "10.0.0.0/24", application = "10.0.1.0/24", database = "10.0.2.0/24" }
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = "us-east-1a"
  tags              = { Name = each.key }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.tier["public"].id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "role" {
  for_each = {
    bastion  = "22 from the office"
    web      = "443 from everywhere"
    server   = "22 from the bastions, 8080 from the web"
    database = "5432 from the servers"
  }
  name        = each.key
  description = each.value
  vpc_id      = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = aws_security_group.role["bastion"].id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "203.0.113.0/24"
}

resource "aws_vpc_security_group_ingress_rule" "everybody" {
  security_group_id = aws_security_group.role["web"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "between" {
  for_each = {
    ssh      = { from = "bastion", to = "server", port = 22 }
    http     = { from = "web", to = "server", port = 8080 }
    postgres = { from = "server", to = "database", port = 5432 }
  }
  security_group_id            = aws_security_group.role[each.value.to].id
  referenced_security_group_id = aws_security_group.role[each.value.from].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "all" {
  for_each          = aws_security_group.role
  security_group_id = each.value.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

locals {
  instances = {
    bastion  = { subnet = "public", public = true }
    web      = { subnet = "public", public = true }
    server   = { subnet = "application", public = false }
    database = { subnet = "database", public = false }
  }
}

resource "aws_instance" "role" {
  for_each                    = local.instances
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.tier[each.value.subnet].id
  vpc_security_group_ids      = [aws_security_group.role[each.key].id]
  associate_public_ip_address = each.value.public
  tags                        = { Name = each.key }
}

resource "aws_ec2_network_insights_path" "ssh" {
  for_each         = { bastion = "server", web = "server" }
  source           = aws_instance.role[each.key].id
  destination      = aws_instance.role[each.value].id
  protocol         = "tcp"
  destination_port = 22
}

resource "aws_ec2_network_insights_analysis" "ssh" {
  for_each                 = aws_ec2_network_insights_path.ssh
  network_insights_path_id = each.value.id
  depends_on = [
    aws_vpc_security_group_ingress_rule.between, aws_vpc_security_group_egress_rule.all,
    aws_vpc_security_group_ingress_rule.office,
  ]
}

output "ssh" {
  value = { for name, analysis in aws_ec2_network_insights_analysis.ssh : name => analysis.path_found }
}
