# Identity as modules make it: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  description = "Where Orrery listens."
  type        = string
}

variable "changed" {
  description = "Whether things are as they become."
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
    iam = var.endpoint
    sts = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

data "aws_iam_policy" "read" {
  arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

data "aws_iam_policy_document" "bucket" {
  statement {
    sid       = var.changed ? "Write" : "Read"
    actions   = var.changed ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"]
    resources = ["arn:aws:s3:::data/*"]
  }
}

data "aws_iam_policy_document" "ec2" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "ci" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.ci.arn]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/*"]
    }
  }
}

data "aws_iam_policy_document" "ann" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.ann.arn]
    }
    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

resource "aws_iam_account_alias" "acme" {
  account_alias = var.changed ? "acme-two" : "acme"
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = var.changed ? 14 : 12
  require_lowercase_characters   = true
  require_uppercase_characters   = true
  require_numbers                = true
  require_symbols                = true
  allow_users_to_change_password = true
  password_reuse_prevention      = 5
  max_password_age               = 90
}

resource "aws_iam_policy" "bucket" {
  name        = "bucket"
  path        = "/data/"
  description = "The bucket of data"
  policy      = data.aws_iam_policy_document.bucket.json
  tags        = { team = "data" }
}

resource "aws_iam_user" "ann" {
  name                 = var.changed ? "anna" : "ann"
  path                 = "/people/"
  permissions_boundary = aws_iam_policy.bucket.arn
  force_destroy        = true
  tags                 = { team = "core" }
}

resource "aws_iam_access_key" "ann" {
  user = aws_iam_user.ann.name
}

resource "aws_iam_user_login_profile" "ann" {
  user            = aws_iam_user.ann.name
  password_length = 20
}

resource "aws_iam_virtual_mfa_device" "phone" {
  virtual_mfa_device_name = "phone"
}

resource "aws_iam_user_ssh_key" "ann" {
  username   = aws_iam_user.ann.name
  encoding   = "SSH"
  public_key = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC3q9oRUyc1RE5vlOOEFshxX0fGniB0iJKw1oDuuqV5Gx7nsguANjZXxAsU1jgAwhbzgu6/dafCXj85xvVxCJWSKBXdLWw0+bEZmKmWyfsg8X9wXIY++8vFDjhwB1AXnloTgnYS6+vl72UsDFU3ZPDtFscb2WkCSqM08fpeMn2ktCOVGq2DlJpVULAGftkHGS8XEX1+c3JXnCvi3vtFPNq+BpabzvhU7BSoZ4brrygs2I/P8L4XcJ2Ec0b1cjwxnZkRh4IN2KNUdbIWXjotoapCd9CeWYeZ28HRICHkaeJhNDiZtNMyIZUB2nEtoMLlu3u8ysqpEarVZddB/g+mPnsf"
}

resource "aws_iam_user_policy" "own" {
  name = "own"
  user = aws_iam_user.ann.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:ChangePassword", Resource = "*" }]
  })
}

resource "aws_iam_group" "people" {
  name = "people"
  path = "/groups/"
}

resource "aws_iam_group_membership" "people" {
  name  = "people"
  group = aws_iam_group.people.name
  users = [aws_iam_user.ann.name]
}

resource "aws_iam_group_policy" "list" {
  name  = "list"
  group = aws_iam_group.people.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:ListUsers", "iam:GetUser"], Resource = "*" }]
  })
}

resource "aws_iam_group_policy_attachment" "read" {
  group      = aws_iam_group.people.name
  policy_arn = data.aws_iam_policy.read.arn
}

resource "aws_iam_user_policy_attachment" "bucket" {
  user       = aws_iam_user.ann.name
  policy_arn = aws_iam_policy.bucket.arn
}

resource "aws_iam_role" "app" {
  name                 = "app"
  description          = "The application"
  assume_role_policy   = data.aws_iam_policy_document.ec2.json
  max_session_duration = var.changed ? 7200 : 3600
  tags                 = var.changed ? { team = "core", level = "2" } : { team = "app" }
}

resource "aws_iam_role_policy" "inline" {
  name   = "inline"
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.bucket.json
}

resource "aws_iam_role_policy_attachment" "app" {
  for_each   = toset(["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"])
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

resource "aws_iam_instance_profile" "app" {
  name = "app"
  path = "/apps/"
  role = aws_iam_role.app.name
  tags = { team = "app" }
}

resource "aws_instance" "app" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.app.name
}

resource "aws_iam_role" "admin" {
  name               = "admin"
  assume_role_policy = data.aws_iam_policy_document.ann.json
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = var.changed ? ["sts.amazonaws.com", "other"] : ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}

resource "aws_iam_role" "ci" {
  name               = "ci"
  path               = "/ci/"
  assume_role_policy = data.aws_iam_policy_document.ci.json
}

resource "aws_iam_service_linked_role" "spot" {
  aws_service_name = "spot.amazonaws.com"
}

output "account" {
  value = data.aws_caller_identity.me.account_id
}
