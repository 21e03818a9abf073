using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of quotas, and how far they are used.</summary>
public sealed class DescribeAccountLimits : IReadOperation<DescribeAccountLimitsRequest, DescribeAccountLimitsResult>
{
    /// <inheritdoc/>
    public DescribeAccountLimitsResult Run(DescribeAccountLimitsRequest request, ReadCall call) => new()
    {
        MaxNumberOfAutoScalingGroups = call.LimitOf(ScalingQuotas.Groups),
        MaxNumberOfLaunchConfigurations = call.LimitOf(ScalingQuotas.Configurations),
        NumberOfAutoScalingGroups = (int)call.Read(Tables.Groups).Count,
        NumberOfLaunchConfigurations = (int)call.Read(Tables.Configurations).Count,
    };
}
