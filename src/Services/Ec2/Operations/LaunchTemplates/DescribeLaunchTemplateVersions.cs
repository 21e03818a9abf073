using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class DescribeLaunchTemplateVersions : IReadOperation<DescribeLaunchTemplateVersionsRequest, DescribeLaunchTemplateVersionsResult>
{
    /// <inheritdoc/>
    public DescribeLaunchTemplateVersionsResult Run(DescribeLaunchTemplateVersionsRequest request, ReadCall call) => new();
}
