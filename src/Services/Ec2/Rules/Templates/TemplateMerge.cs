using System.Text.Json.Nodes;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Templates;

/// <summary>
/// A launch with a launch template: parameters of the request take the place of those of the template, each as a whole;
/// block device mappings are joined by device, tags by kind of resource. Source: EC2 API Reference, RunInstances
/// (LaunchTemplate); EC2 User Guide, "Launch instances using a launch template". That network interfaces join with
/// a subnet of the request is guessed.
/// </summary>
internal static class TemplateMerge
{
    /// <summary>The request as it is without a template.</summary>
    /// <exception cref="ServiceException">There is no such template or version; its data do not allow a
    /// launch.</exception>
    public static RunInstancesRequest Apply(ReadCall call, RunInstancesRequest request)
    {
        if (request.LaunchTemplate is not { } named)
        {
            return request;
        }

        var template = TemplateLookup.Get(call, named.LaunchTemplateId, named.LaunchTemplateName);
        var version = TemplateLookup.Version(call, template, named.Version);
        return Over(ShapeJson.Read<RequestLaunchTemplateData>(version.Data), request with { LaunchTemplate = null });
    }

    /// <summary>The tags that AWS gives to what is launched from a template.</summary>
    public static IReadOnlyList<Tag> TagsOf(LaunchTemplateVersionRecord version) =>
    [
        new() { Key = "aws:ec2launchtemplate:id", Value = version.TemplateId.Value },
        new() { Key = "aws:ec2launchtemplate:version", Value = $"{version.Number}" },
    ];

    /// <summary>The parameters of a template with those of a request over them.</summary>
    public static RunInstancesRequest Over(RequestLaunchTemplateData data, RunInstancesRequest request)
    {
        if (data.InstanceRequirements is not null && request.InstanceType is null)
        {
            throw Errors.InvalidParameterCombination(
                "A launch template with InstanceRequirements launches instances through a fleet or a group "
                    + "only; name an "
                + "InstanceType.");
        }

        var members = Renamed(ShapeJson.Members(data));
        var own = ShapeJson.Members(request);
        TemplateData.RemoveRivals(members, own);
        if (own.ContainsKey("SecurityGroupIds") || own.ContainsKey("SecurityGroups"))
        {
            RefuseGroupsBesideInterfaces(members, own);
        }

        if (own.ContainsKey("NetworkInterfaces"))
        {
            members.Remove("SecurityGroupIds");
            members.Remove("SecurityGroups");
        }

        foreach (var (name, value) in own)
        {
            members[name] = (name, members[name]) switch
            {
                ("BlockDeviceMappings", JsonArray before) => Joined(before, value!.AsArray(), "DeviceName"),
                ("TagSpecifications", JsonArray before) => Joined(before, value!.AsArray(), "ResourceType"),
                ("Placement", JsonObject before) => Placed(before, value!.AsObject()),
                _ => value?.DeepClone(),
            };
        }

        return ShapeJson.Of<RunInstancesRequest>(WithSubnet(members, own));
    }

    private static void RefuseGroupsBesideInterfaces(JsonObject members, JsonObject own)
    {
        if (members.ContainsKey("NetworkInterfaces") && !own.ContainsKey("NetworkInterfaces"))
        {
            throw Errors.InvalidParameterCombination(
                "Network interfaces and an instance-level security groups may not be specified on the same request");
        }
    }

    // A subnet that is named at launch is that of the primary interface of the template.
    private static JsonObject WithSubnet(JsonObject members, JsonObject own)
    {
        if (own["SubnetId"] is { } subnet && !own.ContainsKey("NetworkInterfaces")
            && members["NetworkInterfaces"] is JsonArray faces
            && faces.OfType<JsonObject>().FirstOrDefault(f => (int?)f["DeviceIndex"] is null or 0) is { } primary)
        {
            primary["SubnetId"] = subnet.DeepClone();
            members.Remove("SubnetId");
        }

        return members;
    }

    private static JsonArray Joined(JsonArray before, JsonArray after, string key)
    {
        var replaced = after.Select(item => (string?)item![key]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. before.Where(item => !replaced.Contains((string?)item![key])).Select(item => item!.DeepClone()),
            .. after.Select(item => item!.DeepClone()),
        ];
    }

    private static JsonObject Placed(JsonObject before, JsonObject after)
    {
        var joined = before.DeepClone().AsObject();
        foreach (var (name, value) in after)
        {
            joined[name] = value?.DeepClone();
        }

        return joined;
    }

    private static JsonObject Renamed(JsonObject members)
    {
        Move(members, "RamDiskId", "RamdiskId");
        Move(members, "ElasticGpuSpecifications", "ElasticGpuSpecification");
        return members;
    }

    private static void Move(JsonObject members, string from, string to)
    {
        if (members[from] is { } value)
        {
            members.Remove(from);
            members[to] = value.DeepClone();
        }
    }
}
