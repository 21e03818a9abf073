namespace Orrery.Services.AutoScaling.Rules;

/// <summary>What topics can be told. Source: API Reference, DescribeAutoScalingNotificationTypes.</summary>
internal static class NotificationTypes
{
    /// <summary>All, in the order in which AWS gives them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
        "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
        "autoscaling:TEST_NOTIFICATION",
    ];
}
