# Instances of all kinds: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "changed" {
  description = "Whether types, names and monitoring are the second ones."
  type        = bool
  default     = false
}

provider "aws" {
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

resource "aws_key_pair" "operator" {
  key_name   = "operator"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKFYPqwKpQgo3C3AE9OKBFaKnrhz63bGdAb1H9Tkra operator"
}

resource "aws_placement_group" "apart" {
  name     = "apart"
  strategy = "spread"
}

resource "aws_launch_template" "web" {
  name                   = "web"
  image_id               = "ami-0123456789abcdef0"
  instance_type          = var.changed ? "t3.small" : "t3.micro"
  key_name               = aws_key_pair.operator.key_name
  update_default_version = true

  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      volume_size = 20
      volume_type = "gp3"
    }
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Role = "web" }
  }
}

resource "aws_instance" "of_template" {
  placement_group = aws_placement_group.apart.name

  launch_template {
    id = aws_launch_template.web.id
    # Were it $Default, Terraform would replace the instance once the default moves on: an instance stays what it was
    # launched of.
    version = "1"
  }

  tags = { Name = var.changed ? "second" : "first" }
}

resource "aws_instance" "plain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.changed ? "m5.xlarge" : "m5.large"
  monitoring    = var.changed
  user_data     = "#!/bin/sh\necho ready\n"
}

resource "aws_spot_instance_request" "cheap" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "m5.large"
  spot_price           = "0.2"
  spot_type            = "persistent"
  wait_for_fulfillment = true

  tags = { Name = "cheap" }
}

resource "aws_instance" "interruptible" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"

  instance_market_options {
    market_type = "spot"

    spot_options {
      spot_instance_type = "one-time"
    }
  }
}
