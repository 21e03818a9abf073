using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.ResourceShares;

/// <summary>
/// Lists resource shares: one's own, also those deleted within two hours, or those of others that one is in.
/// </summary>
public sealed class GetResourceShares : IReadOperation<GetResourceSharesRequest, GetResourceSharesResult>
{
    /// <inheritdoc/>
    public GetResourceSharesResult Run(GetResourceSharesRequest request, ReadCall call)
    {
        var own = request.ResourceOwner == ResourceOwner.Self;
        foreach (var arn in request.ResourceShareArns ?? [])
        {
            if (Arns.OpenShare(arn) is var (owner, id) && call.Read(Tables.Shares, owner).Find(id) is null)
            {
                throw Errors.Unknown($"ResourceShare {arn}");
            }
        }

        var found = Shares.Of(call, request.ResourceOwner!.Value)
            .Where(s => request.ResourceShareArns is not { Count: > 0 } arns
                || arns.Contains(Arns.OfShare(s.Owner, s.Share.Id)))
            .Where(s => request.ResourceShareStatus is null || request.ResourceShareStatus == s.Share.Status)
            .Where(s => request.Name is null || request.Name == s.Share.Name)
            .Where(s => ShareFilters.HasTags(s.Share, own, request.TagFilters))
            .Where(s => ShareFilters.HasPermission(s.Share, request.PermissionArn, request.PermissionVersion));
        var (items, next) = Pages.Of(
            found, s => Arns.OfShare(s.Owner, s.Share.Id), request.MaxResults, request.NextToken);
        return new()
        {
            ResourceShares = [.. items.Select(s => ShareViews.Of(s.Owner, s.Share, own))], NextToken = next,
        };
    }
}
