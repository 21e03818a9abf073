using Orrery.Engines.Scaling.Adjustments;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of the kinds of adjustments.</summary>
public sealed class DescribeAdjustmentTypes
    : IReadOperation<DescribeAdjustmentTypesRequest, DescribeAdjustmentTypesResult>
{
    /// <inheritdoc/>
    public DescribeAdjustmentTypesResult Run(DescribeAdjustmentTypesRequest request, ReadCall call) => new()
    {
        AdjustmentTypes =
            [.. Enum.GetNames<AdjustmentKind>().Select(name => new AdjustmentType { AdjustmentTypeValue = name })],
    };
}
