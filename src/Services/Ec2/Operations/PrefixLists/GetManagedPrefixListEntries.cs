using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>Lists the entries of a version of a prefix list, in the order of blocks.</summary>
public sealed class GetManagedPrefixListEntries
    : IReadOperation<GetManagedPrefixListEntriesRequest, GetManagedPrefixListEntriesResult>
{
    /// <inheritdoc/>
    public GetManagedPrefixListEntriesResult Run(GetManagedPrefixListEntriesRequest request, ReadCall call)
    {
        var list = SharedLists.Get(call, request.PrefixListId!);
        IEnumerable<PrefixListEntryRecord> entries = request.TargetVersion is { } version
            ? PrefixListVersions.Get(list, version).Entries
            : PrefixListRules.Entries(list);
        if (request.NextToken is { } token)
        {
            var after = Cidr.TryParse(PageToken.KeyOf(token), out var cidr) ? cidr : throw Errors.InvalidNextToken();
            entries = entries.Where(e => e.Cidr > after);
        }

        var page = Lister.Cut(entries, e => e.Cidr.ToString(), request.MaxResults);
        return new()
        {
            Entries = page.As(e => new PrefixListEntry { Cidr = e.Cidr.ToString(), Description = e.Description }),
            NextToken = page.NextToken,
        };
    }
}
