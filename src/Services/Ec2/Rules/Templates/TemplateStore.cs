using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Templates;

/// <summary>
/// Writes launch templates and their versions. Quotas: EC2 User Guide, "Launch template limitations" (5,000 templates a
/// region, 10,000 versions a template); they are not among those of Service Quotas.
/// </summary>
internal static class TemplateStore
{
    private const int MostTemplates = 5000;
    private const int MostVersions = 10_000;

    /// <summary>Refuses one more template than a region may hold, or a name that is taken.</summary>
    /// <exception cref="ServiceException">LaunchTemplateLimitExceeded (guessed), or AlreadyExistsException.</exception>
    public static void CheckNew(ReadCall call, string name)
    {
        if (TemplateLookup.ByName(call, name) is not null)
        {
            throw new ServiceException(
                "InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.");
        }

        if (call.Read(TemplateTables.Templates).Count >= MostTemplates)
        {
            throw new ServiceException(
                "LaunchTemplateLimitExceeded", $"You cannot have more than {MostTemplates} launch templates.");
        }
    }

    /// <summary>Adds a version.</summary>
    /// <exception cref="ServiceException">LaunchTemplateVersionLimitExceeded: guessed.</exception>
    public static LaunchTemplateVersionRecord Add(
        Call call, LaunchTemplateRecord template, string? description, RequestLaunchTemplateData data)
    {
        var versions = call.Write(TemplateTables.Versions);
        if (versions.CountBy(TemplateTables.VersionsByTemplate, template.Id.Value) >= MostVersions)
        {
            throw new ServiceException(
                "LaunchTemplateVersionLimitExceeded",
                $"You cannot have more than {MostVersions} versions of a launch template.");
        }

        var version = new LaunchTemplateVersionRecord
        {
            Id = LaunchTemplateVersionRecord.KeyOf(template.Id, template.LatestVersion),
            TemplateId = template.Id,
            Number = template.LatestVersion,
            Description = description,
            CreateTime = call.Now,
            CreatedBy = call.Caller.Arn,
            Data = ShapeJson.Write(data),
        };
        versions.Put(version);
        call.Write(TemplateTables.Templates).Put(template);
        return version;
    }

    /// <summary>Removes a template with all of its versions.</summary>
    public static void Remove(Call call, LaunchTemplateRecord template)
    {
        var versions = call.Write(TemplateTables.Versions);
        foreach (var version in versions.By(TemplateTables.VersionsByTemplate, template.Id.Value).ToList())
        {
            versions.Remove(version.Id);
        }

        call.Write(TemplateTables.Templates).Remove(template.Id);
        TagStore.Forget(call, template.Id.Value);
    }

    /// <summary>A template as the API writes it.</summary>
    public static LaunchTemplate View(ReadCall call, LaunchTemplateRecord template) => new()
    {
        LaunchTemplateId = template.Id.Value,
        LaunchTemplateName = template.Name,
        CreateTime = template.CreateTime,
        CreatedBy = template.CreatedBy,
        DefaultVersionNumber = template.DefaultVersion,
        LatestVersionNumber = template.LatestVersion,
        Tags = TagStore.View(call, template.Id.Value),
        Operator = new() { Managed = false },
    };

    /// <summary>A version as the API writes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="version">The version.</param>
    /// <param name="resolves">Whether the image of a parameter is shown in its place.</param>
    /// <exception cref="ServiceException">SsmInvalidParameter.</exception>
    public static LaunchTemplateVersion View(ReadCall call, LaunchTemplateVersionRecord version, bool resolves = false)
    {
        var template = LaunchKinds.Template.Get(call, version.TemplateId);
        var data = ShapeJson.Read<RequestLaunchTemplateData>(version.Data);
        data = resolves ? data with { ImageId = ImageAlias.Resolve(call, data.ImageId) } : data;
        return new()
        {
            LaunchTemplateId = template.Id.Value,
            LaunchTemplateName = template.Name,
            VersionNumber = version.Number,
            VersionDescription = version.Description,
            CreateTime = version.CreateTime,
            CreatedBy = version.CreatedBy,
            DefaultVersion = version.Number == template.DefaultVersion,
            LaunchTemplateData = ShapeJson.As<ResponseLaunchTemplateData>(data),
            Operator = new() { Managed = false },
        };
    }
}
