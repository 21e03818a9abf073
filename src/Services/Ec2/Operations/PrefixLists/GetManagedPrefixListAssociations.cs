using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>Lists the route tables and security groups that refer to a prefix list, in the order of ids.</summary>
public sealed class GetManagedPrefixListAssociations
    : IReadOperation<GetManagedPrefixListAssociationsRequest, GetManagedPrefixListAssociationsResult>
{
    /// <inheritdoc/>
    public GetManagedPrefixListAssociationsResult Run(GetManagedPrefixListAssociationsRequest request, ReadCall call)
    {
        var list = SharedLists.Get(call, request.PrefixListId!);
        IEnumerable<(string Id, string Owner)> uses = PrefixListUse.Of(call, list);
        if (request.NextToken is { } token)
        {
            var after = PageToken.KeyOf(token);
            uses = uses.Where(use => string.CompareOrdinal(use.Id, after) > 0);
        }

        var page = Lister.Cut(uses, use => use.Id, request.MaxResults);
        return new()
        {
            PrefixListAssociations = page.As(
                use => new PrefixListAssociation { ResourceId = use.Id, ResourceOwner = use.Owner }),
            NextToken = page.NextToken,
        };
    }
}
