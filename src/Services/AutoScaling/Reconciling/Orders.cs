using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>What a group orders, and what it makes of what comes.</summary>
internal static class Orders
{
    /// <summary>The tag that says to which group an instance belongs.</summary>
    public const string GroupTag = "aws:autoscaling:groupName";

    /// <summary>An order of instances in a subnet.</summary>
    public static SupplyOrder Of(
        ReadCall call, GroupRecord group, PlaceRecord place, int count, MixedPick? pick = null)
    {
        var tags = group.Tags.Where(tag => tag.Propagate)
            .ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        tags[GroupTag] = group.Name;
        return new()
        {
            SubnetId = place.SubnetId,
            Count = count,
            Tags = tags,
            PlacementGroup = group.PlacementGroup,
            Template = (pick?.Type.Template ?? group.Template) is { } template
                ? new(template.Id, null, template.Version) : null,
            Parameters = Configuration(call, group)?.Parameters,
            InstanceType = pick?.Type.Name,
            ImageId = pick?.Type.ImageId,
            IsSpot = pick?.IsSpot,
            SpotMaxPrice = pick?.MaxPrice,
        };
    }

    /// <summary>An instance as a member of a group, its state still open.</summary>
    public static MemberRecord MemberOf(
        ReadCall call, GroupRecord group, SuppliedInstance instance, MixedPick? pick = null) => new()
    {
        Id = instance.Id,
        Group = group.Name,
        Zone = instance.Place.Zone,
        ZoneId = instance.Place.ZoneId,
        SubnetId = instance.Place.SubnetId,
        InstanceType = instance.InstanceType,
        ImageId = instance.ImageId,
        Launched = instance.LaunchTime,
        IsSpot = instance.IsSpot,
        State = LifecycleState.Pending,
        LaunchConfiguration = group.LaunchConfiguration,
        ConfigurationMade = Configuration(call, group)?.Created,
        Units = pick?.Type.Units,
        Template = (pick?.Type.Template ?? group.Template) is { } template
            ? template with { Version = $"{VersionOf(call, template)}" } : null,
    };

    private static long VersionOf(ReadCall call, TemplateRecord template) =>
        call.Port<IInstanceSupply>().Resolve(call, new(template.Id, null, template.Version)).Version;

    private static LaunchConfigurationRecord? Configuration(ReadCall call, GroupRecord group) =>
        group.LaunchConfiguration is { } name ? call.Read(Tables.Configurations).Find(new(name)) : null;
}
