using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Resources;

/// <summary>Lists the accounts that one shares with, or those that share with oneself.</summary>
public sealed class ListPrincipals : IReadOperation<ListPrincipalsRequest, ListPrincipalsResult>
{
    /// <inheritdoc/>
    public ListPrincipalsResult Run(ListPrincipalsRequest request, ReadCall call)
    {
        var type = request.ResourceType is { } name ? ShareTypes.Get(name) : null;
        var own = request.ResourceOwner == ResourceOwner.Self;
        var found =
            from shared in Shares.Of(call, request.ResourceOwner!.Value)
            let arn = Arns.OfShare(shared.Owner, shared.Share.Id)
            where request.ResourceShareArns is not { Count: > 0 } shares || shares.Contains(arn)
            where ShareFilters.HasResource(shared.Share, request.ResourceArn, type)
            from principal in shared.Share.Principals
            where Shares.Lives(principal) && (own || principal.Entity == call.Account)
            let id = own ? principal.Entity : shared.Owner.Account
            where request.Principals is not { Count: > 0 } ids || ids.Contains(id)
            select new Principal
            {
                Id = id,
                ResourceShareArn = arn,
                CreationTime = principal.CreatedAt,
                LastUpdatedTime = principal.ChangedAt,
                External = true,
            };
        var (items, next) = Pages.Of(
            found, p => $"{p.Id}|{p.ResourceShareArn}", request.MaxResults, request.NextToken);
        return new() { Principals = items, NextToken = next };
    }
}
