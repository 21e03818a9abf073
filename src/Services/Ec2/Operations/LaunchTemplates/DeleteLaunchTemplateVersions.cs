using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>x</summary>
public sealed class DeleteLaunchTemplateVersions : IWriteOperation<DeleteLaunchTemplateVersionsRequest, DeleteLaunchTemplateVersionsResult>
{
    /// <inheritdoc/>
    public DeleteLaunchTemplateVersionsResult Run(DeleteLaunchTemplateVersionsRequest request, Call call) => new();
}
