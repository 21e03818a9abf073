using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Placements;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>Lists placement groups.</summary>
public sealed class DescribePlacementGroups
    : IReadOperation<DescribePlacementGroupsRequest, DescribePlacementGroupsResult>
{
    private static readonly Filters<PlacementGroupRecord> Filters = new Filters<PlacementGroupRecord>()
        .One("group-name", g => g.Name)
        .One("group-arn", (g, call) => PlacementGroupView.Of(g, call).GroupArn)
        .One("spread-level", g => g.SpreadLevel?.ToWire())
        .One("state", _ => "available")
        .One("strategy", g => g.Strategy.ToWire())
        .Tags(g => g.Id.Value);

    /// <inheritdoc/>
    public DescribePlacementGroupsResult Run(DescribePlacementGroupsRequest request, ReadCall call)
    {
        var ids = (request.GroupIds ?? []).Concat((request.GroupNames ?? [])
            .Select(name => (GroupPlaces.Named(call, null, name) ?? throw Errors.Missing("groupName")).Id.Value))
                .ToList();
        var page = Lister.List(call, LaunchKinds.PlacementGroup, Filters, new(ids, request.Filters, null, null));
        return new() { PlacementGroups = page.As(g => PlacementGroupView.Of(g, call)) };
    }
}
