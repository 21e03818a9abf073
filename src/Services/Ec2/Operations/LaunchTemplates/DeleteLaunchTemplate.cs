using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>Deletes a launch template with all of its versions; instances live on.</summary>
public sealed class DeleteLaunchTemplate : IWriteOperation<DeleteLaunchTemplateRequest, DeleteLaunchTemplateResult>
{
    /// <inheritdoc/>
    public DeleteLaunchTemplateResult Run(DeleteLaunchTemplateRequest request, Call call)
    {
        var template = TemplateLookup.Get(call, request.LaunchTemplateId, request.LaunchTemplateName);
        var view = TemplateStore.View(call, template);
        TemplateStore.Remove(call, template);
        return new() { LaunchTemplate = view };
    }
}
