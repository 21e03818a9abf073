using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>
/// Lists the prefix lists of AWS services with their blocks. Filters: EC2 API Reference, DescribePrefixLists.
/// </summary>
public sealed class DescribePrefixLists : IReadOperation<DescribePrefixListsRequest, DescribePrefixListsResult>
{
    private static readonly Filters<PrefixListRecord> Filters = new Filters<PrefixListRecord>()
        .One("prefix-list-id", list => list.Id.Value)
        .One("prefix-list-name", list => list.Name);

    /// <inheritdoc/>
    public DescribePrefixListsResult Run(DescribePrefixListsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.PrefixListIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(
            call, Ec2Kinds.PrefixList, Filters, query with { MaxResults = null });
        var services = page.Items.Where(list => !PrefixListRules.IsCustomers(list));
        var cut = Lister.Cut(services, list => list.Id.Value, request.MaxResults);
        return new() { PrefixLists = cut.As(View), NextToken = cut.NextToken };
    }

    private static PrefixList View(PrefixListRecord list) => new()
    {
        PrefixListId = list.Id.Value,
        PrefixListName = list.Name,
        Cidrs = [.. PrefixListRules.Entries(list).Select(e => e.Cidr.ToString())],
    };
}
