using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class CreateLaunchTemplate : IWriteOperation<CreateLaunchTemplateRequest, CreateLaunchTemplateResult>
{
    /// <inheritdoc/>
    public CreateLaunchTemplateResult Run(CreateLaunchTemplateRequest request, Call call) => new();
}
