using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>What a search for external access is about.</summary>
/// <param name="Resource">The resource's ARN.</param>
/// <param name="Target">Its policies.</param>
/// <param name="Zone">The zone of trust.</param>
/// <param name="Universe">The requests that its policies tell apart.</param>
internal sealed record ExternalScene(string Resource, ResourcePolicies Target, TrustZone Zone, Universe Universe)
{
    private readonly IReadOnlyList<ResourceName> _resources =
    [
        .. Universe.Resources.Where(r => Glob.Of($"{Resource}/*").Matches(r)).Append(Resource)
            .Select(r => new ResourceName(r)),
    ];

    /// <summary>The requests of one, for an action, on the resource and what is in it.</summary>
    public IEnumerable<AccessRequest> Requests(Requester requester, ActionName action) =>
        from name in _resources
        from context in Universe.Contexts
        select Requesters.Request(requester, action, name, new PrincipalContext(context, requester, Zone)) with
        {
            Target = Target,
        };
}
