# VPC endpoints of both types with what hangs on them, and endpoint services with an endpoint of the same and of another
# account.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  type    = string
  default = "http://localhost:4566"
}

variable "zones" {
  type    = number
  default = 2
}

variable "action" {
  type    = string
  default = "dynamodb:*"
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "123456789012"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    sns = var.endpoint
    sts = var.endpoint
  }
}

provider "aws" {
  alias                       = "consumer"
  region                      = "eu-west-1"
  access_key                  = "210987654321"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2 = var.endpoint
    sts = var.endpoint
  }
}

locals {
  balancers = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net"
}

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "main" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

resource "aws_route_table" "main" {
  count  = 2
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "main" {
  vpc_id = aws_vpc.main.id
  name   = "endpoints"
}

data "aws_vpc_endpoint_service" "s3" {
  service      = "s3"
  service_type = "Gateway"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = data.aws_vpc_endpoint_service.s3.service_name
  tags         = { Name = "s3" }
}

resource "aws_vpc_endpoint_route_table_association" "s3" {
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  route_table_id  = aws_route_table.main[0].id
}

resource "aws_vpc_endpoint" "dynamodb" {
  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.eu-west-1.dynamodb"
  route_table_ids = [aws_route_table.main[1].id]
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = var.action, Resource = "*" }]
  })
}

resource "aws_vpc_endpoint" "sts" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.eu-west-1.sts"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = slice(aws_subnet.main[*].id, 0, var.zones)
  security_group_ids  = [aws_security_group.main.id]
  private_dns_enabled = true
}

resource "aws_vpc_endpoint" "kms" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type = "Interface"
}

resource "aws_vpc_endpoint_security_group_association" "kms" {
  vpc_endpoint_id             = aws_vpc_endpoint.kms.id
  security_group_id           = aws_security_group.main.id
  replace_default_association = true
}

resource "aws_vpc_endpoint_service" "open" {
  acceptance_required        = true
  allowed_principals         = ["*"]
  supported_regions          = ["eu-west-1", "us-east-1"]
  private_dns_name           = "pay.example.com"
  network_load_balancer_arns = ["${local.balancers}/a/50dc6c495c0c9188"]
}

resource "aws_vpc_endpoint" "own" {
  vpc_id            = aws_vpc.main.id
  service_name      = aws_vpc_endpoint_service.open.service_name
  vpc_endpoint_type = "Interface"
  auto_accept       = true
  subnet_ids        = [aws_subnet.main[1].id]

  subnet_configuration {
    ipv4      = "10.0.1.99"
    subnet_id = aws_subnet.main[1].id
  }
}

resource "aws_vpc_endpoint_service" "closed" {
  acceptance_required        = true
  network_load_balancer_arns = ["${local.balancers}/b/50dc6c495c0c9188"]
}

resource "aws_vpc_endpoint_service_allowed_principal" "consumer" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.closed.id
  principal_arn           = "arn:aws:iam::210987654321:root"
}

resource "aws_sns_topic" "told" {
  name = "told"
}

resource "aws_sns_topic_policy" "told" {
  arn = aws_sns_topic.told.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpce.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.told.arn
      Condition = { ArnLike = { "aws:SourceArn" = aws_vpc_endpoint_service.closed.arn } }
    }]
  })
}

resource "aws_vpc_endpoint_connection_notification" "closed" {
  depends_on                  = [aws_sns_topic_policy.told]
  vpc_endpoint_service_id     = aws_vpc_endpoint_service.closed.id
  connection_notification_arn = aws_sns_topic.told.arn
  connection_events           = ["Accept", "Connect", "Delete", "Reject"]
}

resource "aws_vpc" "consumer" {
  provider   = aws.consumer
  cidr_block = "10.9.0.0/16"
}

resource "aws_vpc_endpoint" "consumer" {
  provider          = aws.consumer
  vpc_id            = aws_vpc.consumer.id
  service_name      = aws_vpc_endpoint_service.closed.service_name
  vpc_endpoint_type = "Interface"
  depends_on        = [aws_vpc_endpoint_service_allowed_principal.consumer]
}

resource "aws_vpc_endpoint_connection_accepter" "consumer" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.closed.id
  vpc_endpoint_id         = aws_vpc_endpoint.consumer.id
}

output "accepted" {
  value = aws_vpc_endpoint_connection_accepter.consumer.vpc_endpoint_state
}
