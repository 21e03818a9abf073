# Snapshots and images, in two regions: apply, plan (no changes), destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "shared" {
  description = "Whether another account may launch the image."
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

provider "aws" {
  alias                       = "far"
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

data "aws_ami" "linux" {
  most_recent = true
  owners      = ["amazon"]
  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-x86_64"]
  }
}

resource "aws_instance" "builder" {
  ami           = data.aws_ami.linux.id
  instance_type = "t3.micro"
  tags          = { Name = "builder" }
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 10
}

resource "aws_ebs_snapshot" "data" {
  volume_id   = aws_ebs_volume.data.id
  description = "of the data"
  tags        = { Name = "data" }
}

resource "aws_ebs_snapshot_copy" "far" {
  provider           = aws.far
  source_snapshot_id = aws_ebs_snapshot.data.id
  source_region      = "eu-west-1"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  tags               = { Name = "far" }
}

resource "aws_snapshot_create_volume_permission" "data" {
  snapshot_id = aws_ebs_snapshot.data.id
  account_id  = "210987654321"
}

resource "aws_ami" "registered" {
  name                = "registered"
  virtualization_type = "hvm"
  ena_support         = true
  root_device_name    = "/dev/xvda"
  deprecation_time    = "2030-01-01T00:00:00Z"
  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = aws_ebs_snapshot.data.id
    volume_size = 12
    volume_type = "gp3"
  }
}

resource "aws_ami_from_instance" "built" {
  name               = "built"
  source_instance_id = aws_instance.builder.id
  tags               = { Name = "built" }
}

resource "aws_ami_copy" "far" {
  provider          = aws.far
  name              = "copied"
  source_ami_id     = aws_ami_from_instance.built.id
  source_ami_region = "eu-west-1"
  encrypted         = true
}

resource "aws_ami_launch_permission" "other" {
  count      = var.shared ? 1 : 0
  image_id   = aws_ami_from_instance.built.id
  account_id = "210987654321"
}

data "aws_ami" "mine" {
  owners      = ["self"]
  most_recent = true
  filter {
    name   = "name"
    values = ["buil*"]
  }
  filter {
    name   = "source-instance-id"
    values = [aws_instance.builder.id]
  }
  depends_on = [aws_ami_from_instance.built]
}

resource "aws_instance" "copy" {
  ami           = data.aws_ami.mine.id
  instance_type = "t3.micro"
  tags          = { Name = "copy" }
}
