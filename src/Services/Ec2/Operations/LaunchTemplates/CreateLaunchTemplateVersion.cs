using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>Makes another version of a launch template, based on one that there is or on none.</summary>
public sealed class CreateLaunchTemplateVersion
    : IWriteOperation<CreateLaunchTemplateVersionRequest, CreateLaunchTemplateVersionResult>
{
    /// <inheritdoc/>
    public CreateLaunchTemplateVersionResult Run(CreateLaunchTemplateVersionRequest request, Call call)
    {
        var template = TemplateLookup.Get(call, request.LaunchTemplateId, request.LaunchTemplateName);
        var data = request.LaunchTemplateData!;
        if (request.SourceVersion is { Length: > 0 } source)
        {
            var from = TemplateLookup.Version(call, template, source);
            data = TemplateData.Over(ShapeJson.Read<RequestLaunchTemplateData>(from.Data), data);
        }

        TemplateData.Check(data);
        var next = template with { LatestVersion = template.Made + 1, Made = template.Made + 1 };
        var version = TemplateStore.Add(call, next, request.VersionDescription, data);
        return new()
        {
            LaunchTemplateVersion = TemplateStore.View(call, version, request.ResolveAlias == true),
            Warning = TemplateData.WarningOf(data, call),
        };
    }
}
