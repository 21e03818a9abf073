# A group with policies, a hook and a schedule; one of several types with a warm pool, a forecast and a refresh when its
# template changes; one with Spot: apply, plan (no changes), change, plan, destroy.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "endpoint" {
  type = string
}

variable "max" {
  type    = number
  default = 4
}

variable "image" {
  type    = string
  default = "ami-0123456789abcdef0"
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true

  endpoints {
    autoscaling = var.endpoint
    cloudwatch  = var.endpoint
    ec2         = var.endpoint
  }
}

resource "aws_launch_template" "web" {
  name          = "web"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_autoscaling_group" "web" {
  name               = "web"
  availability_zones = ["us-east-1a", "us-east-1b"]
  min_size           = 1
  max_size           = var.max
  desired_capacity   = 2
  enabled_metrics    = ["GroupInServiceInstances", "GroupDesiredCapacity"]

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }

  tag {
    key                 = "Name"
    value               = "web"
    propagate_at_launch = true
  }

  lifecycle {
    ignore_changes = [desired_capacity]
  }
}

resource "aws_autoscaling_lifecycle_hook" "launch" {
  name                   = "launch"
  autoscaling_group_name = aws_autoscaling_group.web.name
  lifecycle_transition   = "autoscaling:EC2_INSTANCE_LAUNCHING"
  heartbeat_timeout      = 60
  default_result         = "CONTINUE"
}

resource "aws_autoscaling_policy" "track" {
  name                   = "track"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 50

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_autoscaling_policy" "step" {
  name                   = "step"
  autoscaling_group_name = aws_autoscaling_group.web.name
  policy_type            = "StepScaling"
  adjustment_type        = "ChangeInCapacity"

  step_adjustment {
    metric_interval_lower_bound = 0
    scaling_adjustment          = 1
  }
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "busy"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 2
  threshold           = 80
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_autoscaling_policy.step.arn]

  dimensions = {
    AutoScalingGroupName = aws_autoscaling_group.web.name
  }
}

resource "aws_autoscaling_schedule" "morning" {
  scheduled_action_name  = "morning"
  autoscaling_group_name = aws_autoscaling_group.web.name
  recurrence             = "0 9 * * 1-5"
  time_zone              = "Europe/Berlin"
  min_size               = 1
  max_size               = 4
  desired_capacity       = 3
}

resource "aws_launch_template" "fleet" {
  name          = "fleet"
  image_id      = var.image
  instance_type = "c6i.large"
}

resource "aws_autoscaling_group" "fleet" {
  name                    = "fleet"
  availability_zones      = ["us-east-1a", "us-east-1b"]
  min_size                = 2
  max_size                = 2 * var.max
  default_instance_warmup = 60

  mixed_instances_policy {
    instances_distribution {
      on_demand_percentage_above_base_capacity = 100
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.fleet.id
        version            = aws_launch_template.fleet.latest_version
      }

      override {
        instance_type     = "c6i.large"
        weighted_capacity = "1"
      }

      override {
        instance_type     = "c6i.xlarge"
        weighted_capacity = "2"
      }
    }
  }

  instance_maintenance_policy {
    min_healthy_percentage = 100
    max_healthy_percentage = 150
  }

  warm_pool {
    pool_state                  = "Stopped"
    min_size                    = 1
    max_group_prepared_capacity = 3

    instance_reuse_policy {
      reuse_on_scale_in = true
    }
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      instance_warmup        = 60
      min_healthy_percentage = 50
      skip_matching          = true
    }
  }
}

resource "aws_autoscaling_policy" "forecast" {
  name                   = "forecast"
  autoscaling_group_name = aws_autoscaling_group.fleet.name
  policy_type            = "PredictiveScaling"

  predictive_scaling_configuration {
    mode                         = "ForecastAndScale"
    scheduling_buffer_time       = 300
    max_capacity_breach_behavior = "IncreaseMaxCapacity"
    max_capacity_buffer          = 10

    metric_specification {
      target_value = 50

      predefined_metric_pair_specification {
        predefined_metric_type = "ASGCPUUtilization"
      }
    }
  }
}

resource "aws_autoscaling_group" "spot" {
  name                = "spot"
  availability_zones  = ["us-east-1a", "us-east-1b"]
  min_size            = 0
  max_size            = var.max
  desired_capacity    = 4
  capacity_rebalance  = true

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 1
      on_demand_percentage_above_base_capacity = 25
      spot_allocation_strategy                 = "price-capacity-optimized"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.fleet.id
      }

      override {
        instance_requirements {
          vcpu_count {
            min = 2
            max = 4
          }

          memory_mib {
            min = 4096
          }
        }
      }
    }
  }
}
