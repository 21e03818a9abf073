using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
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
    private const string PrincipalTag = "aws:PrincipalTag/";
    private const string ResourceTag = "aws:ResourceTag/";

    private readonly IReadOnlyDictionary<string, string> _tags = TagsOf(call, resource);
    private readonly Fence? _resourceFence = Fences.Of(call, AccountOf(call, resource));

    /// <summary>The principal that is asked about now.</summary>
    public required KnownPrincipal Principal { get; set; }

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var name = key.Name;
        if (assumed.TryGetValue(name, out var said)) return new(said);
        var facts = Principal.Facts;
        if (name.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase))
            return CallContext.One(facts.Tags.GetValueOrDefault(name[PrincipalTag.Length..]));
        if (name.StartsWith(ResourceTag, StringComparison.OrdinalIgnoreCase))
            return CallContext.One(_tags.GetValueOrDefault(name[ResourceTag.Length..]));
        return name.ToUpperInvariant() switch
        {
            "AWS:PRINCIPALARN" => CallContext.One(facts.PrincipalArn.Length == 0 ? null : facts.PrincipalArn),
            "AWS:PRINCIPALACCOUNT" or "KMS:CALLERACCOUNT" => CallContext.One(NotEmpty(Principal.Caller.Account)),
            "AWS:PRINCIPALORGID" => CallContext.One(Principal.Fence?.Facts.Id),
            "AWS:PRINCIPALORGPATHS" => CallContext.One(Principal.Fence?.Facts.Path),
            "AWS:PRINCIPALISAWSSERVICE" or "AWS:VIAAWSSERVICE" => new("false"),
            "AWS:USERID" => CallContext.One(NotEmpty(facts.UserId)),
            "AWS:USERNAME" => CallContext.One(facts.UserName),
            "AWS:REQUESTEDREGION" => new(call.Region),
            "AWS:RESOURCEACCOUNT" => new(AccountOf(call, resource)),
            "AWS:RESOURCEORGID" => CallContext.One(_resourceFence?.Facts.Id),
            "AWS:RESOURCEORGPATHS" => CallContext.One(_resourceFence?.Facts.Path),
            "AWS:CURRENTTIME" => new(CallContext.Instant(call.Now)),
            _ => ContextValues.None,
        };
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    private static string AccountOf(ReadCall call, string arn) =>
        Spelling.Part(arn, 4) is { Length: > 0 } account ? account : call.Account;

    private static IReadOnlyDictionary<string, string> TagsOf(ReadCall call, string arn)
    {
        var service = Spelling.Part(arn, 2);
        foreach (var port in call.PortsOf<IResourceFacts>())
        {
            if (port.Service == service && port.TagsOf(call, arn) is { } tags) return tags;
        }

        return new Dictionary<string, string>();
    }
}
