using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of the processes that can be suspended.</summary>
public sealed class DescribeScalingProcessTypes
    : IReadOperation<DescribeScalingProcessTypesRequest, DescribeScalingProcessTypesResult>
{
    /// <inheritdoc/>
    public DescribeScalingProcessTypesResult Run(DescribeScalingProcessTypesRequest request, ReadCall call) =>
        new() { Processes = [.. Processes.All.Select(name => new ProcessType { ProcessName = name })] };
}
