using Orrery.Contracts.Keys;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What conditions may ask where a service uses a key for somebody: what is known of the principal, and of the use. Of
/// the request to the service (its address, its agent) nothing is known, as with AWS.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="question">What is asked.</param>
/// <param name="who">Who asks.</param>
internal sealed class KeyContext(ReadCall call, KeyQuestion question, KnownPrincipal who) : IRequestContext
{
    private readonly IReadOnlyList<string> _via =
        question.Via is { } service ? [ServiceChain.PrincipalOf(service)] : [];

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var name = key.Name;
        if (EncryptionKeys.NameIn(name) is { } entry)
            return CallContext.One(question.Context?.GetValueOrDefault(entry));
        if (name.Equals("kms:ViaService", StringComparison.OrdinalIgnoreCase)) return CallContext.One(question.Via);
        if (name.Equals("kms:EncryptionContextKeys", StringComparison.OrdinalIgnoreCase))
            return CallContext.Many([.. question.Context?.Keys ?? []]);
        return ServiceChain.Find(name, _via)
            ?? PrincipalKeys.Find(call, who, name)
            ?? ResourceKeys.Find(call, question.Arn, question.Scope.Account, name)
            ?? ContextValues.None;
    }
}
