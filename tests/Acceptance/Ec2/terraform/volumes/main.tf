# Volumes, alone and with instances: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "size" {
  description = "The size of the data volume in GiB."
  type        = number
  default     = 20
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
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_ebs_encryption_by_default" "on" {
  enabled = true
}

resource "aws_instance" "db" {
  ami           = data.aws_ami.linux.id
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.main.id
  volume_tags   = { Name = "db" }
  root_block_device {
    volume_type = "gp3"
    volume_size = 30
    iops        = 4000
    throughput  = 250
  }
  ebs_block_device {
    device_name           = "/dev/sdb"
    volume_size           = 5
    volume_type           = "gp2"
    delete_on_termination = true
  }
}

resource "aws_instance" "plain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.main.id
}

resource "aws_ebs_volume" "data" {
  availability_zone = aws_subnet.main.availability_zone
  size              = var.size
  type              = "gp3"
  encrypted         = true
  tags              = { Name = "data" }
  depends_on        = [aws_ebs_encryption_by_default.on]
}

resource "aws_ebs_volume" "fast" {
  availability_zone    = aws_subnet.main.availability_zone
  size                 = 10
  type                 = "io2"
  iops                 = 500
  multi_attach_enabled = true
  depends_on           = [aws_ebs_encryption_by_default.on]
}

resource "aws_volume_attachment" "data" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.data.id
  instance_id = aws_instance.plain.id
}

data "aws_ebs_volume" "found" {
  most_recent = true
  filter {
    name   = "tag:Name"
    values = ["data"]
  }
  depends_on = [aws_ebs_volume.data]
}

output "found" {
  value = data.aws_ebs_volume.found.id == aws_ebs_volume.data.id
}
