using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A placement group as the API writes it.</summary>
internal static class PlacementGroupView
{
    /// <summary>The group with its tags.</summary>
    public static PlacementGroup Of(PlacementGroupRecord group, ReadCall call) => new()
    {
        GroupId = group.Id.Value,
        GroupName = group.Name,
        GroupArn = $"arn:aws:ec2:{call.Region}:{call.Account}:placement-group/{group.Name}",
        State = PlacementGroupState.Available,
        Strategy = group.Strategy,
        PartitionCount = group.PartitionCount,
        SpreadLevel = group.SpreadLevel,
        Tags = TagStore.View(call, group.Id.Value),
    };
}
