# Capacity Reservations and instances in them: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "instances" {
  description = "For how many instances there is room."
  type        = number
  default     = 2
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

resource "aws_ec2_capacity_reservation" "targeted" {
  instance_type           = "t3.micro"
  instance_platform       = "Linux/UNIX"
  availability_zone       = "eu-west-1b"
  instance_count          = var.instances
  instance_match_criteria = "targeted"
  tags                    = { Name = "targeted" }
}

resource "aws_ec2_capacity_reservation" "dated" {
  instance_type     = "t3.small"
  instance_platform = "Linux/UNIX"
  availability_zone = "eu-west-1a"
  instance_count    = 1
  ebs_optimized     = true
  end_date_type     = "limited"
  end_date          = "2199-01-01T00:00:00Z"
}

resource "aws_instance" "inside" {
  ami           = "ami-0c55b159cbfafe1f0"
  instance_type = "t3.micro"
  capacity_reservation_specification {
    capacity_reservation_target {
      capacity_reservation_id = aws_ec2_capacity_reservation.targeted.id
    }
  }
}

resource "aws_instance" "outside" {
  ami           = "ami-0c55b159cbfafe1f0"
  instance_type = "t3.micro"
  capacity_reservation_specification {
    capacity_reservation_preference = "none"
  }
}
