# The identities of lab 06b as Terraform, in an organization: apply, plan (no changes), destroy.

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
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    accessanalyzer = var.endpoint
    iam            = var.endpoint
    organizations  = var.endpoint
    sts            = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

resource "aws_iam_policy" "boundary" {
  name = "boundary"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:*", "iam:Get*"], Resource = "*" }]
  })
}

resource "aws_iam_user" "dev" {
  name                 = "dev"
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_role" "operator" {
  name = "operator"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_user.dev.arn }
      Action    = "sts:AssumeRole"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

resource "aws_organizations_organization" "main" {
  aws_service_access_principals = ["access-analyzer.amazonaws.com"]
  enabled_policy_types          = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]
}

resource "aws_organizations_organizational_unit" "workloads" {
  name      = "workloads"
  parent_id = aws_organizations_organization.main.roots[0].id
  tags      = { Lab = "06b" }
}

resource "aws_organizations_account" "dev" {
  name              = "dev"
  email             = "dev@example.com"
  parent_id         = aws_organizations_organizational_unit.workloads.id
  close_on_deletion = true
}

resource "aws_organizations_policy" "regions" {
  name = "regions"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*", "organizations:*", "sts:*"]
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = "eu-west-1" } }
    }]
  })
}

resource "aws_organizations_policy_attachment" "workloads" {
  policy_id = aws_organizations_policy.regions.id
  target_id = aws_organizations_organizational_unit.workloads.id
}

resource "aws_organizations_delegated_administrator" "analyzer" {
  account_id        = aws_organizations_account.dev.id
  service_principal = "access-analyzer.amazonaws.com"
  depends_on        = [aws_organizations_organization.main]
}

resource "aws_accessanalyzer_analyzer" "main" {
  analyzer_name = "main"
  type          = "ACCOUNT"
}

resource "aws_accessanalyzer_archive_rule" "partner" {
  analyzer_name = aws_accessanalyzer_analyzer.main.analyzer_name
  rule_name     = "partner"
  filter {
    criteria = "principal.AWS"
    eq       = ["999988887777"]
  }
}

output "account" {
  value = aws_organizations_account.dev.id
}
