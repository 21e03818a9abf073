# Keys, secrets and parameters as modules make them: apply, plan (no changes), change, plan, destroy.

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
    ec2            = var.endpoint
    iam            = var.endpoint
    kms            = var.endpoint
    secretsmanager = var.endpoint
    ssm            = var.endpoint
    sts            = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

resource "aws_kms_key" "app" {
  description             = var.changed ? "app, changed" : "app"
  enable_key_rotation     = true
  rotation_period_in_days = var.changed ? 180 : 90
  deletion_window_in_days = 7
  tags                    = { team = var.changed ? "b" : "a" }
}

resource "aws_kms_alias" "app" {
  name          = "alias/app"
  target_key_id = aws_kms_key.app.key_id
}

resource "aws_kms_key" "signing" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
  deletion_window_in_days  = 7
}

resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_kms_grant" "app" {
  name              = "app"
  key_id            = aws_kms_key.app.key_id
  grantee_principal = aws_iam_role.app.arn
  operations        = ["Encrypt", "Decrypt", "GenerateDataKey"]
  constraints {
    encryption_context_equals = { app = "one" }
  }
}

resource "aws_secretsmanager_secret" "db" {
  name                    = "app/db"
  description             = var.changed ? "changed" : "as it was"
  kms_key_id              = aws_kms_key.app.arn
  recovery_window_in_days = 0
  tags                    = { team = "a" }
}

resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = var.changed ? "two" : "one"
}

resource "aws_ssm_parameter" "url" {
  name  = "/app/url"
  type  = "String"
  value = var.changed ? "https://two" : "https://one"
  tags  = { team = "a" }
}

resource "aws_ssm_parameter" "password" {
  name   = "/app/password"
  type   = "SecureString"
  value  = var.changed ? "two" : "one"
  key_id = aws_kms_alias.app.name
}

resource "aws_kms_key_policy" "signing" {
  key_id = aws_kms_key.signing.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Owner"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Use"
        Effect    = "Allow"
        Principal = { AWS = aws_iam_role.app.arn }
        Action    = var.changed ? ["kms:Sign", "kms:Verify"] : ["kms:Verify"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_external_key" "own" {
  description             = "own"
  key_material_base64     = "dbNkUhyP0EMX9pNmW8K1qIQmWHWv0SfVhkMOhLRg3Rc="
  deletion_window_in_days = 7
  enabled                 = true
}

resource "aws_secretsmanager_secret_policy" "db" {
  secret_arn = aws_secretsmanager_secret.db.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_role.app.arn }
      Action    = var.changed ? "secretsmanager:*" : "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}
