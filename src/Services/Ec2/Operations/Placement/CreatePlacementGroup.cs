using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>
/// Makes a placement group. Source: EC2 API Reference, CreatePlacementGroup (1 to 7 partitions); EC2 User Guide,
/// "Placement groups" (500 in a region). That two partitions are the default is guessed.
/// </summary>
public sealed class CreatePlacementGroup : IWriteOperation<CreatePlacementGroupRequest, CreatePlacementGroupResult>
{
    private const int MostGroups = 500;
    private const int MostPartitions = 7;

    /// <inheritdoc/>
    public CreatePlacementGroupResult Run(CreatePlacementGroupRequest request, Call call)
    {
        var name = request.GroupName is { Length: > 0 } given ? given : throw Errors.Missing("groupName");
        var strategy = request.Strategy ?? PlacementStrategy.Cluster;
        Check(request, strategy);
        if (call.Read(TemplateTables.PlacementGroups).HasAny(TemplateTables.PlacementGroupsByName, name))
        {
            throw new ServiceException(
                "InvalidPlacementGroup.Duplicate", $"The Placement Group '{name}' already exists.");
        }

        if (call.Read(TemplateTables.PlacementGroups).Count >= MostGroups)
        {
            throw new ServiceException(
                "PlacementGroupLimitExceeded", "The maximum number of placement groups has been reached.");
        }

        var group = new PlacementGroupRecord
        {
            Id = call.NewId<PlacementGroupId>(),
            Name = name,
            Strategy = strategy,
            PartitionCount = strategy == PlacementStrategy.Partition ? request.PartitionCount ?? 2 : null,
            SpreadLevel = strategy == PlacementStrategy.Spread ? SpreadLevel.Rack : null,
        };
        call.Write(TemplateTables.PlacementGroups).Put(group);
        TagStore.PutNew(call, LaunchKinds.PlacementGroup, group.Id.Value, request.TagSpecifications);
        return new() { PlacementGroup = PlacementGroupView.Of(group, call) };
    }

    private static void Check(CreatePlacementGroupRequest request, PlacementStrategy strategy)
    {
        if (request.SpreadLevel == SpreadLevel.Host || request.LinkedGroupId is not null
            || request.Operator is not null)
        {
            throw Errors.NotServed(
                "spreading over hosts of Outposts, and linked groups (SpreadLevel host, LinkedGroupId)");
        }

        if (request.SpreadLevel is not null && strategy != PlacementStrategy.Spread)
        {
            throw Errors.InvalidParameterCombination("SpreadLevel is for the strategy spread only.");
        }

        if (request.PartitionCount is { } count)
        {
            if (strategy != PlacementStrategy.Partition)
            {
                throw Errors.InvalidParameterCombination("PartitionCount is for the strategy partition only.");
            }

            if (count is < 1 or > MostPartitions)
            {
                throw Errors.InvalidParameterValue($"PartitionCount must be from 1 to {MostPartitions}.");
            }
        }
    }
}
