using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What conditions may ask where nobody calls yet: what is known of principal and resource, and what is assumed.
/// </summary>
/// <param name="call">The call that asks.</param>
/// <param name="resource">The resource.</param>
/// <param name="assumed">What the request is taken to say.</param>
internal sealed class SearchContext(
    ReadCall call, string resource, IReadOnlyDictionary<string, string> assumed) : IRequestContext
{
    /// <summary>The principal that is asked about now.</summary>
    public required KnownPrincipal Principal { get; set; }

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var name = key.Name;
        return assumed.TryGetValue(name, out var said) ? new(said)
            : PrincipalKeys.Find(call, Principal, name)
            ?? ResourceKeys.Find(call, resource, ResourceKeys.AccountOf(call, resource), name)
            ?? ServiceChain.Find(name, [])
            ?? ContextValues.None;
    }
}
