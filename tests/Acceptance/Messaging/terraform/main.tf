# Topics, queues, buses, schedules, logs and alarms as modules make them: apply, plan (no changes), a change, destroy.

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
  description = "Whether everything that can be changed in place is."
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
    cloudwatch     = var.endpoint
    cloudwatchlogs = var.endpoint
    events         = var.endpoint
    iam            = var.endpoint
    scheduler      = var.endpoint
    sns            = var.endpoint
    sqs            = var.endpoint
    sts            = var.endpoint
  }
}

# Queues

resource "aws_sqs_queue" "dead" {
  name                      = "orders-dead"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = var.changed ? 60 : 30
  receive_wait_time_seconds  = 20
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = var.changed ? 5 : 3
  })
  tags = { team = var.changed ? "new" : "old" }
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  queue_url = aws_sqs_queue.dead.id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.orders.arn]
  })
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["sns.amazonaws.com", "events.amazonaws.com"] }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
    }]
  })
}

resource "aws_sqs_queue" "ordered" {
  name                        = "ordered.fifo"
  fifo_queue                  = true
  content_based_deduplication = true
  deduplication_scope         = "messageGroup"
  fifo_throughput_limit       = "perMessageGroupId"
}

# Topics

resource "aws_sns_topic" "orders" {
  name         = "orders"
  display_name = var.changed ? "New orders" : "Orders"
  tags         = { team = var.changed ? "new" : "old" }
}

resource "aws_sns_topic" "ordered" {
  name                        = "ordered.fifo"
  fifo_topic                  = true
  content_based_deduplication = true
}

resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "events"
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "cloudwatch.amazonaws.com"] }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
    }]
  })
}

resource "aws_sns_topic_subscription" "orders" {
  topic_arn            = aws_sns_topic.orders.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.orders.arn
  raw_message_delivery = var.changed
  filter_policy        = jsonencode({ kind = var.changed ? ["order", "refund"] : ["order"] })
  redrive_policy       = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn })
}

resource "aws_sns_topic_subscription" "body" {
  topic_arn           = aws_sns_topic.orders.arn
  protocol            = "sqs"
  endpoint            = aws_sqs_queue.dead.arn
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ price = [{ numeric = [">", 100] }] })
}

resource "aws_sns_topic_subscription" "ordered" {
  topic_arn = aws_sns_topic.ordered.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.ordered.arn
}

# Buses and rules

resource "aws_cloudwatch_event_bus" "shop" {
  name = "shop"
}

resource "aws_cloudwatch_event_rule" "orders" {
  name           = "orders"
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  description    = var.changed ? "Orders and refunds" : "Orders"
  event_pattern  = jsonencode({ source = ["shop"], detail = { price = [{ numeric = [">", var.changed ? 10 : 5] }] } })
}

resource "aws_cloudwatch_event_target" "orders" {
  rule           = aws_cloudwatch_event_rule.orders.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  target_id      = "queue"
  arn            = aws_sqs_queue.orders.arn
  input_transformer {
    input_paths    = { price = "$.detail.price" }
    input_template = "{\"price\": <price>}"
  }
  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = var.changed ? 20 : 10
  }
  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
}

resource "aws_cloudwatch_event_target" "ordered" {
  rule           = aws_cloudwatch_event_rule.orders.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  arn            = aws_sqs_queue.ordered.arn
  sqs_target {
    message_group_id = "orders"
  }
}

resource "aws_cloudwatch_event_rule" "often" {
  name                = "often"
  schedule_expression = "rate(5 minutes)"
  state               = var.changed ? "DISABLED" : "ENABLED"
}

resource "aws_cloudwatch_event_target" "often" {
  rule  = aws_cloudwatch_event_rule.often.name
  arn   = aws_sns_topic.orders.arn
  input = jsonencode({ often = true })
}

resource "aws_cloudwatch_event_archive" "shop" {
  name             = "shop"
  event_source_arn = aws_cloudwatch_event_bus.shop.arn
  retention_days   = var.changed ? 14 : 7
  event_pattern    = jsonencode({ source = ["shop"] })
}

# Schedules

resource "aws_scheduler_schedule_group" "nightly" {
  name = "nightly"
}

resource "aws_iam_role" "scheduler" {
  name = "scheduler"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect = "Allow", Principal = { Service = "scheduler.amazonaws.com" }, Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  name = "send"
  role = aws_iam_role.scheduler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow", Action = "sqs:SendMessage", Resource = [aws_sqs_queue.orders.arn, aws_sqs_queue.dead.arn]
    }]
  })
}

resource "aws_scheduler_schedule" "report" {
  name                         = "report"
  group_name                   = aws_scheduler_schedule_group.nightly.name
  schedule_expression          = var.changed ? "cron(30 2 * * ? *)" : "cron(0 2 * * ? *)"
  schedule_expression_timezone = "Europe/Berlin"
  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 15
  }
  target {
    arn      = aws_sqs_queue.orders.arn
    role_arn = aws_iam_role.scheduler.arn
    input    = jsonencode({ report = "daily" })
    retry_policy {
      maximum_event_age_in_seconds = 600
      maximum_retry_attempts       = 4
    }
    dead_letter_config {
      arn = aws_sqs_queue.dead.arn
    }
  }
}

# Logs

resource "aws_cloudwatch_log_group" "app" {
  name              = "/app/shop"
  retention_in_days = var.changed ? 30 : 7
  tags              = { team = var.changed ? "new" : "old" }
}

resource "aws_cloudwatch_log_resource_policy" "rules" {
  policy_name = "rules"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = var.changed ? ["logs:CreateLogStream", "logs:PutLogEvents"] : ["logs:PutLogEvents"]
      Resource  = "${aws_cloudwatch_log_group.app.arn}:*"
    }]
  })
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.app.name
  pattern        = var.changed ? "?ERROR ?FATAL" : "ERROR"
  metric_transformation {
    name          = "Errors"
    namespace     = "Shop"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_query_definition" "errors" {
  name            = "shop/errors"
  log_group_names = [aws_cloudwatch_log_group.app.name]
  query_string    = "fields @timestamp, @message | filter @message like /ERROR/ | limit ${var.changed ? 50 : 20}"
}

# Alarms

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "Shop"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  threshold           = var.changed ? 5 : 3
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.orders.arn]
  tags                = { team = "shop" }
}

resource "aws_cloudwatch_metric_alarm" "share" {
  alarm_name          = "share"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 2
  threshold           = var.changed ? 20 : 10
  metric_query {
    id          = "share"
    expression  = "errors / requests * 100"
    label       = "Share of errors"
    return_data = true
  }
  metric_query {
    id = "errors"
    metric {
      metric_name = "Errors"
      namespace   = "Shop"
      period      = 60
      stat        = "Sum"
      unit        = "Count"
    }
  }
  metric_query {
    id = "requests"
    metric {
      metric_name = "Requests"
      namespace   = "Shop"
      period      = 60
      stat        = "Sum"
      dimensions  = { Page = "cart" }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "odd" {
  alarm_name          = "odd"
  comparison_operator = "GreaterThanUpperThreshold"
  evaluation_periods  = 2
  threshold_metric_id = "band"
  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(load, ${var.changed ? 3 : 2})"
    label       = "Expected"
    return_data = true
  }
  metric_query {
    id          = "load"
    return_data = true
    metric {
      metric_name = "Load"
      namespace   = "Shop"
      period      = 120
      stat        = "Average"
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "bad" {
  alarm_name        = "bad"
  alarm_description = var.changed ? "Very bad" : "Bad"
  alarm_rule = join(" OR ", [
    "ALARM(${aws_cloudwatch_metric_alarm.errors.alarm_name})",
    "ALARM(${aws_cloudwatch_metric_alarm.share.alarm_name})",
  ])
  alarm_actions = [aws_sns_topic.orders.arn]
}

resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = "shop"
  dashboard_body = jsonencode({
    widgets = [{
      type   = "metric"
      x      = 0
      y      = 0
      width  = var.changed ? 24 : 12
      height = 6
      properties = {
        metrics = [["Shop", "Errors"]]
        period  = 60
        stat    = "Sum"
        region  = "eu-west-1"
        title   = "Errors"
      }
    }]
  })
}

