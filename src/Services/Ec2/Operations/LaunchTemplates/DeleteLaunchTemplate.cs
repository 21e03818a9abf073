using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class DeleteLaunchTemplate : IWriteOperation<DeleteLaunchTemplateRequest, DeleteLaunchTemplateResult>
{
    /// <inheritdoc/>
    public DeleteLaunchTemplateResult Run(DeleteLaunchTemplateRequest request, Call call) => new();
}
