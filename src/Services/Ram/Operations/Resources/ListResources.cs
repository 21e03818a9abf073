using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Resources;

/// <summary>Lists what is shared: by oneself, or with oneself by others.</summary>
public sealed class ListResources : IReadOperation<ListResourcesRequest, ListResourcesResult>
{
    /// <inheritdoc/>
    public ListResourcesResult Run(ListResourcesRequest request, ReadCall call)
    {
        var type = request.ResourceType is { } name ? ShareTypes.Get(name).Name : null;
        var found =
            from shared in Shares.Of(call, request.ResourceOwner!.Value)
            let arn = Arns.OfShare(shared.Owner, shared.Share.Id)
            where request.ResourceShareArns is not { Count: > 0 } shares || shares.Contains(arn)
            where request.Principal is null || request.Principal == shared.Owner.Account
                || shared.Share.Principals.Any(p => p.Entity == request.Principal && Shares.Lives(p))
            from resource in shared.Share.Resources
            where Shares.Lives(resource)
                && (request.ResourceArns is not { Count: > 0 } arns || arns.Contains(resource.Entity))
                && (type is null || ShareTypes.OfArn(resource.Entity)!.Name == type)
                && request.ResourceRegionScope is not ResourceRegionScopeFilter.Global
            select SharedThings.View(call, resource, arn);
        var (items, next) = Pages.Of(
            found, r => $"{r.Arn}|{r.ResourceShareArn}", request.MaxResults, request.NextToken);
        return new() { Resources = items, NextToken = next };
    }
}
