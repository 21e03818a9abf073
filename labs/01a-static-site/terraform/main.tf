# The site of lab 01a as Terraform: apply, plan (no changes), destroy.

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
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  s3_use_path_style           = true
  endpoints {
    s3  = var.endpoint
    sts = var.endpoint
  }
}

locals {
  pages = {
    "index.html"      = "<h1>Home</h1>"
    "docs/index.html" = "<h1>Docs</h1>"
    "error.html"      = "<h1>Nothing here</h1>"
  }
}

resource "aws_s3_bucket" "site" {
  bucket = "a-static-site"
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket                  = aws_s3_bucket.site.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "everybody" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.site.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "site" {
  bucket     = aws_s3_bucket.site.id
  policy     = data.aws_iam_policy_document.everybody.json
  depends_on = [aws_s3_bucket_public_access_block.site]
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  index_document {
    suffix = "index.html"
  }
  error_document {
    key = "error.html"
  }
}

resource "aws_s3_object" "page" {
  for_each     = local.pages
  bucket       = aws_s3_bucket.site.id
  key          = each.key
  content      = each.value
  content_type = "text/html"
}

output "site" {
  description = "Where the site is, with the port of Orrery behind it."
  value       = "http://${aws_s3_bucket.site.id}.s3-website.localhost"
}
