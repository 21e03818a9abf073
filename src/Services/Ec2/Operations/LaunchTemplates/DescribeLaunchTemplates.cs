using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class DescribeLaunchTemplates : IReadOperation<DescribeLaunchTemplatesRequest, DescribeLaunchTemplatesResult>
{
    /// <inheritdoc/>
    public DescribeLaunchTemplatesResult Run(DescribeLaunchTemplatesRequest request, ReadCall call) => new();
}
