using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>Makes another version of a launch template the default one.</summary>
public sealed class ModifyLaunchTemplate : IWriteOperation<ModifyLaunchTemplateRequest, ModifyLaunchTemplateResult>
{
    /// <inheritdoc/>
    public ModifyLaunchTemplateResult Run(ModifyLaunchTemplateRequest request, Call call)
    {
        var template = TemplateLookup.Get(call, request.LaunchTemplateId, request.LaunchTemplateName);
        if (request.DefaultVersion is not { Length: > 0 } version)
        {
            throw Errors.Missing("SetDefaultVersion");
        }

        template = template with { DefaultVersion = TemplateLookup.Version(call, template, version).Number };
        call.Write(TemplateTables.Templates).Put(template);
        return new() { LaunchTemplate = TemplateStore.View(call, template) };
    }
}
