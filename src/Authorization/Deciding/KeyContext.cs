using Orrery.Contracts.Identity;
using Orrery.Contracts.Keys;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What conditions may ask where a service uses a key for somebody: what is known of the principal, and of the use. Of
/// the request to the service nothing is known, as with AWS.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="question">What is asked.</param>
/// <param name="identity">Who asks.</param>
internal sealed class KeyContext(ReadCall call, KeyQuestion question, IdentityFacts identity) : IRequestContext
{
    private const string PrincipalTag = "aws:PrincipalTag/";

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var name = key.Name;
        if (EncryptionKeys.NameIn(name) is { } entry)
            return CallContext.One(question.Context?.GetValueOrDefault(entry));
        if (name.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase))
            return CallContext.One(identity.Tags.GetValueOrDefault(name[PrincipalTag.Length..]));
        return name.ToUpperInvariant() switch
        {
            "KMS:VIASERVICE" => CallContext.One(question.Via),
            "KMS:CALLERACCOUNT" or "AWS:PRINCIPALACCOUNT" => new(call.Caller.Account),
            "KMS:ENCRYPTIONCONTEXTKEYS" => CallContext.Many([.. question.Context?.Keys ?? []]),
            "AWS:PRINCIPALARN" => new(identity.PrincipalArn),
            "AWS:PRINCIPALTYPE" => new(call.Caller.Kind.ToString()),
            "AWS:PRINCIPALISAWSSERVICE" => new("false"),
            "AWS:VIAAWSSERVICE" => new(question.Via is null ? "false" : "true"),
            "AWS:USERID" => new(identity.UserId),
            "AWS:USERNAME" => CallContext.One(identity.UserName),
            "AWS:REQUESTEDREGION" => new(call.Region),
            "AWS:RESOURCEACCOUNT" => new(question.Scope.Account),
            "AWS:CURRENTTIME" => new(CallContext.Instant(call.Now)),
            _ => ContextValues.None,
        };
    }
}
