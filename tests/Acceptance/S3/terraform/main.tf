# Buckets and objects as modules make them: apply, plan (no changes), change, plan, destroy.

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
  s3_use_path_style           = true
  endpoints {
    s3        = var.endpoint
    s3control = var.endpoint
    sqs       = var.endpoint
    sts       = var.endpoint
  }
}

resource "aws_s3_bucket" "files" {
  bucket        = "files-of-terraform"
  force_destroy = true
  tags          = { Name = "files", Stage = var.changed ? "late" : "early" }
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.id
  versioning_configuration {
    status = var.changed ? "Suspended" : "Enabled"
  }
}

resource "aws_s3_bucket_ownership_controls" "files" {
  bucket = aws_s3_bucket.files.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "files" {
  bucket                  = aws_s3_bucket.files.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = !var.changed
}

resource "aws_s3_bucket_server_side_encryption_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

data "aws_iam_policy_document" "held" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.files.arn, "${aws_s3_bucket.files.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalType"
      values   = [var.changed ? "Anonymous" : "FederatedUser"]
    }
  }
}

resource "aws_s3_bucket_policy" "files" {
  bucket = aws_s3_bucket.files.id
  policy = data.aws_iam_policy_document.held.json
}

resource "aws_s3_object" "page" {
  bucket       = aws_s3_bucket.files.id
  key          = "pages/index.html"
  content      = var.changed ? "<p>late</p>" : "<p>early</p>"
  content_type = "text/html"
  tags         = { Kind = "page" }
  metadata     = { author = "terraform" }
  depends_on   = [aws_s3_bucket_versioning.files]
}

resource "aws_s3_object_copy" "copy" {
  bucket = aws_s3_bucket.files.id
  key    = "pages/copy.html"
  source = "${aws_s3_bucket.files.id}/${aws_s3_object.page.key}"

  tagging_directive = "REPLACE"
  tags              = { Kind = "copy" }
}

data "aws_s3_object" "page" {
  bucket     = aws_s3_bucket.files.id
  key        = aws_s3_object.page.key
  depends_on = [aws_s3_object.page]
}

data "aws_s3_objects" "pages" {
  bucket     = aws_s3_bucket.files.id
  prefix     = "pages/"
  depends_on = [aws_s3_object.page, aws_s3_object_copy.copy]
}

resource "aws_s3_bucket_cors_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  cors_rule {
    allowed_headers = ["*"]
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://${var.changed ? "late" : "early"}.example.com"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }
}

resource "aws_s3_bucket_website_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  index_document {
    suffix = "index.html"
  }
  error_document {
    key = "error.html"
  }
  routing_rule {
    condition {
      key_prefix_equals = "old/"
    }
    redirect {
      replace_key_prefix_with = var.changed ? "late/" : "early/"
    }
  }
}

resource "aws_s3_bucket_request_payment_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  payer  = var.changed ? "Requester" : "BucketOwner"
}

resource "aws_s3_bucket_accelerate_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  status = "Enabled"
}

resource "aws_s3_bucket_notification" "files" {
  bucket      = aws_s3_bucket.files.id
  eventbridge = true
  queue {
    queue_arn     = aws_sqs_queue.told.arn
    events        = ["s3:ObjectCreated:*"]
    filter_prefix = var.changed ? "late/" : "early/"
    filter_suffix = ".txt"
  }
  depends_on = [aws_sqs_queue_policy.told]
}

resource "aws_sqs_queue" "told" {
  name = "told-of-terraform"
}

data "aws_iam_policy_document" "told" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.told.arn]
    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

resource "aws_sqs_queue_policy" "told" {
  queue_url = aws_sqs_queue.told.id
  policy    = data.aws_iam_policy_document.told.json
}

# A bucket with lists and locks, and one that it is replicated to.
resource "aws_s3_bucket" "archive" {
  bucket              = "archive-of-terraform"
  object_lock_enabled = true
  force_destroy       = true
}

resource "aws_s3_bucket_ownership_controls" "archive" {
  bucket = aws_s3_bucket.archive.id
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "archive" {
  bucket     = aws_s3_bucket.archive.id
  acl        = "private"
  depends_on = [aws_s3_bucket_ownership_controls.archive]
}

resource "aws_s3_bucket_object_lock_configuration" "archive" {
  bucket = aws_s3_bucket.archive.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.changed ? 2 : 1
    }
  }
}

resource "aws_s3_bucket" "replica" {
  bucket        = "replica-of-terraform"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "replica" {
  bucket = aws_s3_bucket.replica.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_replication_configuration" "archive" {
  bucket = aws_s3_bucket.archive.id
  role   = "arn:aws:iam::123456789012:role/replicates"
  rule {
    id       = "all"
    status   = "Enabled"
    priority = 1
    filter {
      prefix = var.changed ? "late/" : "early/"
    }
    delete_marker_replication {
      status = "Enabled"
    }
    source_selection_criteria {
      replica_modifications {
        status = "Enabled"
      }
      sse_kms_encrypted_objects {
        status = var.changed ? "Disabled" : "Enabled"
      }
    }
    destination {
      bucket        = aws_s3_bucket.replica.arn
      storage_class = "STANDARD_IA"
      encryption_configuration {
        replica_kms_key_id = "arn:aws:kms:us-east-1:123456789012:alias/replicas"
      }
      metrics {
        status = "Enabled"
        event_threshold {
          minutes = 15
        }
      }
      replication_time {
        status = "Enabled"
        time {
          minutes = 15
        }
      }
    }
  }
  depends_on = [aws_s3_bucket_versioning.replica]
}

output "page" {
  value = data.aws_s3_object.page.body
}

resource "aws_s3_bucket" "reports" {
  bucket        = "reports-of-terraform"
  force_destroy = true
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.reports.arn}/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com", "s3.amazonaws.com"]
    }
  }
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = data.aws_iam_policy_document.reports.json
}

resource "aws_s3_bucket_logging" "files" {
  bucket        = aws_s3_bucket.files.id
  target_bucket = aws_s3_bucket.reports.id
  target_prefix = var.changed ? "late/" : "early/"
  target_object_key_format {
    partitioned_prefix {
      partition_date_source = "EventTime"
    }
  }
  depends_on = [aws_s3_bucket_policy.reports]
}

resource "aws_s3_bucket_inventory" "files" {
  bucket                   = aws_s3_bucket.files.id
  name                     = "all"
  included_object_versions = "All"
  optional_fields          = ["Size", "StorageClass", "ETag"]
  schedule {
    frequency = var.changed ? "Weekly" : "Daily"
  }
  filter {
    prefix = "pages/"
  }
  destination {
    bucket {
      format     = "CSV"
      bucket_arn = aws_s3_bucket.reports.arn
      prefix     = "inventory"
      encryption {
        sse_s3 {}
      }
    }
  }
}

resource "aws_s3_bucket_metric" "files" {
  bucket = aws_s3_bucket.files.id
  name   = "pages"
  filter {
    prefix = var.changed ? "pages/late/" : "pages/"
    tags   = { Kind = "page" }
  }
}

resource "aws_s3_bucket_analytics_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  name   = "pages"
  filter {
    prefix = var.changed ? "pages/late/" : "pages/"
  }
  storage_class_analysis {
    data_export {
      destination {
        s3_bucket_destination {
          bucket_arn = aws_s3_bucket.reports.arn
          prefix     = "analysis"
        }
      }
    }
  }
}

resource "aws_s3_bucket_intelligent_tiering_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  name   = "pages"
  status = var.changed ? "Disabled" : "Enabled"
  filter {
    prefix = "pages/"
  }
  tiering {
    access_tier = "ARCHIVE_ACCESS"
    days        = 125
  }
  tiering {
    access_tier = "DEEP_ARCHIVE_ACCESS"
    days        = 180
  }
}

# Access points: one for a VPC, and one with a policy of its own.
resource "aws_s3_access_point" "inner" {
  bucket = aws_s3_bucket.files.id
  name   = "inner-of-terraform"
  vpc_configuration {
    vpc_id = "vpc-0123456789abcdef0"
  }
}

resource "aws_s3_access_point" "front" {
  bucket = aws_s3_bucket.files.id
  name   = "front-of-terraform"
  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = false
    ignore_public_acls      = true
    restrict_public_buckets = false
  }
  lifecycle {
    ignore_changes = [policy]
  }
}

data "aws_iam_policy_document" "front" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_access_point.front.arn}/object/${var.changed ? "late" : "early"}/*"]
    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}

resource "aws_s3control_access_point_policy" "front" {
  access_point_arn = aws_s3_access_point.front.arn
  policy           = data.aws_iam_policy_document.front.json
}
