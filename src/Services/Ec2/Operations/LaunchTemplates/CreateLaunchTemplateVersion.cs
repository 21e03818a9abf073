using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class CreateLaunchTemplateVersion : IWriteOperation<CreateLaunchTemplateVersionRequest, CreateLaunchTemplateVersionResult>
{
    /// <inheritdoc/>
    public CreateLaunchTemplateVersionResult Run(CreateLaunchTemplateVersionRequest request, Call call) => new();
}
