using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Operations;

/// <summary>
/// Refuses requests for a region that there is not. AWS has no endpoint for them; a signature scoped to one is refused
/// so.
/// </summary>
internal static class KnownRegions
{
    /// <summary>The refusal of a request, or null where its region exists.</summary>
    public static ServiceException? Refusal(Admission admission) =>
        admission.Service is null || admission.IsOfNoRegion || RegionCatalog.Find(admission.Region) is not null
            ? null
            : AuthErrors.Of(
                ErrorFamilies.Of(admission.Protocol, admission.Service),
                new AuthFault(
                    AuthFaultKind.WrongScope,
                    $"Credential should be scoped to a valid region, not '{admission.Region}'. "));
}
