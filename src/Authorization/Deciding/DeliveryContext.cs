using Orrery.Authorization.Requests;
using Orrery.Contracts.Delivery;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What conditions may ask where a service hands something over. Sources: IAM User Guide, "AWS global condition context
/// keys" (aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, aws:SourceOrgPaths, aws:PrincipalIsAWSService,
/// aws:PrincipalServiceName), "The confused deputy problem". A service that acts with a role has the role's keys
/// instead.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="delivery">What is handed over.</param>
/// <param name="account">The account of what takes it.</param>
/// <param name="role">The role; null where the service acts as itself.</param>
internal sealed class DeliveryContext(ReadCall call, Delivery delivery, string account, KnownPrincipal? role)
    : IRequestContext
{
    // SNS Developer Guide, "aws:SourceAccount versus aws:SourceOwner": older services give aws:SourceOwner, by which
    // the policy that a topic begins with lets them in. That of these it is alarms which do is guessed: EventBridge and
    // S3 ask for statements of their own.
    private const string Alarms = "cloudwatch.amazonaws.com";

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var name = key.Name;
        return (role is null ? OfService(name) : PrincipalKeys.Find(call, role, name))
            ?? ResourceKeys.Find(call, delivery.TargetArn, account, name)
            ?? ServiceChain.Find(name, [])
            ?? OfAny(name);
    }

    private ContextValues? OfService(string name) => name.ToUpperInvariant() switch
    {
        "AWS:SOURCEARN" => CallContext.One(delivery.SourceArn),
        "AWS:SOURCEACCOUNT" => CallContext.One(delivery.SourceAccount),
        "AWS:SOURCEOWNER" => CallContext.One(delivery.Source == Alarms ? delivery.SourceAccount : null),
        "AWS:SOURCEORGID" => CallContext.One(SourceFence?.Facts.Id),
        "AWS:SOURCEORGPATHS" => CallContext.One(SourceFence?.Facts.Path),
        "AWS:PRINCIPALISAWSSERVICE" => new("true"),
        "AWS:PRINCIPALSERVICENAME" => new(delivery.Source),
        "AWS:PRINCIPALSERVICENAMESLIST" => new([delivery.Source]),
        _ => null,
    };

    private Fence? SourceFence => delivery.SourceAccount is { } account ? Fences.Of(call, account) : null;

    private ContextValues OfAny(string name) => name.ToUpperInvariant() switch
    {
        "AWS:SECURETRANSPORT" => new("true"),
        "AWS:CURRENTTIME" => new(CallContext.Instant(call.Now)),
        "AWS:EPOCHTIME" => new(CallContext.Whole(call.Now.ToUnixTimeSeconds())),
        // ARNs of buckets have no region: who writes to them is where it writes.
        "AWS:REQUESTEDREGION" => new(Spelling.Part(delivery.TargetArn, 3) is { Length: > 0 } told ? told : call.Region),
        _ => CallContext.One(delivery.Conditions?.GetValueOrDefault(name)),
    };
}
