using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of what topics can be told.</summary>
public sealed class DescribeAutoScalingNotificationTypes
    : IReadOperation<DescribeAutoScalingNotificationTypesRequest, DescribeAutoScalingNotificationTypesResult>
{
    /// <inheritdoc/>
    public DescribeAutoScalingNotificationTypesResult Run(
        DescribeAutoScalingNotificationTypesRequest request, ReadCall call) =>
        new() { AutoScalingNotificationTypes = NotificationTypes.All };
}
