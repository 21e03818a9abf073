using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class GetLaunchTemplateData : IReadOperation<GetLaunchTemplateDataRequest, GetLaunchTemplateDataResult>
{
    /// <inheritdoc/>
    public GetLaunchTemplateDataResult Run(GetLaunchTemplateDataRequest request, ReadCall call) => new();
}
