using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>Tells the launch parameters of an instance as a launch template would hold them.</summary>
public sealed class GetLaunchTemplateData : IReadOperation<GetLaunchTemplateDataRequest, GetLaunchTemplateDataResult>
{
    /// <inheritdoc/>
    public GetLaunchTemplateDataResult Run(GetLaunchTemplateDataRequest request, ReadCall call) =>
        new() { LaunchTemplateData = InstanceData.Of(InstanceKinds.Instance.Get(call, request.InstanceId!), call) };
}
