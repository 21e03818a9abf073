using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class ModifyLaunchTemplate : IWriteOperation<ModifyLaunchTemplateRequest, ModifyLaunchTemplateResult>
{
    /// <inheritdoc/>
    public ModifyLaunchTemplateResult Run(ModifyLaunchTemplateRequest request, Call call) => new();
}
