using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.LaunchTemplates;

/// <summary>Makes a launch template with its first version.</summary>
public sealed class CreateLaunchTemplate : IWriteOperation<CreateLaunchTemplateRequest, CreateLaunchTemplateResult>
{
    /// <inheritdoc/>
    public CreateLaunchTemplateResult Run(CreateLaunchTemplateRequest request, Call call)
    {
        if (request.Operator is not null)
        {
            throw Errors.NotServed("launch templates of service providers (Operator)");
        }

        TemplateData.Check(request.LaunchTemplateData!);
        TemplateStore.CheckNew(call, request.LaunchTemplateName!);
        var template = new LaunchTemplateRecord
        {
            Id = call.NewId<LaunchTemplateId>(),
            Name = request.LaunchTemplateName!,
            CreateTime = call.Now,
            CreatedBy = call.Caller.Arn,
            DefaultVersion = 1,
            LatestVersion = 1,
            Made = 1,
        };
        TemplateStore.Add(call, template, request.VersionDescription, request.LaunchTemplateData!);
        TagStore.PutNew(call, LaunchKinds.Template, template.Id.Value, request.TagSpecifications);
        return new()
        {
            LaunchTemplate = TemplateStore.View(call, template),
            Warning = TemplateData.WarningOf(request.LaunchTemplateData!, call),
        };
    }
}
