using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Services.Ram.Views;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Associations;

/// <summary>Lists the resources or the accounts in one's own shares, also those that left within two hours.</summary>
public sealed class GetResourceShareAssociations
    : IReadOperation<GetResourceShareAssociationsRequest, GetResourceShareAssociationsResult>
{
    /// <inheritdoc/>
    public GetResourceShareAssociationsResult Run(GetResourceShareAssociationsRequest request, ReadCall call)
    {
        if (request.AssociationType == ResourceShareAssociationType.Source)
        {
            throw Errors.NotServed("the association type SOURCE");
        }

        var resources = request.AssociationType == ResourceShareAssociationType.Resource;
        if (resources ? request.Principal is not null : request.ResourceArn is not null)
        {
            throw Errors.Invalid("Name a resource or a principal as the association type says.");
        }

        var shares = request.ResourceShareArns is { Count: > 0 } arns
            ? arns.Select(arn => Shares.Get(call, arn))
            : call.Read(Tables.Shares).All();
        var found =
            from share in shares
            from one in resources ? share.Resources : share.Principals
            where (request.ResourceArn ?? request.Principal ?? one.Entity) == one.Entity
                && (request.AssociationStatus ?? one.Status) == one.Status
            select ShareViews.Of(call.Scope, share, one, request.AssociationType!.Value);
        var (items, next) = Pages.Of(
            found, a => $"{a.ResourceShareArn}|{a.AssociatedEntity}", request.MaxResults, request.NextToken);
        return new() { ResourceShareAssociations = items, NextToken = next };
    }
}
