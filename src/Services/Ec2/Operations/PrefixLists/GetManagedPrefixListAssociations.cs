using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>Lists the route tables and security groups that refer to a prefix list, in the order of ids.</summary>
public sealed class GetManagedPrefixListAssociations
    : IReadOperation<GetManagedPrefixListAssociationsRequest, GetManagedPrefixListAssociationsResult>
{
    /// <inheritdoc/>
    public GetManagedPrefixListAssociationsResult Run(GetManagedPrefixListAssociationsRequest request, ReadCall call)
    {
        var list = Ec2Kinds.PrefixList.Get(call, request.PrefixListId!);
        IEnumerable<string> ids = PrefixListUse.Of(call, list);
        if (request.NextToken is { } token)
        {
            var after = PageToken.KeyOf(token);
            ids = ids.Where(id => string.CompareOrdinal(id, after) > 0);
        }

        var page = Lister.Cut(ids, id => id, request.MaxResults);
        return new()
        {
            PrefixListAssociations = page.As(
                id => new PrefixListAssociation { ResourceId = id, ResourceOwner = call.Account }),
            NextToken = page.NextToken,
        };
    }
}
