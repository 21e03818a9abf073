using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>
/// Lists one's own prefix lists, those of AWS and those that others share with the caller. Filters: EC2 API
/// Reference, DescribeManagedPrefixLists.
/// </summary>
public sealed class DescribeManagedPrefixLists
    : IReadOperation<DescribeManagedPrefixListsRequest, DescribeManagedPrefixListsResult>
{
    private static readonly Filters<PrefixListRecord> Filters = new Filters<PrefixListRecord>()
        .One("owner-id", list => list.OwnerId)
        .One("prefix-list-id", list => list.Id.Value)
        .One("prefix-list-name", list => list.Name)
        .Tags(list => list.Id.Value);

    /// <inheritdoc/>
    public DescribeManagedPrefixListsResult Run(DescribeManagedPrefixListsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.PrefixListIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.ListWith(call, Ec2Kinds.PrefixList, Filters, query, SharedLists.All(call));
        return new() { PrefixLists = page.As(list => PrefixListView.Of(list, call)), NextToken = page.NextToken };
    }
}
