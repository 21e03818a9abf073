# A transit gateway and a prefix list of one account, used by another: apply, plan (no changes), destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

locals {
  spoke = "210987654321"
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    ram = var.endpoint
    sts = var.endpoint
  }
}

# The access key is the account.
provider "aws" {
  alias                       = "spoke"
  region                      = "eu-west-1"
  access_key                  = local.spoke
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    ram = var.endpoint
    sts = var.endpoint
  }
}

resource "aws_ec2_transit_gateway" "hub" {
  description = "hub"
}

resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5
  entry {
    cidr        = "10.1.0.0/16"
    description = "hub"
  }
}

resource "aws_ram_resource_share" "network" {
  name                      = "network"
  allow_external_principals = true
  tags                      = { team = "core" }
}

resource "aws_ram_resource_association" "gateway" {
  resource_arn       = aws_ec2_transit_gateway.hub.arn
  resource_share_arn = aws_ram_resource_share.network.arn
}

resource "aws_ram_resource_association" "list" {
  resource_arn       = aws_ec2_managed_prefix_list.offices.arn
  resource_share_arn = aws_ram_resource_share.network.arn
}

resource "aws_ram_principal_association" "spoke" {
  principal          = local.spoke
  resource_share_arn = aws_ram_resource_share.network.arn
}

resource "aws_ram_resource_share_accepter" "spoke" {
  provider   = aws.spoke
  share_arn  = aws_ram_principal_association.spoke.resource_share_arn
  depends_on = [aws_ram_resource_association.gateway, aws_ram_resource_association.list]
}

resource "aws_vpc" "spoke" {
  provider   = aws.spoke
  cidr_block = "10.2.0.0/16"
}

resource "aws_subnet" "spoke" {
  provider   = aws.spoke
  vpc_id     = aws_vpc.spoke.id
  cidr_block = "10.2.0.0/24"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "spoke" {
  provider           = aws.spoke
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.spoke.id
  subnet_ids         = [aws_subnet.spoke.id]
  depends_on         = [aws_ram_resource_share_accepter.spoke]
}

resource "aws_ec2_transit_gateway_vpc_attachment_accepter" "spoke" {
  transit_gateway_attachment_id = aws_ec2_transit_gateway_vpc_attachment.spoke.id
  tags                          = { Name = "spoke" }
}

resource "aws_route_table" "spoke" {
  provider = aws.spoke
  vpc_id   = aws_vpc.spoke.id
}

resource "aws_route" "offices" {
  provider                   = aws.spoke
  route_table_id             = aws_route_table.spoke.id
  destination_prefix_list_id = aws_ec2_managed_prefix_list.offices.id
  transit_gateway_id         = aws_ec2_transit_gateway.hub.id
  depends_on                 = [aws_ec2_transit_gateway_vpc_attachment_accepter.spoke]
}
