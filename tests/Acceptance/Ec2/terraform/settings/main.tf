# What an account allows in a region: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "state" {
  description = "How far snapshots are kept from being public."
  type        = string
  default     = "block-all-sharing"
}

variable "serial" {
  description = "Whether serial consoles may be reached."
  type        = bool
  default     = true
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

resource "aws_ec2_serial_console_access" "here" {
  enabled = var.serial
}

resource "aws_ebs_snapshot_block_public_access" "here" {
  state = var.state
}

data "aws_ec2_serial_console_access" "here" {
  depends_on = [aws_ec2_serial_console_access.here]
}
