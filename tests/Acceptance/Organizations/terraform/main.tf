# An organization as landing zones make it: apply, plan (no changes), change, plan, close the account, destroy.

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

variable "accounts" {
  description = "Whether the member account is there."
  type        = bool
  default     = true
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  endpoints {
    iam           = var.endpoint
    organizations = var.endpoint
    sts           = var.endpoint
  }
}

resource "aws_organizations_organization" "main" {
  feature_set                   = "ALL"
  enabled_policy_types          = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]
  aws_service_access_principals = ["access-analyzer.amazonaws.com", "iam.amazonaws.com"]
}

resource "aws_iam_organizations_features" "roots" {
  enabled_features = var.changed ? ["RootSessions"] : ["RootCredentialsManagement", "RootSessions"]
  depends_on       = [aws_organizations_organization.main]
}

locals {
  root    = aws_organizations_organization.main.roots[0].id
  work    = aws_organizations_organizational_unit.work.id
  shop    = aws_organizations_organizational_unit.shop.id
  regions = var.changed ? ["eu-west-1", "us-east-1"] : ["eu-west-1"]
}

resource "aws_organizations_organizational_unit" "work" {
  name      = var.changed ? "work" : "workloads"
  parent_id = local.root
  tags      = { team = var.changed ? "new" : "old" }
}

resource "aws_organizations_organizational_unit" "shop" {
  name      = "shop"
  parent_id = aws_organizations_organizational_unit.work.id
}

resource "aws_organizations_account" "dev" {
  count             = var.accounts ? 1 : 0
  name              = "dev"
  email             = "dev@example.com"
  parent_id         = var.changed ? local.shop : local.work
  role_name         = "OrganizationAccountAccessRole"
  close_on_deletion = true
  tags              = { stage = var.changed ? "two" : "one" }
  lifecycle {
    ignore_changes = [role_name]
  }
}

resource "aws_organizations_policy" "regions" {
  name        = "regions"
  description = var.changed ? "Two regions" : "One region"
  type        = "SERVICE_CONTROL_POLICY"
  depends_on  = [aws_organizations_organization.main]
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Regions"
      Effect    = "Deny"
      NotAction = ["iam:*", "organizations:*", "sts:*"]
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = local.regions } }
    }]
  })
}

resource "aws_organizations_policy" "perimeter" {
  name = "perimeter"
  type = "RESOURCE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Ours"
      Effect    = "Deny"
      Principal = "*"
      Action    = var.changed ? ["s3:*", "sqs:*"] : ["s3:*"]
      Resource  = "*"
      Condition = {
        StringNotEqualsIfExists = { "aws:PrincipalOrgID" = aws_organizations_organization.main.id }
        BoolIfExists            = { "aws:PrincipalIsAWSService" = "false" }
      }
    }]
  })
  tags = { of = "data" }
}

resource "aws_organizations_policy_attachment" "root" {
  policy_id = aws_organizations_policy.perimeter.id
  target_id = local.root
}

resource "aws_organizations_policy_attachment" "unit" {
  policy_id = aws_organizations_policy.regions.id
  target_id = aws_organizations_organizational_unit.work.id
}

resource "aws_organizations_policy_attachment" "account" {
  count     = var.accounts ? 1 : 0
  policy_id = aws_organizations_policy.regions.id
  target_id = aws_organizations_account.dev[0].id
}

resource "aws_organizations_delegated_administrator" "analyzer" {
  count             = var.accounts ? 1 : 0
  account_id        = aws_organizations_account.dev[0].id
  service_principal = "access-analyzer.amazonaws.com"
}

data "aws_organizations_organization" "seen" {
  depends_on = [aws_organizations_organization.main]
}

data "aws_organizations_organizational_units" "below" {
  parent_id  = aws_organizations_organizational_unit.work.id
  depends_on = [aws_organizations_organizational_unit.shop]
}
