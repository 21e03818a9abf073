# Topics, queues, buses, schedules, log groups and buckets under keys of KMS, as the popular modules make them: apply,
# plan (no changes), change, plan, destroy.

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
    cloudwatch     = var.endpoint
    cloudwatchlogs = var.endpoint
    ec2            = var.endpoint
    events         = var.endpoint
    iam            = var.endpoint
    kms            = var.endpoint
    s3             = var.endpoint
    scheduler      = var.endpoint
    sns            = var.endpoint
    sqs            = var.endpoint
    sts            = var.endpoint
  }
}

provider "aws" {
  alias                       = "far"
  region                      = "eu-central-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  s3_use_path_style           = true
  endpoints {
    iam = var.endpoint
    kms = var.endpoint
    s3  = var.endpoint
    sts = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

data "aws_partition" "here" {}

locals {
  account = data.aws_caller_identity.me.account_id
  root    = "arn:${data.aws_partition.here.partition}:iam::${local.account}:root"
  key     = var.changed ? aws_kms_key.second.arn : aws_kms_key.first.arn
  alias   = var.changed ? aws_kms_alias.second.name : aws_kms_alias.first.name
}

# Keys: what services may do with them.

data "aws_iam_policy_document" "key" {
  statement {
    sid       = "Default"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = [local.root]
    }
  }

  statement {
    sid       = "Services"
    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
    resources = ["*"]
    principals {
      type = "Service"
      identifiers = [
        "cloudwatch.amazonaws.com", "events.amazonaws.com", "s3.amazonaws.com", "scheduler.amazonaws.com",
        "sns.amazonaws.com", "sqs.amazonaws.com",
      ]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }

  statement {
    sid       = "Logs"
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["logs.eu-west-1.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:${data.aws_partition.here.partition}:logs:eu-west-1:${local.account}:log-group:*"]
    }
  }
}

resource "aws_kms_key" "first" {
  description              = "first"
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  key_usage                = "ENCRYPT_DECRYPT"
  enable_key_rotation      = true
  is_enabled               = true
  multi_region             = false
  deletion_window_in_days  = 7
  policy                   = data.aws_iam_policy_document.key.json
  tags                     = { Name = "first" }
}

resource "aws_kms_alias" "first" {
  name          = "alias/sealed/first"
  target_key_id = aws_kms_key.first.key_id
}

resource "aws_kms_key" "second" {
  description             = "second"
  deletion_window_in_days = 7
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "second" {
  name          = "alias/sealed/second"
  target_key_id = aws_kms_key.second.key_id
}

resource "aws_kms_key" "far" {
  provider                = aws.far
  description             = "far"
  deletion_window_in_days = 7
}

# Queues

resource "aws_sqs_queue" "dead" {
  name                              = "sealed-dead"
  message_retention_seconds         = 1209600
  kms_master_key_id                 = local.key
  kms_data_key_reuse_period_seconds = 3600
}

resource "aws_sqs_queue" "orders" {
  name                              = "sealed"
  kms_master_key_id                 = local.alias
  kms_data_key_reuse_period_seconds = var.changed ? 600 : 300
  sqs_managed_sse_enabled           = null
}

resource "aws_sqs_queue" "plain" {
  name                    = "plain"
  kms_master_key_id       = var.changed ? null : "alias/aws/sqs"
  sqs_managed_sse_enabled = var.changed ? true : null
}

resource "aws_sqs_queue_redrive_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
}

data "aws_iam_policy_document" "queue" {
  for_each = { orders = aws_sqs_queue.orders.arn, dead = aws_sqs_queue.dead.arn }
  statement {
    sid       = "Services"
    actions   = ["sqs:SendMessage"]
    resources = [each.value]
    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com"]
    }
  }
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.url
  policy    = data.aws_iam_policy_document.queue["orders"].json
}

resource "aws_sqs_queue_policy" "dead" {
  queue_url = aws_sqs_queue.dead.url
  policy    = data.aws_iam_policy_document.queue["dead"].json
}

# Topics

resource "aws_sns_topic" "orders" {
  name              = "sealed"
  display_name      = "Sealed"
  kms_master_key_id = local.alias
  signature_version = 2
}

resource "aws_sns_topic" "plain" {
  name              = "plain"
  kms_master_key_id = var.changed ? null : "alias/aws/sns"
}

resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "pub"
      Effect    = "Allow"
      Principal = { Service = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "s3.amazonaws.com"] }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
    }]
  })
}

resource "aws_sns_topic_subscription" "orders" {
  topic_arn      = aws_sns_topic.orders.arn
  protocol       = "sqs"
  endpoint       = aws_sqs_queue.orders.arn
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn })
}

# Buses, rules and schedules

resource "aws_cloudwatch_event_bus" "orders" {
  name               = "sealed"
  description        = "Sealed events"
  kms_key_identifier = local.key
  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
}

resource "aws_cloudwatch_event_bus" "plain" {
  name               = "plain"
  kms_key_identifier = var.changed ? null : aws_kms_key.first.arn
}

resource "aws_cloudwatch_event_rule" "orders" {
  name           = "orders"
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  event_pattern  = jsonencode({ source = ["shop"] })
}

resource "aws_cloudwatch_event_target" "orders" {
  rule           = aws_cloudwatch_event_rule.orders.name
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  arn            = aws_sns_topic.orders.arn
  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
}

resource "aws_cloudwatch_event_archive" "orders" {
  name             = "sealed"
  event_source_arn = aws_cloudwatch_event_bus.orders.arn
  retention_days   = var.changed ? 14 : 7
}

data "aws_iam_policy_document" "schedules" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "schedules" {
  name               = "sealed-schedules"
  assume_role_policy = data.aws_iam_policy_document.schedules.json
}

resource "aws_iam_role_policy" "schedules" {
  name = "own"
  role = aws_iam_role.schedules.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.orders.arn },
      {
        Effect   = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource = [aws_kms_key.first.arn, aws_kms_key.second.arn]
      },
    ]
  })
}

resource "aws_scheduler_schedule" "nightly" {
  name                = "sealed"
  schedule_expression = "rate(1 hour)"
  kms_key_arn         = local.key
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_sqs_queue.orders.arn
    role_arn = aws_iam_role.schedules.arn
    input    = jsonencode({ nightly = true })
  }
}

# Logs and alarms

resource "aws_cloudwatch_log_group" "orders" {
  name              = "/sealed/orders"
  retention_in_days = 30
  kms_key_id        = local.key
  log_group_class   = "STANDARD"
}

resource "aws_cloudwatch_log_group" "plain" {
  name       = "/sealed/plain"
  kms_key_id = var.changed ? null : aws_kms_key.first.arn
}

resource "aws_cloudwatch_log_group" "later" {
  name       = "/sealed/later"
  kms_key_id = var.changed ? aws_kms_key.first.arn : null
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  pattern        = "ERROR"
  log_group_name = aws_cloudwatch_log_group.orders.name
  metric_transformation {
    name      = "Errors"
    namespace = "Sealed"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "sealed-errors"
  namespace           = "Sealed"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  period              = 60
  alarm_actions       = [aws_sns_topic.orders.arn]
}

# Buckets, and replicas of one in another region

resource "aws_s3_bucket" "orders" {
  bucket        = "sealed-orders"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = local.key
    }
  }
}

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_notification" "orders" {
  bucket = aws_s3_bucket.orders.id
  topic {
    topic_arn = aws_sns_topic.orders.arn
    events    = ["s3:ObjectCreated:*"]
  }
  queue {
    queue_arn     = aws_sqs_queue.orders.arn
    events        = ["s3:ObjectRemoved:*"]
    filter_prefix = "in/"
  }
  depends_on = [aws_sns_topic_policy.orders, aws_sqs_queue_policy.orders]
}

resource "aws_s3_bucket" "replica" {
  provider      = aws.far
  bucket        = "sealed-replica"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "replica" {
  provider = aws.far
  bucket   = aws_s3_bucket.replica.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "replica" {
  provider = aws.far
  bucket   = aws_s3_bucket.replica.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.far.arn
    }
  }
}

resource "aws_iam_role" "replicates" {
  name = "sealed-replicates"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "replicates" {
  name = "own"
  role = aws_iam_role.replicates.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow", Action = ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource = aws_s3_bucket.orders.arn
      },
      {
        Effect = "Allow", Resource = "${aws_s3_bucket.orders.arn}/*",
        Action = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
      },
      {
        Effect = "Allow", Resource = "${aws_s3_bucket.replica.arn}/*",
        Action = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
      },
      {
        Effect    = "Allow", Action = "kms:Decrypt", Resource = [aws_kms_key.first.arn, aws_kms_key.second.arn]
        Condition = { StringLike = { "kms:ViaService" = "s3.eu-west-1.amazonaws.com" } }
      },
      {
        Effect    = "Allow", Action = "kms:Encrypt", Resource = aws_kms_key.far.arn
        Condition = { StringLike = { "kms:ViaService" = "s3.eu-central-1.amazonaws.com" } }
      },
    ]
  })
}

resource "aws_s3_bucket_replication_configuration" "orders" {
  role   = aws_iam_role.replicates.arn
  bucket = aws_s3_bucket.orders.id
  rule {
    id       = "all"
    status   = "Enabled"
    priority = 10
    delete_marker_replication {
      status = "Enabled"
    }
    filter {
      prefix = ""
    }
    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
    destination {
      bucket        = aws_s3_bucket.replica.arn
      storage_class = "STANDARD"
      encryption_configuration {
        replica_kms_key_id = aws_kms_key.far.arn
      }
    }
  }
  depends_on = [aws_s3_bucket_versioning.orders, aws_s3_bucket_versioning.replica]
}

output "key" {
  value = aws_kms_key.first.arn
}
