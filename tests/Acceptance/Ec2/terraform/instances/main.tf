# Instances with what belongs to them: apply, plan (no changes), destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "protected" {
  description = "Whether the web server may be stopped."
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

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
  filter {
    name   = "virtualization-type"
    values = ["hvm"]
  }
}

data "aws_ec2_instance_type" "small" {
  instance_type = "t3.micro"
}

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "through" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
}

resource "aws_key_pair" "mine" {
  key_name   = "mine"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHgdq/WiDqFVpQb7Dx8AOESH+iUaemVEy/aAsUxjY7HM mine"
}

resource "aws_instance" "web" {
  ami                                  = data.aws_ami.linux.id
  instance_type                        = data.aws_ec2_instance_type.small.instance_type
  subnet_id                            = aws_subnet.public.id
  vpc_security_group_ids               = [aws_security_group.web.id]
  key_name                             = aws_key_pair.mine.key_name
  user_data                            = "#!/bin/sh\necho hello\n"
  disable_api_stop                     = var.protected
  instance_initiated_shutdown_behavior = "terminate"
  monitoring                           = true
  metadata_options {
    http_tokens = "required"
  }
  credit_specification {
    cpu_credits = "standard"
  }
  tags = { Name = "web" }
}

resource "aws_network_interface" "second" {
  subnet_id = aws_subnet.public.id
}

resource "aws_network_interface_attachment" "second" {
  instance_id          = aws_instance.web.id
  network_interface_id = aws_network_interface.second.id
  device_index         = 1
}

resource "aws_instance" "nat" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "t3.micro"
  subnet_id         = aws_subnet.public.id
  source_dest_check = false
}

resource "aws_eip" "nat" {
  domain     = "vpc"
  instance   = aws_instance.nat.id
  depends_on = [aws_internet_gateway.main]
}

resource "aws_network_interface" "first" {
  subnet_id = aws_subnet.public.id
}

resource "aws_instance" "given" {
  ami           = data.aws_ami.linux.id
  instance_type = "t2.micro"
  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.first.id
  }
}

output "web" {
  value = aws_instance.web.id
}
