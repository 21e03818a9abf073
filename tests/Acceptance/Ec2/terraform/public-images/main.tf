# Public images that nothing here knows, images that parameters name, processor options: apply, plan (no changes),
# destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    autoscaling = var.endpoint
    ec2         = var.endpoint
    ssm         = var.endpoint
    sts         = var.endpoint
  }
}

data "aws_ami" "given" {
  filter {
    name   = "image-id"
    values = ["ami-0c55b159cbfafe1f0"]
  }
}

data "aws_ssm_parameter" "linux" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

data "aws_ssm_parameters_by_path" "linux" {
  path = "/aws/service/ami-amazon-linux-latest"
}

resource "aws_launch_configuration" "web" {
  name          = "web"
  image_id      = data.aws_ami.given.id
  instance_type = "t3.micro"
  root_block_device {
    volume_size = 20
    volume_type = "gp3"
  }
}

resource "aws_autoscaling_group" "web" {
  name                 = "web"
  launch_configuration = aws_launch_configuration.web.name
  availability_zones   = ["eu-west-1a"]
  min_size             = 1
  max_size             = 1
}

resource "aws_ami_copy" "own" {
  name              = "own"
  source_ami_id     = "ami-0c55b159cbfafe1f0"
  source_ami_region = "us-east-1"
}

resource "aws_ssm_parameter" "golden" {
  name      = "/golden"
  type      = "String"
  data_type = "aws:ec2:image"
  value     = data.aws_ssm_parameter.linux.value
}

resource "aws_launch_template" "golden" {
  name          = "golden"
  image_id      = "resolve:ssm:${aws_ssm_parameter.golden.name}"
  instance_type = "m5.xlarge"
  cpu_options {
    core_count       = 2
    threads_per_core = 1
  }
}

resource "aws_instance" "golden" {
  launch_template {
    id      = aws_launch_template.golden.id
    version = aws_launch_template.golden.latest_version
  }
}

resource "aws_instance" "cores" {
  ami           = data.aws_ssm_parameter.linux.value
  instance_type = "m5.4xlarge"
  cpu_options {
    core_count       = 4
    threads_per_core = 1
  }
}

output "paths" {
  value = length(data.aws_ssm_parameters_by_path.linux.names)
}

output "golden" {
  value = aws_instance.golden.cpu_options[0].threads_per_core
}
