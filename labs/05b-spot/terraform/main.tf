# The fleet of lab 05b as Terraform, with the queue that hears of its notices: apply, plan (no changes), destroy.

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
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    ec2    = var.endpoint
    events = var.endpoint
    sqs    = var.endpoint
    sts    = var.endpoint
  }
}

locals {
  zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  types = ["m5.large", "m5a.large", "m6i.large", "c5.large", "c6i.large"]
}

resource "aws_vpc" "spot" {
  cidr_block = "10.5.0.0/16"
  tags       = { Name = "lab-05b" }
}

resource "aws_subnet" "zone" {
  count             = length(local.zones)
  vpc_id            = aws_vpc.spot.id
  cidr_block        = cidrsubnet(aws_vpc.spot.cidr_block, 8, count.index)
  availability_zone = local.zones[count.index]
}

resource "aws_launch_template" "spot" {
  name          = "lab-05b"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  tag_specifications {
    resource_type = "instance"
    tags          = { lab = "05b-many" }
  }
}

resource "aws_ec2_fleet" "many" {
  type                = "maintain"
  terminate_instances = true
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.spot.id
      version            = aws_launch_template.spot.latest_version
    }
    dynamic "override" {
      for_each = setproduct(aws_subnet.zone[*].id, local.types)
      content {
        subnet_id     = override.value[0]
        instance_type = override.value[1]
      }
    }
  }
  target_capacity_specification {
    default_target_capacity_type = "spot"
    total_target_capacity        = 4
  }
  spot_options {
    allocation_strategy = "price-capacity-optimized"
    maintenance_strategies {
      capacity_rebalance {
        replacement_strategy = "launch-before-terminate"
        termination_delay    = 120
      }
    }
  }
  # AWS tells this number for the strategy lowest-price only, and the provider takes the silence for a change
  # (hashicorp/terraform-provider-aws, issue 43176).
  lifecycle {
    ignore_changes = [spot_options[0].instance_pools_to_use_count]
  }
}

resource "aws_sqs_queue" "notices" {
  name                      = "lab-05b"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "notices" {
  queue_url = aws_sqs_queue.notices.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.notices.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.notices.arn } }
    }]
  })
}

resource "aws_cloudwatch_event_rule" "notices" {
  name = "lab-05b"
  event_pattern = jsonencode({
    source        = ["aws.ec2"]
    "detail-type" = ["EC2 Spot Instance Interruption Warning", "EC2 Instance Rebalance Recommendation"]
  })
}

resource "aws_cloudwatch_event_target" "notices" {
  rule      = aws_cloudwatch_event_rule.notices.name
  target_id = "queue"
  arn       = aws_sqs_queue.notices.arn
}

output "fulfilled" {
  value = aws_ec2_fleet.many.fulfilled_capacity
}
