using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Templates;

/// <summary>
/// Finds launch templates by id or name, and their versions by number, $Latest or $Default. Codes: "Error codes for the
/// Amazon EC2 API".
/// </summary>
internal static class TemplateLookup
{
    /// <summary>The template that a request names by id or by name, not by both.</summary>
    /// <exception cref="ServiceException">Neither or both are given, or there is no such template.</exception>
    public static LaunchTemplateRecord Get(ReadCall call, string? id, string? name) => (id, name) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => throw Errors.InvalidParameterCombination(
            "You must specify either a launch template ID or a launch template name, but not both."),
        ({ Length: > 0 }, _) => LaunchKinds.Template.Get(call, id),
        (_, { Length: > 0 }) => ByName(call, name) ?? throw new ServiceException(
            "InvalidLaunchTemplateName.NotFoundException",
            $"The specified launch template, with template name {name}, does not exist."),
        _ => throw Errors.Missing("LaunchTemplateId or LaunchTemplateName"),
    };

    /// <summary>The template of a name, or null.</summary>
    public static LaunchTemplateRecord? ByName(ReadCall call, string name) =>
        call.Read(TemplateTables.Templates).By(TemplateTables.TemplatesByName, name).FirstOrDefault();

    /// <summary>The version that a text names; the default one where it is null or empty.</summary>
    /// <exception cref="ServiceException">InvalidLaunchTemplateId.VersionNotFound, or
    /// InvalidParameterValue.</exception>
    public static LaunchTemplateVersionRecord Version(ReadCall call, LaunchTemplateRecord template, string? version) =>
        Find(call, template, NumberOf(template, version)) ?? throw NoVersion(template, version!);

    /// <summary>The version of a number, or null.</summary>
    public static LaunchTemplateVersionRecord? Find(ReadCall call, LaunchTemplateRecord template, long number) =>
        call.Read(TemplateTables.Versions).Find(LaunchTemplateVersionRecord.KeyOf(template.Id, number));

    /// <summary>The number that a text means.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue: it is no version.</exception>
    public static long NumberOf(LaunchTemplateRecord template, string? version) => version switch
    {
        null or "" or "$Default" => template.DefaultVersion,
        "$Latest" => template.LatestVersion,
        _ => long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 1_000_000_000
            ? number
            : throw Errors.InvalidParameterValue(
                $"The specified launch template version, {version}, is not valid. It must be a number, $Latest or "
                + "$Default."),
    };

    /// <summary>The refusal of a version that there is not.</summary>
    public static ServiceException NoVersion(LaunchTemplateRecord template, string version) => new(
        "InvalidLaunchTemplateId.VersionNotFound",
        $"Could not find the specified version {version} for the launch template with ID {template.Id}.");
}
