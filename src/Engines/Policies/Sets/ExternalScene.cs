using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>What a search for external access is about.</summary>
/// <param name="Resource">The resource's ARN.</param>
/// <param name="Target">Its policies.</param>
/// <param name="Zone">The zone of trust.</param>
/// <param name="Universe">The requests that its policies tell apart.</param>
/// <param name="Passage">What stands behind the resource; null where nothing does.</param>
internal sealed record ExternalScene(
    string Resource, ResourcePolicies Target, TrustZone Zone, Universe Universe, Passage? Passage)
{
    private readonly IReadOnlyList<ResourceName> _resources =
    [
        .. Universe.Resources.Where(r => Glob.Of($"{Resource}/*").Matches(r)).Append(Resource)
            .Select(r => new ResourceName(r)),
    ];

    private readonly IReadOnlyList<KeyValuePair<ContextKey, ContextValues>> _keys =
    [
        .. (Passage?.Keys ?? new Dictionary<string, string>())
            .Select(k => KeyValuePair.Create(ContextKey.Of(k.Key), new ContextValues(k.Value))),
    ];

    /// <summary>Whether what is behind the resource lets a request pass too.</summary>
    public bool LetsPass(AccessRequest request)
    {
        if (Passage is not { } passage) return true;
        var text = request.Resource.Text;
        var start = Resource + passage.Inside;
        var behind = request with
        {
            Resource = new(text.StartsWith(start, StringComparison.Ordinal)
                ? $"{passage.Behind}/{text[start.Length..]}"
                : passage.Behind),
        };
        return passage.Policy.Denying(behind) is null
            && passage.Policy.Allowing(behind, out var naming, Naming.ByAccount) is not null && naming != Naming.None;
    }

    /// <summary>The requests of one, for an action, on the resource and what is in it.</summary>
    public IEnumerable<AccessRequest> Requests(Requester requester, ActionName action) =>
        from name in _resources
        from context in Universe.Contexts
        select Requesters.Request(requester, action, name, ContextOf(context, requester)) with
        {
            Target = Target,
        };

    private IRequestContext ContextOf(RequestContext context, Requester requester)
    {
        var own = new PrincipalContext(context, requester, Zone);
        return _keys.Count == 0 ? own : new PassageContext(own, _keys);
    }
}
