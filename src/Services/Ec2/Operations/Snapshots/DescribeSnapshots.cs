using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>
/// Lists the snapshots that the account may use. Source: EC2 API Reference, DescribeSnapshots. AWS itself has none
/// here.
/// </summary>
public sealed class DescribeSnapshots : IReadOperation<DescribeSnapshotsRequest, DescribeSnapshotsResult>
{
    /// <inheritdoc/>
    public DescribeSnapshotsResult Run(DescribeSnapshotsRequest request, ReadCall call)
    {
        ListRefusals.CheckPages(request.SnapshotIds, "snapshotSet", request.MaxResults);
        ListRefusals.CheckUsers(request.OwnerIds, "self", "amazon");
        ListRefusals.CheckUsers(request.RestorableByUserIds, "self", VolumeTables.Everybody);
        var snapshots = Named(request, call)
            .Where(s => request.OwnerIds is not { Count: > 0 } owners
                || owners.Any(o => (o == "self" ? call.Account : o) == s.OwnerId))
            .Where(s => request.RestorableByUserIds is not { Count: > 0 } users
                || users.Any(u => MayRestore(call, s, u == "self" ? call.Account : u)));
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, snapshots, s => s.Id.Value, SnapshotFilters.All, query);
        return new() { Snapshots = page.As(s => SnapshotView.Of(s, call)), NextToken = page.NextToken };
    }

    private static IEnumerable<SnapshotRecord> Named(DescribeSnapshotsRequest request, ReadCall call) =>
        request.SnapshotIds is not { Count: > 0 } ids
            ? SnapshotLookup.All(call)
            : ids.Distinct(StringComparer.Ordinal)
                .Select(id => SnapshotLookup.Usable(call, call.Region, id))
                .OrderBy(s => s.Id.Value, StringComparer.Ordinal);

    private static bool MayRestore(ReadCall call, SnapshotRecord snapshot, string user) =>
        user == VolumeTables.Everybody
            ? PublicSnapshots.Is(call, call.Region, snapshot)
            : SnapshotLookup.MayUse(call, call.Region, snapshot, user);
}
