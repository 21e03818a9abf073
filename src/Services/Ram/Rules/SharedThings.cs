using Orrery.Contracts.Sharing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ram.Records;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Rules;

/// <summary>Which resources may be put into a share, and whether they are still there.</summary>
internal static class SharedThings
{
    /// <summary>Refuses what cannot be shared, or not by this account.</summary>
    /// <exception cref="Core.ServiceException">
    /// MalformedArnException, InvalidParameterException, OperationNotPermittedException, UnknownResourceException.
    /// </exception>
    public static string Check(ReadCall call, string arn)
    {
        if (Arns.ScopeOf(arn) is not { } scope)
        {
            throw Errors.Malformed(arn);
        }

        if (ShareTypes.OfArn(arn) is null)
        {
            throw arn.Contains(":subnet/", StringComparison.Ordinal)
                ? Errors.NotPermitted(
                    "Subnets can be shared within an organization only, and Orrery serves no sharing with "
                    + "organizations.")
                : Errors.NotServed($"sharing {arn}");
        }

        if (scope.Account != call.Account)
        {
            throw Errors.NotPermitted($"The resource {arn} belongs to another account, which alone can share it.");
        }

        // A resource of a region is shared there (AWS RAM User Guide, "Sharing regional resources").
        if (scope.Region != call.Region)
        {
            throw Errors.Invalid($"The resource {arn} is in another region than the resource share.");
        }

        return Exists(call, arn) ? arn : throw Errors.Unknown($"Resource {arn}");
    }

    /// <summary>Whether a resource is there.</summary>
    public static bool Exists(ReadCall call, string arn) =>
        call.PortsOf<IShareable>().Any(service => service.TypeOf(call, arn) is not null);

    /// <summary>A resource as RAM lists it; its status is that of the resource itself.</summary>
    public static Resource View(ReadCall call, AssociationRecord resource, string share)
    {
        var status = !Exists(call, resource.Entity) ? ResourceStatus.Unavailable
            : resource.Status == ResourceShareAssociationStatus.Associating ? ResourceStatus.Pending
            : ResourceStatus.Available;
        return new()
        {
            Arn = resource.Entity,
            Type = ShareTypes.OfArn(resource.Entity)!.Name,
            ResourceShareArn = share,
            Status = status,
            CreationTime = resource.CreatedAt,
            LastUpdatedTime = resource.ChangedAt,
            ResourceRegionScope = ResourceRegionScope.Regional,
        };
    }
}
