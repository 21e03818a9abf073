using System.Text.Json.Nodes;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Templates;

/// <summary>
/// What the data of a launch template may be. Sources: EC2 API Reference, RequestLaunchTemplateData; EC2 User Guide,
/// "Store instance launch parameters in Amazon EC2 launch templates" (what is wrong with the data as such is refused;
/// what may only fail at launch is warned of).
/// </summary>
internal static class TemplateData
{
    /// <summary>Refuses data that contradict themselves.</summary>
    /// <exception cref="ServiceException">The data are empty or contradict themselves.</exception>
    public static void Check(RequestLaunchTemplateData data)
    {
        if (ShapeJson.Members(data).Count == 0)
        {
            throw Errors.Missing("LaunchTemplateData");
        }

        if (data.InstanceType is not null && data.InstanceRequirements is not null)
        {
            throw Errors.InvalidParameterCombination(
                "The parameters InstanceType and InstanceRequirements cannot be used together.");
        }

        if (data.NetworkInterfaces is { Count: > 0 }
            && (data.SecurityGroupIds is { Count: > 0 } || data.SecurityGroups is { Count: > 0 }))
        {
            throw Errors.InvalidParameterCombination(
                "Network interfaces and an instance-level security groups may not be specified on the same request");
        }

        if (data.UserData is { } userData)
        {
            LaunchOptions.UserData(userData);
        }

        var devices = (data.BlockDeviceMappings ?? []).GroupBy(m => m.DeviceName, StringComparer.Ordinal);
        if (devices.FirstOrDefault(d => d.Count() > 1) is { } twice)
        {
            throw Errors.InvalidParameterValue($"The device name {twice.Key} is used more than once.");
        }
    }

    /// <summary>What would keep a launch from succeeding, or null.</summary>
    public static ValidationWarning? WarningOf(RequestLaunchTemplateData data, ReadCall call)
    {
        var errors = new List<ValidationError>();
        if (data.InstanceType is { } type && InstanceTypeCatalog.Find(type.ToWire()) is null)
        {
            errors.Add(new() { Code = "Unsupported", Message = $"The instance type {type.ToWire()} is not known." });
        }

        if (data.ImageId is { Length: > 0 } image)
        {
            try
            {
                ImageOf.ToLaunch(call, ImageAlias.Resolve(call, image));
            }
            catch (ServiceException refusal)
            {
                errors.Add(new() { Code = refusal.Code, Message = refusal.Message });
            }
        }

        return errors.Count == 0 ? null : new() { Errors = errors };
    }

    /// <summary>
    /// The data of a version that is based on another: what it says takes the place of what that said.
    /// </summary>
    public static RequestLaunchTemplateData Over(RequestLaunchTemplateData source, RequestLaunchTemplateData data)
    {
        var members = ShapeJson.Members(source);
        var own = ShapeJson.Members(data);
        RemoveRivals(members, own);
        if (members["BlockDeviceMappings"] is JsonArray inherited)
        {
            WithoutSnapshots(inherited);
        }

        foreach (var (name, value) in own)
        {
            members[name] = value?.DeepClone();
        }

        return ShapeJson.Of<RequestLaunchTemplateData>(members);
    }

    // Choosing a type takes the place of describing it, and the reverse.
    internal static void RemoveRivals(JsonObject members, JsonObject own)
    {
        if (own.ContainsKey("InstanceType")) members.Remove("InstanceRequirements");
        if (own.ContainsKey("InstanceRequirements")) members.Remove("InstanceType");
        if (own.ContainsKey("SecurityGroupIds")) members.Remove("SecurityGroups");
        if (own.ContainsKey("SecurityGroups")) members.Remove("SecurityGroupIds");
    }

    // "Snapshots applied to the block device mapping are ignored when creating a new version unless they are explicitly
    // included" (CreateLaunchTemplateVersion, SourceVersion).
    private static void WithoutSnapshots(JsonArray mappings)
    {
        foreach (var mapping in mappings)
        {
            (mapping!["Ebs"] as JsonObject)?.Remove("SnapshotId");
        }
    }
}
